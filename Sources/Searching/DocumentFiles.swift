/// Writes what tells documents apart: their slugs, their cards and the codes they are filtered by.
///
/// Documents are numbered by the order of their slugs. `slugs/N.txt` lists the slugs of a block, one a line;
/// `cards/N.json` is an array of what is shown of each; `facets.json` tells each document's codes, `orders.json` its places.
enum DocumentFiles {
  static func slugs(_ documents: [SearchDocument], block: Int) -> [SearchFile] {
    blocks(documents.count, block).enumerated().map { number, range in
      SearchFile(
        path: "slugs/\(number).txt", content: Array(documents[range].map(\.slug).joined(separator: "\n").utf8))
    }
  }

  static func cards(_ documents: [SearchDocument], block: Int) -> [SearchFile] {
    blocks(documents.count, block).enumerated().map { number, range in
      var bytes = Array("[\n".utf8)
      for index in range {
        if index > range.lowerBound { bytes += Array(",\n".utf8) }
        append(documents[index], to: &bytes)
      }
      bytes += Array("\n]\n".utf8)
      return SearchFile(path: "cards/\(number).json", content: bytes)
    }
  }

  static func blocks(_ count: Int, _ size: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  }

  private static func append(_ document: SearchDocument, to bytes: inout [UInt8]) {
    func append(name: String) {
      bytes.append(json: name)
      bytes.append(UInt8(ascii: ":"))
    }
    bytes.append(UInt8(ascii: "{"))
    for (name, text) in [
      ("slug", document.slug), ("language", document.language.rawValue), ("title", document.title),
      ("summary", document.summary),
    ] {
      if name != "slug" { bytes.append(UInt8(ascii: ",")) }
      append(name: name)
      bytes.append(json: text)
    }
    for field in document.stored {
      bytes.append(UInt8(ascii: ","))
      append(name: field.name)
      switch field.value {
      case .text(let text): bytes.append(json: text)
      case .list(let list): bytes.append(json: list)
      }
    }
    bytes.append(UInt8(ascii: "}"))
  }

  /// `{"region": {"codes": […], "sets": [[0, 4], …], "of": [2, 0, …]}}`: the codes in order, the different sets of
  /// codes that documents have, and the set of each document.
  static func facets(_ documents: [SearchDocument]) -> SearchFile {
    var names = Set<String>()
    for document in documents { names.formUnion(document.facets.map(\.name)) }
    var bytes = Array("{".utf8)
    for (index, name) in names.sorted().enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(0x0A)
      bytes.append(json: name)
      bytes.append(UInt8(ascii: ":"))
      append(facet: name, of: documents, to: &bytes)
    }
    bytes += Array("\n}\n".utf8)
    return SearchFile(path: "facets.json", content: bytes)
  }

  /// `{"modified": [2, 0, …]}`: the rank of each document, 0 being the first; equal ones have the same.
  static func orders(_ documents: [SearchDocument]) -> SearchFile {
    let names = Set(documents.flatMap { $0.orders.map(\.name) }).sorted()
    var bytes = Array("{".utf8)
    for (index, name) in names.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(0x0A)
      bytes.append(json: name)
      bytes.append(UInt8(ascii: ":"))
      let keys = documents.map { document in document.orders.first { $0.name == name }?.key ?? "" }
      let different = Set(keys).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      let rank = Dictionary(uniqueKeysWithValues: zip(different, different.indices))
      bytes.append(json: keys.map { rank[$0] ?? 0 })
    }
    bytes += Array("\n}\n".utf8)
    return SearchFile(path: "orders.json", content: bytes)
  }

  private static func append(facet name: String, of documents: [SearchDocument], to bytes: inout [UInt8]) {
    let sets = documents.map { document in
      Set(document.facets.filter { $0.name == name }.flatMap(\.codes)).sorted()
    }
    let codes = Set(sets.joined()).sorted()
    var numberOfCode: [String: Int] = [:]
    for (number, code) in codes.enumerated() { numberOfCode[code] = number }
    var different: [[String]] = []
    var numberOfSet: [[String]: Int] = [:]
    let numbers = sets.map { set in
      if let number = numberOfSet[set] { return number }
      numberOfSet[set] = different.count
      different.append(set)
      return different.count - 1
    }
    bytes += Array("{\"codes\":".utf8)
    bytes.append(json: codes)
    bytes += Array(",\n\"sets\":[".utf8)
    for (index, set) in different.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(json: set.compactMap { numberOfCode[$0] })
    }
    bytes += Array("],\n\"of\":".utf8)
    bytes.append(json: numbers)
    bytes.append(UInt8(ascii: "}"))
  }
}
