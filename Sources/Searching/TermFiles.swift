/// Writes the dictionary and the postings.
///
/// The words that stand in many documents are in one dictionary, `common`, which every query reads first, and which
/// therefore stands in the manifest: it has what is mostly asked for, and what a misspelt word most likely stands for
/// (``TermList/parted(documents:)``). The others are cut into shards by their first letters, and read only for a word
/// that is not a common one.
///
/// The **common dictionary** is text: a line of what ``DecisionWriter`` wrote, in Base64, and then a line for each term: a
/// character that tells how many letters it shares with the term before (`#` for none), and the rest. Its lines end with `|`,
/// which is one character in JSON too. Written of each term is whether its list stands in one file with that of the term
/// before, its marks, how common it is, 0...3, and of the most common whether every document has it: beside other words such
/// a one tells nothing, and its list is not asked for.
///
/// A **common word's file** has its postings (``DecisionWriter/write(list:)``) after their length, and then the cards that a
/// query for it shows first (``BestCards``), so it is all that such a query needs. Words that one form may belong to share a
/// file. It is named by the hash of its first term, `common-3826002220.bin`, so that one more file moves no other.
///
/// In a small catalogue, where a kilobyte more is much and postings are short, neighbours share a file of postings alone, and
/// each word has one of its own besides: `best/3826002220-1.bin` is that of the second in `terms/common-3826002220.bin`.
///
/// A shard of the **other words** is one file, `taamu.bin`: the length of its dictionary, the dictionary, which is lines as of
/// the common one but for their ends, and of each term its marks and its postings.
struct TermFiles {
  var files: [SearchFile] = []
  /// The prefix that each shard begins with, as a line of a dictionary, for the manifest.
  var prefixes: [String] = []
  /// The dictionary of common words, for the manifest.
  let common: SearchFile

  private static let groupContext: UInt32 = 5 << 12
  private static let sizeContext: UInt32 = 4 << 12
  private static let marksContext: UInt32 = 6 << 12
  private static let everywhereContext: UInt32 = 7 << 12

  /// - Parameters:
  ///   - limit: the most terms of a shard of the other words.
  ///   - documents: how many there are.
  init(common: TermList, others: TermList, limit: Int, documents: Int, _ best: BestCards) {
    let groups = TermFiles.groups(of: common, best.areApart ? 3 : nil)
    files = groups.flatMap { group in
      let name = FormOrder.hash(common[group.lowerBound])
      let shared = best.file("terms/common-\(name).bin", of: group, in: common, hasCards: !best.areApart) {
        TermFiles.postings(group, of: common)
      }
      let own = group.filter { best.areApart && best.isEnough(PostingList.count(common.postings($0))) }.map { place in
        best.file("best/\(name)-\(place - group.lowerBound).bin", of: place..<(place + 1), in: common) {
          TermFiles.postings(place..<(place + 1), of: common)
        }
      }
      return [shared] + own
    }
    let all = 0..<common.count
    self.common = SearchFile(path: "terms/common.txt", fingerprint: common.fingerprint(all, seed: 0)) {
      TermFiles.dictionary(groups, of: common, documents)
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
      var writer = DecisionWriter()
      var dictionary: [UInt8] = []
      for place in shard.terms {
        let (marks, _, published) = PostingList.head(terms.postings(place))
        if place == shard.terms.lowerBound {
          dictionary += line(terms[place], after: UnsafeBufferPointer(rebasing: terms[place][..<0]))
        } else {
          dictionary.append(0x0A)
          dictionary += line(terms[place], after: terms[place - 1])
        }
        write(marks: marks, of: terms[place], to: &writer)
        writer.write(list: published)
      }
      var bytes: [UInt8] = []
      bytes.append(varint: dictionary.count)
      return bytes + dictionary + writer.finished()
    }
  }

  /// What a word can be is told most by its last letter.
  private static func write(marks: UInt8, of term: UnsafeBufferPointer<UInt8>, to writer: inout DecisionWriter) {
    let last = String(decoding: term.suffix(4), as: UTF8.self).unicodeScalars.last?.value ?? 0
    writer.write(Int(marks), width: 4, TermFiles.marksContext + (last & 0xFF) << 4)
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
    var writer = DecisionWriter()
    for place in group { writer.write(list: PostingList.head(terms.postings(place)).published) }
    let lists = writer.finished()
    var bytes: [UInt8] = []
    bytes.append(varint: lists.count)
    return bytes + lists
  }

  private static func dictionary(_ groups: [Range<Int>], of terms: TermList, _ all: Int) -> [UInt8] {
    var writer = DecisionWriter()
    var text: [UInt8] = []
    var before = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    for group in groups {
      for place in group {
        let term = terms[place]
        let (marks, documents, _) = PostingList.head(terms.postings(place))
        writer.write(place > group.lowerBound, groupContext + likeness(before, term))
        write(marks: marks, of: term, to: &writer)
        writer.write(documents < 3 ? 0 : documents < 12 ? 1 : documents < 100 ? 2 : 3, width: 2, sizeContext)
        if documents >= 100 { writer.write(documents == all, everywhereContext) }
        text.append(UInt8(ascii: "|"))
        text += line(term, after: before)
        before = term
      }
    }
    return writer.finished().base64 + text
  }

  /// A number for how many letters two terms share, and how many more the first and the second have, as far as it tells
  /// whether they share a file.
  private static func likeness(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let shared = Int(common(a, b).letters)
    let more = [a, b].map { String(decoding: $0, as: UTF8.self).unicodeScalars.count - shared }
    return UInt32(min(shared, 3) << 6 + min(more[0], 7) << 3 + min(more[1], 7))
  }

  /// A character that tells how many letters a text shares with the one before, and the rest of it.
  private static func line<Text: Collection<UInt8>>(_ text: Text, after before: Text) -> [UInt8]
  where Text.Index == Int {
    let (letters, length) = common(before, text)
    return [UInt8(ascii: "#") + letters] + text.dropFirst(length)
  }

  /// How many letters two terms share at the start, at most 88 so that the count is one printable character before the end of
  /// a line, and in how many bytes.
  private static func common<Text: Collection<UInt8>>(
    _ a: Text, _ b: Text
  ) -> (letters: UInt8, bytes: Int) where Text.Index == Int {
    var length = 0
    var letters: UInt8 = 0
    while letters < 88, length < min(a.count, b.count), a[length] == b[length] {
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
