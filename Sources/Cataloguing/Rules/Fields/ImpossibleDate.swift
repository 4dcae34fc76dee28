import Diagnosing

/// A date is a day that the calendar has.
enum ImpossibleDate: EntryRule {
  static let rule = Rule(
    "impossible-date", .error,
    title: Localized(
      fi: "Päivä on kalenterissa", sv: "Dagen finns i kalendern", en: "A date is a day that the calendar has"),
    explanation: Localized(
      fi:
        "Päivämäärässä on ensin päivä, sitten kuukausi ja vuosi: 18.12.2024. Tarkista, montako päivää kuukaudessa on.",
      sv: "I ett datum står först dagen, sedan månaden och året: 18.12.2024. Kontrollera hur många dagar månaden har.",
      en: "A date has the day first, then the month and the year: 18.12.2024. Check how many days the month has."),
    example: RuleExample(
      wrong: "luotu: 31.6.2025",
      right: "luotu: 1.8.2025"))

  static func check(_ entry: MatchedEntry, _ schema: Schema) -> [Diagnostic] {
    entry.problems.compactMap { problem in
      guard case .impossibleDate = problem.kind, let field = problem.field else { return nil }
      let meant = field.type == .date ? DateGuess(problem.text) : nil
      return Diagnostic(
        rule, in: entry.file, at: problem.range,
        Localized(
          fi: "Kentässä ”\(field.labels.fi)” on päivä, jota ei ole kalenterissa: \(problem.text)",
          sv: "Fältet ”\(field.labels.sv)” har en dag som inte finns i kalendern: \(problem.text)",
          en: "The field “\(field.labels.en)” has a day that the calendar does not have: \(problem.text)"),
        notes: DateGuess.limit(of: problem.text).map { [$0] } ?? [],
        fix: meant.map { Fix(replacing: problem.range, with: $0.replacement) })
    }
  }
}
