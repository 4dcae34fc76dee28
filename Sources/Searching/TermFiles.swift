/// Writes the dictionary and the postings.
///
/// A **dictionary file** is text. Its first line lists how many terms each of its postings files holds (`12,9`). The
/// second has a character for each term, which tells how common it is and how it is inflected. Then comes a line for
/// each term: a character that tells how many letters it shares with the term before (space for none), and the rest.
///
/// A **postings file** holds, for each of its terms, the number of documents, the distances between their numbers (the
/// first counted from −1), and their impacts, 4 bits each, the first in the low half. Numbers are seven bits a byte, the
/// lowest first.
struct TermFiles {
  var files: [SearchFile] = []
  /// The prefix that each dictionary file begins with, for the manifest.
  var prefixes: [String] = []

  init(_ inversion: Inversion, lexicon: Lexicon, sizes: ShardSizes) {
    let partition = TermPartition(lexicon.terms, order: inversion.order, limit: sizes.terms)
    prefixes = partition.shards.map(\.prefix)
    let written = concurrently(partition.shards.count) { index in
      let shard = partition.shards[index]
      return TermFiles.write(shard, lexicon.terms, inversion, sizes.postings)
    }
    files = written.flatMap { $0 }
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

  private static func write(
    _ shard: TermPartition.Shard, _ texts: StringTable, _ inversion: Inversion, _ limit: Int
  ) -> [SearchFile] {
    let name = "terms/" + TermFiles.name(shard.prefix)
    var files: [SearchFile] = []
    var counts: [Int] = []
    var postings: [UInt8] = []
    var inFile = 0
    var marks: [UInt8] = []
    var words: [UInt8] = []
    func close() {
      files.append(SearchFile(path: "\(name)-\(counts.count).bin", bytes: postings))
      counts.append(inFile)
      postings.removeAll()
      inFile = 0
    }
    for index in shard.terms {
      let term = Int(inversion.order[index])
      let range = inversion.range(of: term)
      let before = postings.count
      append(range, of: inversion, to: &postings)
      if inFile > 0, postings.count > limit {
        let own = Array(postings[before...])
        postings.removeSubrange(before...)
        close()
        postings = own
      }
      inFile += 1
      marks.append(TermFiles.mark(documents: range.count, inversion.marks[term]))
      let text = texts[term]
      let previous = index == shard.terms.lowerBound ? [] : texts[Int(inversion.order[index - 1])]
      let (letters, length) = common(previous, text)
      words.append(0x20 + letters)
      words.append(contentsOf: text.dropFirst(length))
      words.append(0x0A)
    }
    close()
    var dictionary = Array(counts.map(String.init).joined(separator: ",").utf8)
    dictionary.append(0x0A)
    dictionary += marks
    dictionary.append(0x0A)
    dictionary += words.dropLast()
    files.append(SearchFile(path: name + ".txt", bytes: dictionary))
    return files
  }

  /// `0` plus how common the term is, 0...3 by the order of magnitude of its documents, and 4 times its marks.
  private static func mark(documents: Int, _ found: UInt8) -> UInt8 {
    let common: UInt8 = documents < 3 ? 0 : documents < 12 ? 1 : documents < 100 ? 2 : 3
    return 0x30 + common + found << 2
  }

  private static func append(_ range: Range<Int>, of inversion: Inversion, to bytes: inout [UInt8]) {
    bytes.append(varint: range.count)
    var previous = -1
    for index in range {
      let document = Int(inversion.documents[index])
      bytes.append(varint: document - previous)
      previous = document
    }
    var index = range.lowerBound
    while index < range.upperBound {
      let high = index + 1 < range.upperBound ? inversion.impacts[index + 1] : 0
      bytes.append(inversion.impacts[index] | high << 4)
      index += 2
    }
  }

  /// How many letters two terms share at the start, at most 90 so that the count is one printable character, and in
  /// how many bytes.
  private static func common(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> (letters: UInt8, bytes: Int) {
    var length = 0
    var letters: UInt8 = 0
    while letters < 90, length < min(a.count, b.count), a[a.startIndex + length] == b[b.startIndex + length] {
      if b[b.startIndex + length] & 0xC0 != 0x80 { letters += 1 }
      length += 1
    }
    // A letter whose last bytes differ is not shared.
    while length < b.count, length > 0, b[b.startIndex + length] & 0xC0 == 0x80 {
      length -= 1
      if b[b.startIndex + length] & 0xC0 != 0x80 { letters -= 1 }
    }
    return (letters, length)
  }
}
