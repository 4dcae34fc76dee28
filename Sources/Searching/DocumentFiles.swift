/// Writes what tells documents apart: their slugs, and their places in orders.
///
/// Documents are numbered as ``DocumentOrder`` tells. `slugs/N.txt` lists the slugs of a block, one a line.
enum DocumentFiles {
  /// - Parameter fingerprint: of the documents without their texts; nil where nobody knows one.
  static func slugs(_ documents: [SearchDocument], block: Int, fingerprint: UInt64?) -> [SearchFile] {
    blocks(documents.count, block).enumerated().map { number, range in
      SearchFile(path: "slugs/\(number).txt", fingerprint: fingerprint) {
        Array(documents[range].map(\.slug).joined(separator: "\n").utf8)
      }
    }
  }

  static func blocks(_ count: Int, _ size: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  }

  /// `{"modified": [2, 0, …]}`: the rank of each document, 0 being the first; equal ones have the same.
  static func orders(_ documents: [SearchDocument], fingerprint: UInt64?) -> SearchFile {
    SearchFile(path: "orders.json", fingerprint: fingerprint) { orders(documents) }
  }

  private static func orders(_ documents: [SearchDocument]) -> [UInt8] {
    var names: [String] = []
    for number in documents.indices {
      for place in documents[number].orders.indices where !names.contains(documents[number].orders[place].name) {
        names.append(documents[number].orders[place].name)
      }
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
    return bytes + Array("\n}\n".utf8)
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
