import Diagnosing

/// A block with a meaning stands at the left margin, not inside a list or a quotation.
enum NestedBlock: EntryRule {
  static let rule = Rule(
    "nested-block", .error,
    title: Localized(
      fi: "Lohko alkaa rivin alusta, ei luettelon tai lainauksen sisältä",
      sv: "Ett block börjar i radens början, inte inne i en lista eller ett citat",
      en: "A block starts at the left margin, not inside a list or a quotation"),
    explanation: Localized(
      fi:
        "Portaat, taulukko, huomio ja video ovat sivulla omia kuviaan, jotka eivät mahdu luettelon sisään. Poista sisennys "
        + "lohkon joka riviltä ja jätä lohkon ympärille tyhjät rivit.",
      sv: "Steg, tabell, obs och video är egna figurer på sidan och ryms inte inne i en lista. Ta bort indraget från "
        + "blockets alla rader och lämna tomma rader runt det.",
      en:
        "Steps, a table, a note and a video are figures of their own on the page and do not fit inside a list. Remove the "
        + "indentation from every line of the block and leave empty lines around it."),
    example: RuleExample(
      wrong: "- Muista:\n\n  ```huomio\n  Kokeilu jatkuu kevääseen.\n  ```\n",
      right: "- Muista:\n\n```huomio\nKokeilu jatkuu kevääseen.\n```\n"))

  static func check(_ entry: MatchedEntry, _ schema: Schema) -> [Diagnostic] {
    entry.problems.compactMap { problem in
      guard case .nestedBlock = problem.kind else { return nil }
      return Diagnostic(
        rule, in: entry.file, at: problem.range,
        Localized(
          fi: "Lohko ”\(problem.text)” alkaa rivin alusta, ei luettelon, lainauksen tai sisennyksen sisältä",
          sv: "Blocket ”\(problem.text)” börjar vid radens början, inte inne i en lista, ett citat eller ett indrag",
          en: "The block “\(problem.text)” starts at the left margin, not inside a list, a quotation or an indentation")
      )
    }
  }
}
