import Cataloguing
import Diagnosing
import Reading

/// Words of Finnish text are spelled as the dictionary or the site's own list has them.
public struct MisspeltWord: ~Copyable {
  public static let rule = Rule(
    "misspelt-word", .warning,
    title: Localized(
      fi: "Suomenkieliset sanat on kirjoitettu oikein", sv: "Finska ord är rätt stavade",
      en: "Finnish words are spelled right"),
    explanation: Localized(
      fi: "Komento ”mallisto check --spelling” lukee suomenkielisen tekstin sanat Voikon sanaston avulla. "
        + "Jos sana on oikein, esimerkiksi nimi, lisää se perusmuodossa tiedostoon content/spelling.txt.",
      sv: "Kommandot ”mallisto check --spelling” läser den finska textens ord med Voikkos ordlista. "
        + "Är ordet rätt, till exempel ett namn, lägg till det i grundform i filen content/spelling.txt.",
      en: "The command mallisto check --spelling reads the words of Finnish text with Voikko's dictionary. "
        + "Where a word is right, such as a name, add its basic form to the file content/spelling.txt."),
    example: RuleExample(wrong: "Oppilasta tuetaan läsnälossa.", right: "Oppilasta tuetaan läsnäolossa."))

  private let speller: Speller
  private let list: WordList
  private var known: [String: Bool] = [:]

  /// - Parameter list: the site's own words.
  public init(_ list: WordList) throws(EnvironmentFailure) {
    self.list = list
    speller = try Speller()
  }

  /// The words of a site's Finnish entries and pages that no list has, in the order of their files.
  public mutating func findings(in site: MatchedSite) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for entry in site.entries where entry.language == .fi { found += findings(in: entry, site.schema) }
    for page in site.pages where page.language == .fi { found += findings(in: page.matched, site.schema) }
    return found
  }

  /// The words of one entry or page.
  public mutating func findings(in entry: MatchedEntry, _ schema: Schema) -> [Diagnostic] {
    guard entry.entry.hasReadableBody else { return [] }
    var text = RunningText(entry.file) { schema.template.block(named: $0) != nil }
    for range in EntryTexts.ranges(in: entry, schema).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      text.read(line: range)
    }
    text.read(body: entry.entry.frontMatterRange.upperBound..<entry.file.bytes.count)
    var found: [Diagnostic] = []
    for word in text.words where !knows(word.text) { found.append(diagnostic(word, in: entry.file)) }
    return FindingLimit.applied(to: found)
  }

  // MARK: Words

  private mutating func knows(_ word: String) -> Bool {
    if let known = known[word] { return known }
    let isKnown = isRight(word)
    known[word] = isKnown
    return isKnown
  }

  private func isRight(_ word: String) -> Bool {
    if speller.knows(word) || list.accepts(word) || MisspeltWord.isAbbreviation(word) { return true }
    // A compound with a hyphen is right where its parts are: "Itu-luokka", "Itu- ja muut luokat".
    let parts = word.split(separator: "-").map(String.init)
    if parts.count < 2, !word.hasSuffix("-") { return false }
    return parts.enumerated().allSatisfy { index, part in
      let isOpen = index < parts.count - 1 || word.hasSuffix("-")
      return (isOpen && speller.knows(part + "-")) || speller.knows(part) || list.accepts(part)
        || MisspeltWord.isAbbreviation(part)
    }
  }

  /// Whether a word is capitals, as `VSOP` is, or such with an ending after a colon.
  private static func isAbbreviation(_ word: String) -> Bool {
    let stem = word.prefix { $0 != ":" }
    guard stem.count > 1, stem.allSatisfy({ $0.isUppercase }) else { return false }
    return WordList.isEnding(String(word.dropFirst(stem.count)))
  }

  private func diagnostic(_ word: RunningWord, in file: SourceFile) -> Diagnostic {
    let near = Array(speller.suggestions(for: word.text).prefix(4))
    let list = near.joined(separator: ", ")
    return Diagnostic(
      MisspeltWord.rule, in: file, at: word.range,
      Localized(
        fi: "Sana ”\(word.text)” voi olla väärin kirjoitettu", sv: "Ordet ”\(word.text)” kan vara felstavat",
        en: "The word “\(word.text)” may be misspelt"),
      notes: [
        near.count < 2
          ? nil : Localized(fi: "Tarkoititko: \(list)", sv: "Menade du: \(list)", en: "Did you mean: \(list)"),
        Localized(
          fi: "Jos sana on oikein, lisää se tiedostoon \(WordList.path)",
          sv: "Är ordet rätt, lägg till det i filen \(WordList.path)",
          en: "Where the word is right, add it to the file \(WordList.path)"),
      ].compactMap(\.self), fix: likeliest(near, for: word))
  }

  /// The one suggestion, or the one that is nearer than the others.
  private func likeliest(_ near: [String], for word: RunningWord) -> Fix? {
    let ranked = NearestName.ranked(for: word.text, among: near)
    guard let first = near.count == 1 ? near.first : ranked.first?.name else { return nil }
    if near.count > 1, ranked.count > 1, ranked[1].distance <= ranked[0].distance { return nil }
    return Fix(replacing: word.range, with: first)
  }
}
