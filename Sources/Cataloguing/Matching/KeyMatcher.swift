import Diagnosing
import Reading

/// Tells which field each key names.
enum KeyMatcher {
  enum Match {
    case known(Int)
    /// No field has that name, but one has a near name and no key of its own: it counts as that field
    /// being there, so that a misspelt key is one error and not two.
    case meant(KeyGuess)
    case unknown
  }

  /// The match of each key, in the keys' order.
  static func match(
    _ pairs: [YAMLPair], among fields: [FieldDefinition], named: (String) -> Int?
  ) -> [Match] {
    var hasUnknown = false
    var matches = pairs.map { pair -> Match in
      if let index = named(pair.key) { return .known(index) }
      hasUnknown = true
      return .unknown
    }
    if !hasUnknown { return matches }

    var present = Set(matches.compactMap { if case .known(let index) = $0 { index } else { nil } })
    var guesses = 0
    for (position, match) in matches.enumerated() where guesses < Self.guessLimit {
      guard case .unknown = match else { continue }
      guesses += 1
      if let guess = KeyGuess.first(for: pairs[position].key, among: fields, present: present) {
        present.insert(guess.field)
        matches[position] = .meant(guess)
      }
    }
    return matches
  }

  /// Guessing takes time, and a file with more unknown keys than this is no entry.
  private static let guessLimit = 20
}

/// A field that may have been meant by a key that names none.
public struct KeyGuess: Sendable {
  /// Index among the fields that the key was looked for in.
  public let field: Int
  /// The name to write instead.
  public let name: String
  /// Whether no other field can have been meant.
  public let isCertain: Bool

  /// The nearest field that has no key of its own: by its spelling, else by a word that the names share.
  static func first(for key: String, among fields: [FieldDefinition], present: Set<Int>) -> KeyGuess? {
    let free = fields.enumerated().filter { !present.contains($0.offset) }
    let near = NearestName.ranked(for: NameKey.of(key), among: free.flatMap { $0.element.allNames })
    func owner(_ name: String) -> Int? { free.first { $0.element.allNames.contains(name) }?.offset }
    if let best = near.first, let field = owner(best.name) {
      let isCertain = near.allSatisfy { owner($0.name) == field || $0.distance > best.distance + 2 }
      // Where a key and a label differ in case only, it is the key that is offered.
      let name = fields[field].allNames.first { NameKey.of($0) == NameKey.of(best.name) } ?? best.name
      return KeyGuess(field: field, name: name, isCertain: isCertain)
    }
    let words = Set(NameKey.of(key).split(separator: " "))
    for (offset, field) in free {
      for name in field.keys.all {
        let own = Set(NameKey.of(name).split(separator: " "))
        if own.isSubset(of: words) || words.isSubset(of: own) {
          return KeyGuess(field: offset, name: name, isCertain: false)
        }
      }
    }
    return nil
  }
}
