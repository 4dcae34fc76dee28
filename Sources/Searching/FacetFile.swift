/// Writes the codes that documents are filtered by.
///
/// ```json
/// {"region": {"codes": ["hva-06", "kunta-418"],
/// "under": [[0], [0, 1]],
/// "of": "$ # "}}
/// ```
///
/// The codes that documents have or are found under, in order; what a document of each code is found under, left out when
/// that is the code alone; and each document's own codes, a character each from `#` on (less `\` and what is no scalar),
/// with a space after each document. Written out, the codes that 10,000 practices are found under take 57 kB under gzip;
/// so they take 35.
struct FacetFile {
  private let documents: [SearchDocument]
  private let widening: [String: [String: [String]]]

  /// - Parameter widening: for each facet the codes that a document with a code is found under, the code among them.
  static func make(_ documents: [SearchDocument], widening: [String: [String: [String]]]) -> SearchFile {
    let file = FacetFile(documents: documents, widening: widening)
    var names: [String] = []
    for document in documents {
      for facet in document.facets where !names.contains(facet.name) { names.append(facet.name) }
    }
    names.sort()
    var bytes = Array("{".utf8)
    for (index, name) in names.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(0x0A)
      bytes.append(json: name)
      bytes.append(UInt8(ascii: ":"))
      file.append(facet: name, to: &bytes)
    }
    bytes += Array("\n}\n".utf8)
    return SearchFile(path: "facets.json", content: bytes)
  }

  private func append(facet name: String, to bytes: inout [UInt8]) {
    let widening = widening[name] ?? [:]
    let (met, own) = codes(ofFacet: name)
    let known = Set(met)
    var all = known
    for code in met { all.formUnion(widening[code] ?? []) }
    let codes = all.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let number = Dictionary(uniqueKeysWithValues: zip(codes, codes.indices))
    bytes += Array("{\"codes\":".utf8)
    bytes.append(json: codes)
    if !widening.isEmpty {
      bytes += Array(",\n\"under\":[".utf8)
      for (index, code) in codes.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        let holders = known.contains(code) ? widening[code] ?? [code] : []
        bytes.append(json: holders.compactMap { number[$0] }.sorted())
      }
      bytes.append(UInt8(ascii: "]"))
    }
    bytes += Array(",\n\"of\":\"".utf8)
    let signs = met.map { Array(String(Character(FacetFile.sign(number[$0] ?? 0))).utf8) }
    for place in own {
      if let place { bytes += signs[place] } else { bytes.append(0x20) }
    }
    bytes += Array("\"}".utf8)
  }

  /// The codes of one facet in the order they are met, and for each document the places of its own among them, then nil.
  private func codes(ofFacet name: String) -> (met: [String], own: [Int?]) {
    var met: [String] = []
    var places: [String: Int] = [:]
    var own: [Int?] = []
    for document in documents {
      if let facet = document.facets.first(where: { $0.name == name }) {
        for code in facet.codes {
          let place = places[code] ?? met.count
          if place == met.count {
            met.append(code)
            places[code] = place
          }
          own.append(place)
        }
      }
      own.append(nil)
    }
    return (met, own)
  }

  /// The character of a code: those from `#` on, but for the backslash and the surrogates.
  static func sign(_ number: Int) -> Unicode.Scalar {
    var value = UInt32(number) + 0x23
    if value >= 0x5C { value += 1 }
    if value >= 0xD800 { value += 0x800 }
    return Unicode.Scalar(value) ?? "#"
  }
}
