/// The codes that documents have of one facet, and the different sets of them.
struct FacetSets {
  /// In the order of their bytes.
  let codes: [String]
  /// The different sets, each of ascending numbers of codes; in the order of these.
  let sets: [[Int]]
  /// The set of each document.
  let own: [Int]

  init(_ name: String, of documents: [SearchDocument]) {
    let (met, lists, ownList) = FacetSets.met(name, documents)
    let order = met.indices.sorted { met[$0].utf8.lexicographicallyPrecedes(met[$1].utf8) }
    var number = [Int](repeating: 0, count: met.count)
    for (place, code) in order.enumerated() { number[code] = place }
    // Two lists may have the same codes in another order.
    let found = lists.map { Set($0.map { number[$0] }).sorted() }
    let sets = Set(found).sorted { $0.lexicographicallyPrecedes($1) }
    let places = Dictionary(uniqueKeysWithValues: zip(sets, sets.indices))
    let place = found.map { places[$0] ?? 0 }
    codes = order.map { met[$0] }
    self.sets = sets
    own = ownList.map { place[$0] }
  }

  /// The codes as they are met, the different lists of them, and the list of each document.
  private static func met(
    _ name: String, _ documents: [SearchDocument]
  ) -> (codes: [String], lists: [[Int]], own: [Int]) {
    var (codes, lists): ([String], [[Int]]) = ([], [])
    var places: [String: Int] = [:]
    // The lists as lines: most have been met, and need not be taken apart.
    var (known, lines) = (StringTable(), [UInt8]())
    let own = documents.indices.map { number in
      lines.removeAll(keepingCapacity: true)
      let facets = documents[number].facets
      let own = facets.indices.first { facets[$0].name == name }.map { facets[$0].codes } ?? []
      for code in own {
        var code = code
        code.withUTF8 { lines.append(contentsOf: $0) }
        lines.append(0x0A)
      }
      let list = known.insert(lines)
      if list == lists.count {
        lists.append(
          own.map { code in
            if let place = places[code] { return place }
            codes.append(code)
            places[code] = codes.count - 1
            return codes.count - 1
          })
      }
      return list
    }
    return (codes, lists, own)
  }
}
