import Diagnosing
import Reading

/// A term that may have been meant by a text that names none.
///
/// This only runs after a failure.
struct TermGuess {
  let term: Int
  /// The name to write instead.
  let name: String
  let distance: Int

  /// The terms with a name near the text, nearest first, each once.
  ///
  /// Inflected forms lead to their term too. Of a term's names the nearest is offered; where two are as
  /// near, the one in the given language.
  static func ranked(for text: String, in vocabulary: Vocabulary, _ language: Language) -> [TermGuess] {
    var owners: [String: Int] = [:]
    var best: [Int: TermGuess] = [:]
    let keys = [text, withoutKind(text)].map(NameKey.of)
    for (index, term) in vocabulary.terms.enumerated() {
      for name in term.names.all + term.otherNames where owners[name] == nil { owners[name] = index }
      if term.inflected.contains(where: { keys.contains(NameKey.of($0)) }) {
        best[index] = TermGuess(term: index, name: term.names[language], distance: 0)
      }
    }
    let names = owners.keys.sorted()
    for spelling in Set([text, withoutKind(text)]).sorted() {
      for candidate in NearestName.ranked(for: spelling, among: names) {
        guard let index = owners[candidate.name] else { continue }
        let isOwn = candidate.name == vocabulary.terms[index].names[language]
        if let known = best[index], known.distance <= candidate.distance,
          !(isOwn && known.distance == candidate.distance)
        {
          continue
        }
        best[index] = TermGuess(term: index, name: candidate.name, distance: candidate.distance)
      }
    }
    if best.isEmpty, let guess = byStart(text, in: vocabulary, language) { return [guess] }
    if best.isEmpty, let guess = byWord(text, in: vocabulary, language) { return [guess] }
    return best.values.sorted { ($0.distance, $0.term) < ($1.distance, $1.term) }
  }

  /// The term with the longest name that the text starts with, as an inflected form does: `Kokeilussa`.
  private static func byStart(_ text: String, in vocabulary: Vocabulary, _ language: Language) -> TermGuess? {
    let key = NameKey.of(text)
    guard !key.contains(" ") else { return nil }
    var best: (term: Int, length: Int)?
    for (index, term) in vocabulary.terms.enumerated() {
      for name in (term.names.all + term.otherNames).map(NameKey.of)
      where name.utf8.count > 4 && name.utf8.count > best?.length ?? 0 && key.hasPrefix(name) {
        best = (index, name.utf8.count)
      }
    }
    return best.map { TermGuess(term: $0.term, name: vocabulary.terms[$0.term].names[language], distance: .max) }
  }

  /// A term that one word of the text names, the last such: the municipality's own funding for
  /// `Lempäälän kunta`; and else one that it names in another form: Tampere for `Tampereen seutu`.
  private static func byWord(_ text: String, in vocabulary: Vocabulary, _ language: Language) -> TermGuess? {
    let words = text.split { " ,()/".contains($0) }.map(String.init)
    guard words.count > 1 else { return nil }
    let lastFirst = words.reversed().lazy
    let named = lastFirst.compactMap(vocabulary.term(named:)).first
    guard let term = named ?? lastFirst.map(NameKey.of).compactMap({ inflected($0, in: vocabulary) }).first else {
      return nil
    }
    return TermGuess(term: term, name: vocabulary.terms[term].names[language], distance: .max)
  }

  private static func inflected(_ key: String, in vocabulary: Vocabulary) -> Int? {
    vocabulary.terms.firstIndex { $0.inflected.contains { NameKey.of($0) == key } }
  }

  /// Whether the first of several must have been meant: since only diaereses and signs are missing, or since
  /// it is so near and the others so far.
  static func isCertain(_ guesses: [TermGuess], for text: String) -> Bool {
    guard let first = guesses.first else { return false }
    if Anchor.id(for: first.name) == Anchor.id(for: text) { return true }
    guard guesses.count > 1 else { return first.distance <= max(2, text.unicodeScalars.count * 2 / 5) }
    return first.distance <= 2 && guesses[1].distance >= first.distance + 4
  }

  /// `Lempälän` of `Lempälän kunta`.
  private static func withoutKind(_ text: String) -> String {
    for suffix in [" kunta", " kaupunki", " kommun", " stad"] where text.hasSuffix(suffix) {
      return String(text.dropLast(suffix.count))
    }
    return text
  }
}
