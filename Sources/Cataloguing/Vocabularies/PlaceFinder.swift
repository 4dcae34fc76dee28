/// Finds the regions that a text names, in any inflected form that the vocabulary knows.
///
/// ```swift
/// finder.regions(in: "Lempäälän kunnan koulut")  // the index of Lempäälä
/// ```
public struct PlaceFinder: Sendable {
  /// Forms as words; the first word leads to the forms that start with it.
  private let forms: [String: [(words: [String], term: Int)]]

  public init(_ vocabulary: Vocabulary) {
    var forms: [String: [(words: [String], term: Int)]] = [:]
    for (index, term) in vocabulary.terms.enumerated() {
      let ambiguous = Set(term.ambiguous.map(NameKey.of))
      for name in term.names.all + term.otherNames + term.inflected {
        let key = NameKey.of(name)
        let words = PlaceFinder.words(of: key)
        guard let first = words.first, key.count > 3, !ambiguous.contains(key) else { continue }
        forms[first, default: []].append((words, index))
      }
    }
    self.forms = forms.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }

  /// Indices of the regions named in a text, each once, in the order of their first mention.
  public func regions(in text: String) -> [Int] {
    let words = PlaceFinder.words(of: NameKey.of(text))
    var found: [Int] = []
    var position = 0
    while position < words.count {
      let match = forms[words[position]]?.first { words[position...].starts(with: $0.words) }
      if let match, !found.contains(match.term) { found.append(match.term) }
      position += match?.words.count ?? 1
    }
    return found
  }

  private static func words(of key: String) -> [String] {
    key.split { $0 == " " || $0 == "," || $0 == "." || $0 == "(" || $0 == ")" || $0 == ";" || $0 == "/" || $0 == ":" }
      .map(String.init)
  }
}
