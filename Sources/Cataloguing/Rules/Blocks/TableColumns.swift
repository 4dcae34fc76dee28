import Diagnosing

/// Every row of a table has as many cells as its header.
enum TableColumns: EntryRule {
  static let rule = Rule(
    "table-columns", .error,
    title: Localized(
      fi: "Taulukon joka rivillä on yhtä monta solua", sv: "Varje rad i en tabell har lika många celler",
      en: "Every row of a table has as many cells"),
    explanation: Localized(
      fi: "Solut ovat pystyviivojen | välissä, ja rivi alkaa ja päättyy pystyviivaan. Tyhjäkin solu kirjoitetaan: | |. "
        + "Jos solun tekstissä on pystyviiva, kirjoita se \\|.",
      sv:
        "Cellerna står mellan lodstreck |, och raden börjar och slutar med ett lodstreck. Också en tom cell skrivs: | |. "
        + "Ett lodstreck i cellens text skrivs \\|.",
      en:
        "The cells stand between vertical bars |, and a row starts and ends with one. An empty cell is written too: | |. "
        + "A bar in a cell's text is written \\|."),
    example: RuleExample(
      wrong: "```taulukko\notsikko: Pienluokat\n| Koulu | Oppilaita |\n| Hakkari |\n```\n",
      right: "```taulukko\notsikko: Pienluokat\n| Koulu | Oppilaita |\n| Hakkari | 10 |\n```\n"))

  static func check(_ entry: MatchedEntry, _ schema: Schema) -> [Diagnostic] {
    entry.problems.compactMap { problem in
      guard case .table(let fault) = problem.kind else { return nil }
      let message: Localized
      switch fault {
      case .cellCount(let found, let expected):
        message = Localized(
          fi: "Rivin soluja on \(found), mutta otsikkorivillä niitä on \(expected)",
          sv: "Raden har \(found) celler men rubrikraden har \(expected)",
          en: "The row's cells are \(found), but the header has \(expected)")
      case .headerCount(let found, let expected):
        message = Localized(
          fi: "Otsikkorivin soluja on \(found), mutta muilla riveillä niitä on \(expected)",
          sv: "Rubrikraden har \(found) celler men de andra raderna har \(expected)",
          en: "The header's cells are \(found), but the other rows have \(expected)")
      default: return nil
      }
      return Diagnostic(rule, in: entry.file, at: problem.range, message, notes: [rule.explanation])
    }
  }
}
