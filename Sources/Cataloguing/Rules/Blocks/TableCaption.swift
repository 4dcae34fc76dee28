import Diagnosing

/// A table has a caption.
enum TableCaption: EntryRule {
  static let rule = Rule(
    "table-caption", .error,
    title: Localized(fi: "Taulukolla on otsikko", sv: "En tabell har en rubrik", en: "A table has a caption"),
    explanation: Localized(
      fi:
        "Otsikko kertoo, mitä taulukossa on, ennen kuin sitä alkaa lukea tai kuunnella. Se on lohkon ensimmäinen rivi: "
        + "otsikko: Pienluokat.",
      sv: "Rubriken berättar vad tabellen innehåller innan man börjar läsa eller lyssna. Den är blockets första rad: "
        + "rubrik: Smågrupper.",
      en:
        "The caption tells what the table holds before one starts to read it or hear it. It is the block's first line: "
        + "title: Small classes."),
    example: RuleExample(
      wrong: "```taulukko\n| Koulu | Oppilaita |\n| Hakkari | 10 |\n```\n",
      right: "```taulukko\notsikko: Pienluokat\n| Koulu | Oppilaita |\n| Hakkari | 10 |\n```\n"))

  static func check(_ entry: MatchedEntry, _ schema: Schema) -> [Diagnostic] {
    entry.problems.compactMap { problem in
      guard case .table(.missingCaption) = problem.kind else { return nil }
      return Diagnostic(
        rule, in: entry.file, at: problem.range,
        Localized(
          fi: "Taulukolta puuttuu otsikko", sv: "Tabellen saknar rubrik", en: "The table has no caption"),
        notes: [
          Localized(
            fi: "Kirjoita lohkon ensimmäiseksi riviksi ”otsikko: …”", sv: "Skriv ”rubrik: …” som blockets första rad",
            en: "Write “title: …” as the block's first line")
        ])
    }
  }
}
