/// Writes the dictionary and the postings.
///
/// The words that stand in many documents are in one dictionary, `common`, which every query reads first, and which
/// therefore stands in the manifest: it has what is mostly asked for, and what a misspelt word most likely stands for
/// (``TermList/parted(documents:)``). The others are cut into shards by their first letters, and read only for a word
/// that is not a common one.
///
/// A **dictionary** is text. Its first line lists how many terms each file has of it (`2,1`). The second has a character for
/// each term, which tells how common it is and how it is inflected. Then comes a line for each term: a character that tells
/// how many letters it shares with the term before (space for none), and the rest.
///
/// A term's **postings** are what is published of its ``PostingList``: the number of documents, the distances between their
/// numbers (the first counted from −1), and their impacts, 4 bits each, the first in the low half. Numbers are seven bits a
/// byte, the lowest first.
///
/// A **common word's file** has its postings and then, but for a small catalogue, the cards that a query for it shows first
/// (``BestCards``), so it is all that such a query needs. Words that one form may belong to share a file. It is named by
/// the hash of its first term, `common-3826002220.bin`, so that one more file moves no other.
///
/// A shard of the **other words** is one file, `taamu.bin`: the length of its dictionary, the dictionary, and the postings of
/// all its terms.
struct TermFiles {
  var files: [SearchFile] = []
  /// The prefix that each shard begins with, as a line of a dictionary, for the manifest.
  var prefixes: [String] = []
  /// The dictionary of common words, for the manifest.
  let common: SearchFile

  /// - Parameter limit: the most terms of a shard of the other words.
  init(common: TermList, others: TermList, limit: Int, _ best: BestCards) {
    let groups = TermFiles.groups(of: common, best.areApart ? 3 : nil)
    files = groups.map { group in
      best.file("terms/common-\(FormOrder.hash(common[group.lowerBound])).bin", of: group, in: common) {
        TermFiles.postings(group, of: common)
      }
    }
    let all = 0..<common.count
    self.common = SearchFile(path: "terms/common.txt", fingerprint: common.fingerprint(all, seed: 0)) {
      TermFiles.dictionary(all, groups.map(\.count), of: common)
    }
    let shards = TermPartition(others, limit: limit).shards
    files += shards.map { TermFiles.file(of: $0, in: others) }
    prefixes = zip([""] + shards.map(\.prefix), shards.map(\.prefix)).map { before, prefix in
      String(decoding: TermFiles.line(Array(prefix.utf8), after: Array(before.utf8)), as: UTF8.self)
    }
  }

  private static func file(of shard: TermPartition.Shard, in terms: TermList) -> SearchFile {
    let path = "terms/\(name(shard.prefix)).bin"
    return SearchFile(path: path, fingerprint: terms.fingerprint(shard.terms, seed: hash64(path))) {
      let dictionary = TermFiles.dictionary(shard.terms, [shard.terms.count], of: terms)
      var bytes: [UInt8] = []
      bytes.append(varint: dictionary.count)
      return bytes + dictionary + TermFiles.postings(shard.terms, of: terms)
    }
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

  /// The common terms of each file: up to three neighbours that one form may belong to.
  ///
  /// - Parameter letters: where lists are short, all neighbours that share so many letters, up to sixteen.
  private static func groups(of terms: TermList, _ letters: Int?) -> [Range<Int>] {
    let longest = letters == nil ? 3 : 16
    var groups: [Range<Int>] = []
    var names: Set<UInt32> = []
    for place in 0..<terms.count {
      // Of two terms with one hash only the first can begin a file.
      let isWith =
        place > 0 && groups[groups.count - 1].count < longest
        && (letters.map { common(terms[place - 1], terms[place]).letters >= $0 } ?? terms.isAlike(place - 1, place))
      if !isWith, names.insert(FormOrder.hash(terms[place])).inserted {
        groups.append(place..<(place + 1))
      } else {
        groups[groups.count - 1] = groups[groups.count - 1].lowerBound..<(place + 1)
      }
    }
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
      bytes.append(0x0A)
      bytes += line(
        text, after: place == shard.lowerBound ? UnsafeBufferPointer(rebasing: text[..<0]) : terms[place - 1])
    }
    return bytes
  }

  /// A character that tells how many letters a text shares with the one before, and the rest of it.
  private static func line<Text: Collection<UInt8>>(_ text: Text, after before: Text) -> [UInt8]
  where Text.Index == Int {
    let (letters, length) = common(before, text)
    return [0x20 + letters] + text.dropFirst(length)
  }

  /// `0` plus how common the term is, 0...3 by the order of magnitude of its documents, and 4 times its marks.
  private static func mark(documents: Int, _ found: UInt8) -> UInt8 {
    let common: UInt8 = documents < 3 ? 0 : documents < 12 ? 1 : documents < 100 ? 2 : 3
    return 0x30 + common + found << 2
  }

  /// How many letters two terms share at the start, at most 90 so that the count is one printable character, and in
  /// how many bytes.
  private static func common<Text: Collection<UInt8>>(
    _ a: Text, _ b: Text
  ) -> (letters: UInt8, bytes: Int) where Text.Index == Int {
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
