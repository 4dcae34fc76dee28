import Diagnosing

/// Finds the regions that a text names, in any inflected form that the vocabulary knows.
///
/// ```swift
/// finder.regions(in: "Lempäälän kunnan koulut")  // the index of Lempäälä
/// ```
public struct PlaceFinder: Sendable {
  /// Forms as words; the first word leads to the forms that start with it, the longest first.
  private typealias Forms = [String: [(words: [String], term: Int)]]

  private let forms: Forms
  /// Forms that are ordinary words or other names too, such as Turku and Nokia.
  private let ambiguousForms: Forms

  public init(_ vocabulary: Vocabulary) {
    var forms: Forms = [:]
    var ambiguousForms: Forms = [:]
    for (index, term) in vocabulary.terms.enumerated() {
      let ambiguous = Set(term.ambiguous.map(NameKey.of))
      for name in term.names.all + term.otherNames + term.inflected {
        let key = NameKey.of(name)
        let words = PlaceFinder.words(of: key)
        guard let first = words.first else { continue }
        if key.count > 3, !ambiguous.contains(key) {
          forms[first, default: []].append((words, index))
        } else {
          ambiguousForms[first, default: []].append((words, index))
        }
      }
    }
    self.forms = forms.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    self.ambiguousForms = ambiguousForms.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }

  /// Indices of the regions named in a text, each once, in the order of their first mention.
  public func regions(in text: String) -> [Int] { PlaceFinder.find(forms, in: text) }

  /// Indices of the regions that a text may name, by words that mean other things as well.
  func ambiguousRegions(in text: String) -> [Int] { PlaceFinder.find(ambiguousForms, in: text) }

  private static func find(_ forms: Forms, in text: String) -> [Int] {
    let words = words(of: NameKey.of(text))
    var found: [Int] = []
    var position = 0
    while position < words.count {
      let match = forms[words[position]]?.first { words[position...].starts(with: $0.words) }
      if let match, !found.contains(match.term) { found.append(match.term) }
      position += match?.words.count ?? 1
    }
    return found
  }

  /// The words of a text in the form of `NameKey`, without the marks around them.
  private static func words(of key: String) -> [String] {
    // Typographic quotes are the only marks here of more than a byte.
    let hasQuotes = key.withBytes { $0.contains(0xE2) }
    let plain = hasQuotes ? key.replacing("”", with: "\"").replacing("’", with: "'") : key
    return plain.withBytes { bytes in
      bytes.split { byte in
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: ")"),
          UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?"),
          UInt8(ascii: "\""), UInt8(ascii: "'"):
          true
        default: false
        }
      }.map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
