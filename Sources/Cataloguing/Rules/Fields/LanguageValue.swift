import Diagnosing

/// The language of a text is one that Mallisto speaks.
enum LanguageValue: EntryRule {
  static let rule = Rule(
    "language-value", .error,
    title: Localized(
      fi: "Kieli on fi, sv tai en", sv: "Språket är fi, sv eller en", en: "The language is fi, sv or en"),
    explanation: Localized(
      fi:
        "Kielen voi kirjoittaa myös sanana: suomi, ruotsi, englanti. Jätä kenttä pois, jos kieli on sivuston oletuskieli.",
      sv:
        "Språket kan också skrivas som ett ord: finska, svenska, engelska. Lämna bort fältet om språket är webbplatsens "
        + "standardspråk.",
      en:
        "The language may be written as a word too: Finnish, Swedish, English. Leave the field out when it is the site's "
        + "default language."),
    example: RuleExample(wrong: "kieli: se", right: "kieli: fi"))

  private static let names = [
    "fi", "suomi", "finska", "Finnish", "sv", "ruotsi", "svenska", "Swedish", "en", "englanti", "engelska", "English",
  ]

  static func check(_ entry: MatchedEntry, _ schema: Schema) -> [Diagnostic] {
    entry.problems.compactMap { problem in
      guard case .unknownLanguage = problem.kind, let field = problem.field else { return nil }
      let near = NearestName.ranked(for: problem.text, among: names.filter { $0.count > 2 })
      let tag =
        near.first.flatMap { LanguageName.language(named: $0.name) } ?? tag(of: problem.text)
        ?? LanguageName.meant(by: problem.text)
      return Diagnostic(
        rule, in: entry.file, at: problem.range,
        Localized(
          fi: "Kentässä ”\(field.labels.fi)” on fi, sv tai en, ei ”\(problem.text)”",
          sv: "Fältet ”\(field.labels.sv)” har fi, sv eller en, inte ”\(problem.text)”",
          en: "The field “\(field.labels.en)” holds fi, sv or en, not “\(problem.text)”"),
        notes: [field.help], fix: tag.map { Fix(replacing: problem.range, with: $0.rawValue) })
    }
  }

  /// The language of a longer tag: `sv-FI`.
  private static func tag(of text: String) -> Language? {
    Language(rawValue: String(NameKey.of(text).prefix { $0 != "-" && $0 != "_" }))
  }
}
