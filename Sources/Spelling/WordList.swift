/// A site's own words, which the dictionary does not know: names of places, projects and programmes.
///
/// ```text
/// # content/spelling.txt: one word a line, in its basic form
/// Hakkari
/// HOJKS
/// ```
///
/// A listed word is accepted with Finnish endings (`Hakkarissa`, `HOJKS:n`) and as a part of a compound with a
/// hyphen. A change within the stem is not guessed: a form that has one is listed too.
public struct WordList: Sendable {
  /// Where a site keeps its list.
  public static let path = "content/spelling.txt"

  private var stems: Set<String> = []

  public init() {}

  public init(_ text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      let word = line.prefix { $0 != "#" }.filter { !$0.isWhitespace }
      if !word.isEmpty { add(String(word)) }
    }
  }

  private mutating func add(_ word: String) {
    stems.insert(word)
    // Lempoinen: Lempoisen, Lempoisten.
    if word.hasSuffix("nen") {
      stems.insert(word.dropLast(3) + "se")
      stems.insert(word.dropLast(3) + "s")
    }
  }

  /// Whether a word is a listed one, by itself or with endings; a small first letter may be large.
  func accepts(_ word: String) -> Bool {
    if stems.isEmpty { return false }
    var stem = word[...]
    var ending = ""
    while !stem.isEmpty {
      if isStem(stem), WordList.isEnding(ending) { return true }
      // No ending is longer.
      if ending.count > 12 { return false }
      ending = String(stem.removeLast()) + ending
    }
    return false
  }

  private func isStem(_ text: Substring) -> Bool {
    stems.contains(String(text)) || stems.contains(text.prefix(1).lowercased() + text.dropFirst())
  }

  /// Whether letters are nothing, or an ending of case, owner or emphasis, with a colon before it after an
  /// abbreviation and an `i` after a consonant.
  static func isEnding(_ text: String) -> Bool {
    var ending = text[...]
    if ending.first == ":" { ending.removeFirst() }
    return endings.contains(String(ending)) || (ending.first == "i" && endings.contains(String(ending.dropFirst())))
  }

  private static let endings: Set<String> = {
    let cases = [
      "", "n", "a", "ä", "ta", "tä", "tta", "ttä", "na", "nä", "ksi", "ssa", "ssä", "sta", "stä", "lla", "llä", "lta",
      "ltä", "lle", "t", "an", "än", "en", "in", "on", "un", "yn", "ön", "han", "hen", "hin", "hon", "hun", "hyn",
      "hän", "hön", "seen", "den", "tten", "ten", "ien", "jen", "ja", "jä", "ia", "iä", "iin", "ihin", "ita", "itä",
      "issa", "issä", "ista", "istä", "illa", "illä", "ilta", "iltä", "ille", "ina", "inä", "iksi", "ssä",
    ]
    let tails = [
      "", "kin", "kaan", "kään", "han", "hän", "ko", "kö", "pa", "pä", "nsa", "nsä", "mme", "nne", "ni", "si", "en",
    ]
    return Set(cases.flatMap { ending in tails.map { ending + $0 } })
  }()
}
