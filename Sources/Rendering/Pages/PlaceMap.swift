import Cataloguing

extension LocalSite {
  /// The counties that regions lie in, marked on a small map.
  ///
  /// - Parameter links: of the same regions.
  func placeMap(_ regions: [Int], _ links: [LinkView]) -> PlaceMapView? {
    guard let vocabulary = model.schema.regionVocabulary, let containment = model.schema.containment else { return nil }
    let marksByRegion = mapMarks.value {
      vocabulary.terms.indices.map { LocalSite.marks(of: $0, vocabulary, containment) }
    }
    var marks: [String] = []
    for region in regions {
      for code in marksByRegion[region] where !marks.contains(code) { marks.append(code) }
    }
    guard !marks.isEmpty else { return nil }
    // The map has no municipalities, so the county that is marked for one is named.
    let names = links.map { $0.detail.isEmpty ? $0.text : "\($0.text) (\($0.detail))" }
    return PlaceMapView(names: String(joining: names, separator: ", "), marks: marks)
  }

  private static func marks(of region: Int, _ vocabulary: Vocabulary, _ containment: RegionContainment) -> [String] {
    let counties: [Int]
    switch vocabulary.terms[region].level {
    case "maa": return ["suomi"]
    case "maakunta":
      counties = vocabulary.terms.indices.filter {
        vocabulary.terms[$0].level == "hva"
          && !Set(containment.municipalities[$0]).isDisjoint(with: containment.municipalities[region])
      }
    default: counties = containment.holders[region].filter { vocabulary.terms[$0].level == "hva" }
    }
    return counties.map { vocabulary.terms[$0].code }
  }
}
