import Cataloguing
import Diagnosing
import Reading

/// A facet whose values are in no vocabulary: what editors write themselves, or the year of the last change.
struct WrittenFacet: Sendable {
  enum Kind: String, Sendable, CaseIterable {
    case audience, keyword, year
  }

  struct Value: Sendable {
    /// Shown, and its code in the address: `perusopetuksen oppilaat`.
    let text: String
    /// The language it is written in; nil for a year.
    let language: Language?
    /// The last part of its page's address, unique in the facet.
    let slug: String
    /// In the catalogue's order.
    let practices: [Int]
  }

  let kind: Kind
  /// In the order they are shown.
  let values: [Value]
  private let byKey: [String: Int]

  /// The value that a text is a spelling of.
  func value(_ text: String) -> Value? { byKey[NameKey.of(text)].map { values[$0] } }

  /// Whether there is something to choose between.
  var isChoice: Bool { values.count > 1 }

  /// The facets that a catalogue has values of.
  static func all(of catalogue: Catalogue) -> [WrittenFacet] {
    Kind.allCases.map { WrittenFacet($0, of: catalogue) }.filter { !$0.values.isEmpty }
  }

  private init(_ kind: Kind, of catalogue: Catalogue) {
    self.kind = kind
    let written =
      switch kind {
      case .audience:
        WrittenValues(
          gathering: catalogue.practices.lazy.map { RoleValues($0.source, catalogue.schema).texts(.audience) })
      case .keyword: WrittenValues(catalogue.keywords.filter { $0.practices.count > 1 }.map { ($0.word, $0.practices) })
      case .year:
        WrittenValues(
          Dictionary(grouping: catalogue.practices.indices) { catalogue.practices[$0].modified.year }
            .sorted { $0.key > $1.key }.map { (String($0.key), $0.value) }, limit: nil)
      }
    values = written.values.map { value in
      Value(
        text: value.text, language: kind == .year ? nil : catalogue.practices[value.practices[0]].language,
        slug: value.slug, practices: value.practices)
    }
    byKey = Dictionary(values.enumerated().map { (NameKey.of($1.text), $0) }, uniquingKeysWith: { first, _ in first })
  }
}
