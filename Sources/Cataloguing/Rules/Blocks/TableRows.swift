import Diagnosing

/// A table has a header and at least one row under it.
enum TableRows: EntryRule {
  static let rule = Rule(
    "table-rows", .error,
    title: Localized(
      fi: "Taulukossa on otsikkorivi ja vähintään yksi rivi sen alla",
      sv: "En tabell har en rubrikrad och minst en rad under den",
      en: "A table has a header and at least one row under it"),
    explanation: Localized(
      fi: "Ensimmäinen rivi kertoo, mitä sarakkeissa on: | Koulu | Oppilaita |. Tiedot tulevat sen alle.",
      sv: "Den första raden berättar vad kolumnerna innehåller: | Skola | Elever |. Uppgifterna kommer under den.",
      en: "The first row tells what the columns hold: | School | Pupils |. The facts come under it."),
    example: RuleExample(
      wrong: "```taulukko\notsikko: Pienluokat\n| Koulu | Oppilaita |\n```\n",
      right: "```taulukko\notsikko: Pienluokat\n| Koulu | Oppilaita |\n| Hakkari | 10 |\n```\n"))

  static func check(_ entry: MatchedEntry, _ schema: Schema) -> [Diagnostic] {
    entry.problems.compactMap { problem in
      let message: Localized
      switch problem.kind {
      case .table(.noHeader):
        message = Localized(
          fi: "Taulukosta puuttuu otsikkorivi", sv: "Tabellen saknar rubrikrad", en: "The table has no header row")
      case .table(.noRows):
        message = Localized(
          fi: "Taulukossa ei ole rivejä otsikkorivin alla", sv: "Tabellen har inga rader under rubrikraden",
          en: "The table has no rows under its header")
      default: return nil
      }
      return Diagnostic(rule, in: entry.file, at: problem.range, message, notes: [rule.explanation])
    }
  }
}
