import Diagnosing

/// A fenced block holds something.
enum EmptyBlock: EntryRule {
  static let rule = Rule(
    "empty-block", .error,
    title: Localized(fi: "Lohkossa on sisältöä", sv: "Ett block har innehåll", en: "A block holds something"),
    explanation: Localized(
      fi: "Lohkosta on vain alku ja loppu. Kirjoita sen sisältö niiden väliin tai poista lohko.",
      sv: "Av blocket finns bara början och slutet. Skriv innehållet mellan dem eller ta bort blocket.",
      en: "There is only a beginning and an end. Write the block's content between them, or remove the block."),
    example: RuleExample(wrong: "```huomio\n```\n", right: "```huomio\nKokeilu jatkuu kevääseen.\n```\n"))

  static func check(_ entry: MatchedEntry, _ schema: Schema) -> [Diagnostic] {
    entry.problems.compactMap { problem in
      guard case .emptyBlock = problem.kind, let field = problem.field else { return nil }
      return Diagnostic(
        rule, in: entry.file, at: problem.range,
        Localized(
          fi: "Lohko ”\(problem.text)” on tyhjä", sv: "Blocket ”\(problem.text)” är tomt",
          en: "The block “\(problem.text)” is empty"),
        notes: [field.help] + Expectation.example(of: field, isBlock: true))
    }
  }
}
