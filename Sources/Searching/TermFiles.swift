/// Writes the dictionary and the postings.
///
/// The words that stand in many documents are in one dictionary, `common`, which every query reads first, and which
/// therefore stands in the manifest: it has what is mostly asked for, and what a misspelt word most likely stands for
/// (``TermList/parted(documents:)``). The others are cut into shards by their first letters, and read only for a word
/// that is not a common one.
///
/// A **dictionary file** is text. Its first line lists how many terms each of its postings files holds (`12,9`). The
/// second has a character for each term, which tells how common it is and how it is inflected. Then comes a line for
/// each term: a character that tells how many letters it shares with the term before (space for none), and the rest.
///
/// A **postings file** holds, for each of its terms, what is published of its ``PostingList``: the number of documents, the
/// distances between their numbers (the first counted from −1), and their impacts, 4 bits each, the first in the low half.
/// Numbers are seven bits a byte, the lowest first. It is named by the hash of its first term, `common-3826002220.bin`, so
/// that one more file moves no other.
///
/// In a small catalogue a shard of the other words is one file, `taamu.bin`: the length of its dictionary, the dictionary,
/// and the postings of all its terms.
struct TermFiles {
  var files: [SearchFile] = []
  /// The prefix that each dictionary file begins with, for the manifest.
  var prefixes: [String] = []
  /// The dictionary of common words, for the manifest.
  let common: SearchFile

  init(common: TermList, others: TermList, sizes: ShardSizes) {
    let (dictionary, postings) = TermFiles.make("common", 0..<common.count, of: common, limit: sizes.commonPostings)
    self.common = dictionary
    files = postings
    for shard in TermPartition(others, limit: sizes.terms).shards {
      prefixes.append(shard.prefix)
      let name = TermFiles.name(shard.prefix)
      if let limit = sizes.postings {
        let (dictionary, postings) = TermFiles.make(name, shard.terms, of: others, limit: limit)
        files += postings + [dictionary]
      } else {
        files.append(TermFiles.whole(name, shard.terms, of: others))
      }
    }
  }

  /// A shard's dictionary with its postings.
  private static func whole(_ name: String, _ shard: Range<Int>, of terms: TermList) -> SearchFile {
    let path = "terms/\(name).bin"
    return SearchFile(path: path, fingerprint: terms.fingerprint(shard, seed: hash64(path))) {
      let dictionary = TermFiles.dictionary(shard, [shard.count], of: terms)
      var bytes: [UInt8] = []
      bytes.append(varint: dictionary.count)
      return bytes + dictionary + TermFiles.postings(shard, of: terms)
    }
  }

  private static func make(
    _ name: String, _ shard: Range<Int>, of terms: TermList, limit: Int
  ) -> (dictionary: SearchFile, postings: [SearchFile]) {
    let groups = TermFiles.groups(shard, of: terms, limit: limit)
    let postings = groups.map { group in
      let path = "terms/\(name)-\(FormOrder.hash(terms[group.lowerBound])).bin"
      return SearchFile(path: path, fingerprint: terms.fingerprint(group, seed: hash64(path))) {
        TermFiles.postings(group, of: terms)
      }
    }
    let path = "terms/\(name).txt"
    let dictionary = SearchFile(path: path, fingerprint: terms.fingerprint(shard, seed: hash64(path))) {
      TermFiles.dictionary(shard, groups.map(\.count), of: terms)
    }
    return (dictionary, postings)
  }

  /// The name of a shard's file: its prefix, with everything but a–z and 0–9 as `_` and the number of the letter.
  static func name(_ prefix: String) -> String {
    prefix.unicodeScalars.reduce(into: "t") { name, scalar in
      switch scalar {
      case "a"..."z", "0"..."9": name.unicodeScalars.append(scalar)
      default: name += "_" + String(scalar.value, radix: 16)
      }
    }
  }

  /// The terms of each postings file: as many as fit in `limit` bytes, and at least one. A file that is large enough
  /// ends before one term in eight, chosen by its letters, so that what an edit moves does not move all files after it.
  private static func groups(_ shard: Range<Int>, of terms: TermList, limit: Int) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var names: Set<UInt32> = []
    var start = shard.lowerBound
    var size = 0
    for place in shard {
      let own = PostingList.head(terms.postings(place)).published.count
      func hash() -> UInt32 { FormOrder.hash(terms[place]) }
      if place == start {
        names.insert(hash())
      } else if size + own > limit || size > limit / 3 && hash() & 7 == 0, names.insert(hash()).inserted {
        // Of two terms with one hash only the first can begin a file.
        groups.append(start..<place)
        start = place
        size = 0
      }
      size += own
    }
    if start < shard.upperBound { groups.append(start..<shard.upperBound) }
    return groups
  }

  private static func postings(_ group: Range<Int>, of terms: TermList) -> [UInt8] {
    var bytes: [UInt8] = []
    for place in group { bytes.append(contentsOf: PostingList.head(terms.postings(place)).published) }
    return bytes
  }

  private static func dictionary(_ shard: Range<Int>, _ counts: [Int], of terms: TermList) -> [UInt8] {
    var bytes = Array(counts.map(String.init).joined(separator: ",").utf8)
    bytes.append(0x0A)
    for place in shard {
      let (marks, documents, _) = PostingList.head(terms.postings(place))
      bytes.append(TermFiles.mark(documents: documents, marks))
    }
    for place in shard {
      let text = terms[place]
      let (letters, length) = common(
        place == shard.lowerBound ? UnsafeBufferPointer(rebasing: text[..<0]) : terms[place - 1], text)
      bytes.append(0x0A)
      bytes.append(0x20 + letters)
      bytes.append(contentsOf: text[length...])
    }
    return bytes
  }

  /// `0` plus how common the term is, 0...3 by the order of magnitude of its documents, and 4 times its marks.
  private static func mark(documents: Int, _ found: UInt8) -> UInt8 {
    let common: UInt8 = documents < 3 ? 0 : documents < 12 ? 1 : documents < 100 ? 2 : 3
    return 0x30 + common + found << 2
  }

  /// How many letters two terms share at the start, at most 90 so that the count is one printable character, and in
  /// how many bytes.
  private static func common(
    _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>
  ) -> (letters: UInt8, bytes: Int) {
    var length = 0
    var letters: UInt8 = 0
    while letters < 90, length < min(a.count, b.count), a[length] == b[length] {
      if b[length] & 0xC0 != 0x80 { letters += 1 }
      length += 1
    }
    // A letter whose last bytes differ is not shared.
    while length < b.count, length > 0, b[length] & 0xC0 == 0x80 {
      length -= 1
      if b[length] & 0xC0 != 0x80 { letters -= 1 }
    }
    return (letters, length)
  }
}
