/// Writes what tells documents apart: their slugs, their cards and the codes they are filtered by.
///
/// Documents are numbered by the order of their slugs. `slugs/N.txt` lists the slugs of a block, one a line.
///
/// `cards/N.txt` holds what is shown of the documents of a block, column by column, since like compresses best beside like
/// (a fifth less than records): a line with the columns' names, `[]` after those of lists, which are joined by commas; then
/// for each column a line a document. A result's card is anywhere among the documents, so every card costs a file of its
/// own unless there is only one. Up to 256 documents all cards are one file (59 bytes a document under gzip); beyond that
/// a file has 16, which costs 1.9 kB: with 8 it would be 1.1, and with 64 it is 4.7 without saving a request.
enum DocumentFiles {
  static func slugs(_ documents: [SearchDocument], block: Int) -> [SearchFile] {
    blocks(documents.count, block).enumerated().map { number, range in
      SearchFile(
        path: "slugs/\(number).txt", content: Array(documents[range].map(\.slug).joined(separator: "\n").utf8))
    }
  }

  static func cards(_ documents: [SearchDocument], block: Int) -> [SearchFile] {
    let ranges = blocks(documents.count, block)
    let fingerprints = concurrently(ranges.count) { fingerprint(ofCards: documents[ranges[$0]]) }
    return zip(ranges, fingerprints).enumerated().map { number, block in
      SearchFile(path: "cards/\(number).txt", fingerprint: block.1) { cards(documents[block.0]) }
    }
  }

  /// A hash of everything that cards show.
  private static func fingerprint(ofCards documents: ArraySlice<SearchDocument>) -> UInt64 {
    var hash = UInt64(documents.count)
    for document in documents {
      hash = hash64(document.slug, seed: hash64(document.language.rawValue, seed: hash))
      hash = hash64(document.summary, seed: hash64(document.title, seed: hash))
      for field in document.stored {
        hash = hash64(field.name, seed: hash)
        switch field.value {
        case .text(let text): hash = hash64(text, seed: hash)
        case .list(let list): hash = list.reduce(hash &+ UInt64(list.count)) { hash64($1, seed: $0) }
        }
      }
    }
    return hash
  }

  static func blocks(_ count: Int, _ size: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  }

  private static func cards(_ documents: ArraySlice<SearchDocument>) -> [UInt8] {
    var bytes = Array("slug language title summary".utf8)
    for field in documents.first?.stored ?? [] {
      bytes.append(0x20)
      bytes.append(contentsOf: field.name.utf8)
      if case .list = field.value { bytes.append(contentsOf: "[]".utf8) }
    }
    func append(column value: (SearchDocument) -> String) {
      for document in documents {
        bytes.append(0x0A)
        let start = bytes.count
        bytes.append(contentsOf: value(document).utf8)
        for place in start..<bytes.count where bytes[place] == 0x0A { bytes[place] = 0x20 }
      }
    }
    append(column: \.slug)
    append(column: \.language.rawValue)
    append(column: \.title)
    append(column: \.summary)
    for index in documents.first?.stored.indices ?? 0..<0 {
      append { document in
        switch index < document.stored.count ? document.stored[index].value : nil {
        case .text(let text): text
        case .list(let list): list.joined(separator: ",")
        case nil: ""
        }
      }
    }
    return bytes
  }

  /// `{"modified": [2, 0, …]}`: the rank of each document, 0 being the first; equal ones have the same.
  static func orders(_ documents: [SearchDocument]) -> SearchFile {
    var names: [String] = []
    for document in documents {
      for order in document.orders where !names.contains(order.name) { names.append(order.name) }
    }
    names.sort()
    var bytes = Array("{".utf8)
    for (index, name) in names.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(0x0A)
      bytes.append(json: name)
      bytes.append(UInt8(ascii: ":"))
      bytes.append(json: ranks(documents.map { document in document.orders.first { $0.name == name }?.key ?? "" }))
    }
    bytes += Array("\n}\n".utf8)
    return SearchFile(path: "orders.json", content: bytes)
  }

  /// The place of each key among the different ones in the order of their bytes.
  private static func ranks(_ keys: [String]) -> [Int] {
    // Most keys differ in their first eight bytes, which compare as one number.
    let heads = keys.map { key in
      var key = key
      return key.withUTF8 { bigEndian($0, from: 0) }
    }
    let sorted = keys.indices.sorted { a, b in
      heads[a] == heads[b] ? keys[a].utf8.lexicographicallyPrecedes(keys[b].utf8) : heads[a] < heads[b]
    }
    var ranks = [Int](repeating: 0, count: keys.count)
    var rank = 0
    for (before, place) in zip(sorted, sorted.dropFirst()) {
      if heads[before] != heads[place] || keys[before] != keys[place] { rank += 1 }
      ranks[place] = rank
    }
    return ranks
  }
}
