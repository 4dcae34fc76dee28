/// Writes where every word stands as it is written, for what a query puts in quotes.
///
/// A word's file is chosen by the lowest bits of its hash (FNV-1a, 32 bits, over its UTF-8). A file holds, for each of
/// its words in the order of their hashes: the distance from the hash before (0 when a word broken at a line's end and
/// the whole word both occur), the length of what follows in bytes, and
/// for each document the distance of its number from the one before, how often the word stands there, and for each time
/// a byte of the hash of the word after it, 0 when a piece of text ends. So a phrase is found word by word without
/// positions, which would change through half a document with every edit. Words so common that their list would be
/// longer than ``ShardSizes/places`` are in no file: anything is taken for them. Numbers are as in ``TermFiles``.
struct PhraseFiles {
  let files: [SearchFile]
  /// The first 24 bits of the hashes of the words that are in no file, in order, for the manifest.
  let everywhere: [UInt32]

  init(_ base: SearchBase, _ patch: SearchPatch, shards: Int, longest: Int) {
    let order = FormOrder(shards: shards)
    let changed = patch.forms
    let shardOf = changed.numbers.indices.map { order.shard(changed.texts[$0]) }
    var next = 0
    var files: [SearchFile] = []
    for shard in 0..<shards {
      let first = next
      var fingerprint = hash64(base.id, seed: UInt64(shard))
      while next < shardOf.count, shardOf[next] == shard {
        fingerprint = hash64(changed.texts[next], seed: fingerprint)
        fingerprint = hash64(changed.lists[next], seed: fingerprint)
        next += 1
      }
      files.append(
        SearchFile(path: "phrases/\(shard).bin", fingerprint: fingerprint) { [places = first..<next] in
          PhraseFiles.write(base, base.forms(ofShard: shard, order), changed, places, order, longest)
        })
    }
    self.files = files
    everywhere = PhraseFiles.tooCommon(base, changed, longest)
  }

  private static func tooCommon(_ base: SearchBase, _ changed: SearchPatch.Lists, _ longest: Int) -> [UInt32] {
    var hashes: Set<UInt32> = []
    let isChanged = Set(changed.numbers)
    for form in 0..<base.forms.count where base.places[form].count > longest && !isChanged.contains(UInt32(form)) {
      hashes.insert(FormOrder.hash(base.forms[form]))
    }
    for place in changed.numbers.indices where changed.lists[place].count > longest {
      hashes.insert(FormOrder.hash(changed.texts[place]))
    }
    return Set(hashes.map { $0 >> 8 }).sorted()
  }

  private static func write(
    _ base: SearchBase, _ forms: Range<Int>, _ changed: SearchPatch.Lists, _ places: Range<Int>, _ order: FormOrder,
    _ longest: Int
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    var previous = 0
    func append(_ form: UnsafeBufferPointer<UInt8>, _ list: UnsafeBufferPointer<UInt8>) {
      guard !list.isEmpty, list.count <= longest else { return }
      let hash = Int(FormOrder.hash(form))
      bytes.append(varint: hash - previous)
      previous = hash
      bytes.append(varint: list.count)
      bytes.append(contentsOf: list)
    }
    var place = places.lowerBound
    for form in forms {
      while place < places.upperBound, order.precedes(changed.texts[place], base.forms[form]) {
        append(changed.texts[place], changed.lists[place])
        place += 1
      }
      if place < places.upperBound, Int(changed.numbers[place]) == form {
        append(changed.texts[place], changed.lists[place])
        place += 1
      } else {
        append(base.forms[form], base.places[form])
      }
    }
    while place < places.upperBound {
      append(changed.texts[place], changed.lists[place])
      place += 1
    }
    return bytes
  }
}
