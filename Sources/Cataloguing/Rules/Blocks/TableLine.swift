import Diagnosing

/// Every line of a table is its caption or a row.
enum TableLine: EntryRule {
  static let rule = Rule(
    "table-line", .error,
    title: Localized(
      fi: "Taulukon rivi alkaa pystyviivalla |", sv: "En rad i en tabell börjar med ett lodstreck |",
      en: "A row of a table starts with a vertical bar |"),
    explanation: Localized(
      fi: "Taulukossa on ensin otsikko ja sitten rivejä, joiden solut ovat pystyviivojen välissä: | Hakkari | 10 |. "
        + "Muu teksti kuuluu taulukon ulkopuolelle.",
      sv: "En tabell har först en rubrik och sedan rader vars celler står mellan lodstreck: | Hakkari | 10 |. "
        + "Annan text hör hemma utanför tabellen.",
      en: "A table has its caption first and then rows, the cells between vertical bars: | Hakkari | 10 |. "
        + "Other text belongs outside the table."),
    example: RuleExample(
      wrong: "```taulukko\notsikko: Pienluokat\n| Koulu | Oppilaita |\nHakkari | 10 |\n```\n",
      right: "```taulukko\notsikko: Pienluokat\n| Koulu | Oppilaita |\n| Hakkari | 10 |\n```\n"))

  static func check(_ entry: MatchedEntry, _ schema: Schema) -> [Diagnostic] {
    entry.problems.compactMap { problem in
      guard case .table(.notARow) = problem.kind else { return nil }
      return Diagnostic(
        rule, in: entry.file, at: problem.range,
        Localized(
          fi: "Tämä rivi ei ole taulukon otsikko eikä rivi, joka alkaa pystyviivalla |",
          sv: "Den här raden är varken tabellens rubrik eller en rad som börjar med ett lodstreck |",
          en: "This line is neither the table's caption nor a row that starts with a vertical bar |"),
        notes: [rule.explanation])
    }
  }
}
