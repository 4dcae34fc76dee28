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

  /// How many values are offered to choose from; of more, those that most practices have.
  static let limit = 20

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
    var found: [(text: String, practices: [Int])]
    switch kind {
    case .audience: found = catalogue.values(of: .audience)
    case .keyword: found = catalogue.keywords.filter { $0.practices.count > 1 }.map { ($0.word, $0.practices) }
    case .year:
      let years = Dictionary(grouping: catalogue.practices.indices) { catalogue.practices[$0].modified.year }
      found = years.sorted { $0.key > $1.key }.map { (String($0.key), $0.value) }
    }
    if kind != .year, found.count > WrittenFacet.limit {
      // Sorted twice, so that of equals the first by name are kept, and all stand by name.
      let most = found.indices.sorted { a, b in
        found[a].practices.count != found[b].practices.count
          ? found[a].practices.count > found[b].practices.count : a < b
      }
      found = most.prefix(WrittenFacet.limit).sorted().map { found[$0] }
    }
    var seen: [String: Int] = [:]
    values = found.map { text, practices in
      let id = Anchor.id(for: text)
      let count = seen[id, default: 0] + 1
      seen[id] = count
      return Value(
        text: text, language: kind == .year ? nil : catalogue.practices[practices[0]].language,
        slug: count == 1 ? id : "\(id)-\(count)", practices: practices)
    }
    byKey = Dictionary(values.enumerated().map { (NameKey.of($1.text), $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Catalogue {
  /// The values of a field of texts with the practices that have them, in the order of the alphabet.
  fileprivate func values(of role: Role) -> [(text: String, practices: [Int])] {
    var byKey: [String: (text: String, practices: [Int])] = [:]
    for (index, practice) in practices.enumerated() {
      for text in RoleValues(practice.source, schema).texts(role) {
        let key = NameKey.of(text)
        if byKey[key]?.practices.last != index { byKey[key, default: (text, [])].practices.append(index) }
      }
    }
    return byKey.values.sorted { FinnishOrder.precedes($0.text, $1.text) }
  }
}
