import Diagnosing
import Reading

/// Tells which field each key names.
enum KeyMatcher {
  enum Match {
    case known(Int)
    /// No field has that name, but one was meant that has no key of its own: it counts as that field being
    /// there, so that a misspelt key is one error and not two.
    case meant(KeyGuess)
    case unknown
  }

  /// The match of each key, in the keys' order.
  static func match(
    _ pairs: [YAMLPair], among fields: [FieldDefinition], named: (String) -> Int?, _ vocabularies: Vocabularies
  ) -> [Match] {
    var hasUnknown = false
    // By their places, since a pair is dear to copy.
    var matches = pairs.indices.map { place -> Match in
      if let index = named(pairs[place].key) { return .known(index) }
      hasUnknown = true
      return .unknown
    }
    if !hasUnknown { return matches }

    var present = Set(matches.compactMap { if case .known(let index) = $0 { index } else { nil } })
    let language = language(of: pairs, among: fields)
    // All near names come before any wider guess, so that a guess takes no field from a misspelt key.
    for isNear in [true, false] {
      var guesses = 0
      for (position, match) in matches.enumerated() where guesses < Self.guessLimit {
        guard case .unknown = match else { continue }
        guesses += 1
        let guesser = KeyGuesser(fields: fields, present: present, language: language, vocabularies: vocabularies)
        let pair = pairs[position]
        if let guess = isNear ? guesser.near(pair.key) : guesser.meant(pair) {
          present.insert(guess.field)
          matches[position] = .meant(guess)
        }
      }
    }
    return matches
  }

  /// Guessing takes time, and a file with more unknown keys than this is no entry.
  private static let guessLimit = 20

  /// The language in which most keys are written; Finnish where none is known.
  private static func language(of pairs: [YAMLPair], among fields: [FieldDefinition]) -> Language {
    let keys = Set(pairs.prefix(100).map { NameKey.of($0.key) })
    func count(_ language: Language) -> Int { fields.count { keys.contains(NameKey.of($0.keys[language])) } }
    var best = Language.fi
    for language in Language.allCases where count(language) > count(best) { best = language }
    return best
  }
}
