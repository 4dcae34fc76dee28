/// The codes of one facet that documents are filtered by.
///
/// ```json
/// {"of": "AAAHgAA=",
/// "order": 1,
/// "codes": {"region": ["hva-06", "kunta-418"]}}
/// ```
///
/// Of each facet the codes that documents have or are found under, in order. The others are in Base64 what ``SetWriting`` wrote:
/// for each facet and code the other codes that a document with it is found under, then for each document and facet the codes
/// that it has.
///
/// Documents are numbered in the order of some facets (``DocumentOrder``), as many of the first as `order` tells, and such a
/// facet takes little: where two documents have the same sets of those that come first, what is told of the second is how
/// far its set is from that of the first.
///
/// What every page with filters shows is in the manifest, and the facets that it folds away are in `facets.json`.
struct FacetColumn: Sendable {
  let name: String
  private let isOrder: Bool
  private let codes: [String]
  /// The set of each document, and the different ones.
  private let own: [Int]
  private let sets: [[Int]]
  /// The other codes that a document with a code is found under, for each.
  private let under: [[Int]]

  /// The facets that documents have: those that the documents are in the order of, then the others by name.
  ///
  /// - Parameters:
  ///   - widening: for each facet the codes that a document with a code is found under, the code among them.
  ///   - isWanted: tells a facet's name.
  static func all(
    of documents: [SearchDocument], inOrderOf order: [String], widening: [String: [String: [String]]],
    where isWanted: (String) -> Bool = { _ in true }
  ) -> [FacetColumn] {
    var names: [String] = []
    for number in documents.indices {
      for place in documents[number].facets.indices where !names.contains(documents[number].facets[place].name) {
        names.append(documents[number].facets[place].name)
      }
    }
    names = names.filter(isWanted)
    let order = order.filter(names.contains)
    names = order + names.filter { !order.contains($0) }.sorted()
    return concurrently(names.count) { [names] place in
      let name = names[place]
      return FacetColumn(name, FacetSets(name, of: documents), isOrder: place < order.count, widening[name] ?? [:])
    }
  }

  /// Facets as JSON.
  static func json(_ columns: [FacetColumn]) -> [UInt8] {
    var bytes = Array("{\"of\":\"".utf8) + written(columns).base64
    bytes += Array("\",\n\"order\":\(columns.count(where: \.isOrder)),\n\"codes\":{".utf8)
    for (index, column) in columns.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(0x0A)
      bytes.append(json: column.name)
      bytes.append(UInt8(ascii: ":"))
      bytes.append(json: column.codes)
    }
    return bytes + Array("}}".utf8)
  }

  private static func written(_ columns: [FacetColumn]) -> [UInt8] {
    var writer = DecisionWriter(Chances(bits: 16))
    let sets = columns.indices.map { SetWriting(codes: columns[$0].codes.count, context: UInt32(2 * $0)) }
    for (index, column) in columns.enumerated() {
      let writing = SetWriting(codes: column.codes.count, context: UInt32(2 * index + 1))
      for found in column.under { writing.write(found, after: nil, to: &writer) }
    }
    for number in columns.first?.own.indices ?? 0..<0 {
      var isAsBefore = number > 0
      for (column, writing) in zip(columns, sets) {
        let before = isAsBefore && column.isOrder ? column.own[number - 1] : nil
        writing.write(column.sets[column.own[number]], after: before.map { column.sets[$0] }, to: &writer)
        isAsBefore = before == column.own[number]
      }
    }
    return writer.finished()
  }

  private init(_ name: String, _ written: FacetSets, isOrder: Bool, _ widening: [String: [String]]) {
    self.name = name
    self.isOrder = isOrder
    let found = written.codes.map { widening[$0] ?? [$0] }
    codes = found.reduce(into: Set(written.codes)) { $0.formUnion($1) }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let number = Dictionary(uniqueKeysWithValues: zip(codes, codes.indices))
    let numbers = written.codes.map { number[$0] ?? 0 }
    sets = written.sets.map { $0.map { numbers[$0] } }
    own = written.own
    var under = [[Int]](repeating: [], count: codes.count)
    for (code, found) in zip(numbers, found) {
      under[code] = found.compactMap { number[$0] }.filter { $0 != code }.sorted()
    }
    self.under = under
  }
}
