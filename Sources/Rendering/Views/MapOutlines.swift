import Foundation

/// The outlines of a theme's `map/wellbeing-areas.json`, from which the map is drawn.
///
/// One unit of the map is 2 km, of the inset 0.5 km; y grows southward. Source: Statistics Finland,
/// wellbeing services counties 2023, CC BY 4.0, simplified.
struct MapOutlines: Sendable, Decodable {
  struct Area: Sendable, Decodable {
    /// As in the vocabulary, with its level: `hva-05`.
    let code: String
    /// Where a figure fits, `[x, y]`.
    let label: [Int]
    /// An SVG path.
    let outline: String
    /// For a county too small for any figure: a line, as an SVG path, from it to the figure beside it.
    let pointer: String?
  }

  /// The crowded corner, drawn larger.
  struct Inset: Sendable, Decodable {
    /// What of its own units it shows: `[x, y, width, height]`.
    let view: [Int]
    /// Where it lies on the map, in the map's units: `[x, y, width, height]`.
    let place: [Int]
    let areas: [Area]
  }

  /// What of its units the map shows: `[x, y, width, height]`.
  let view: [Int]
  let areas: [Area]
  let inset: Inset

  /// - Throws: `DecodingError` when the bytes are not such a file.
  init(json: [UInt8]) throws {
    self = try JSONDecoder().decode(MapOutlines.self, from: Data(json))
    guard view.count == 4, inset.view.count == 4, inset.place.count == 4,
      (areas + inset.areas).allSatisfy({ $0.label.count == 2 })
    else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: [], debugDescription: "a view, place or label has too few numbers"))
    }
  }
}
