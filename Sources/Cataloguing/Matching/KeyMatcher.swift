import Diagnosing
import Reading

/// Tells which field each key names.
enum KeyMatcher {
  enum Match {
    case known(Int)
    /// No field has that name, but one has a near name and no key of its own: it counts as that field
    /// being there, so that a misspelt key is one error and not two.
    case meant(Int)
    case unknown
  }

  static func match(
    _ pairs: [YAMLPair], among fields: [FieldDefinition], named: (String) -> Int?
  ) -> [(YAMLPair, Match)] {
    var matches = pairs.map { pair -> (YAMLPair, Match) in
      (pair, named(pair.key).map(Match.known) ?? .unknown)
    }
    var present = Set(matches.compactMap { if case .known(let index) = $0.1 { index } else { nil } })
    for (position, (pair, match)) in matches.enumerated() {
      guard case .unknown = match else { continue }
      let names = fields.flatMap(\.allNames)
      let near = NearestName.suggestions(for: NameKey.of(pair.key), among: names, limit: 5)
      let meant = near.lazy.compactMap { name in
        fields.firstIndex { $0.allNames.contains(name) }
      }.first { !present.contains($0) }
      if let meant {
        present.insert(meant)
        matches[position].1 = .meant(meant)
      }
    }
    return matches
  }
}
