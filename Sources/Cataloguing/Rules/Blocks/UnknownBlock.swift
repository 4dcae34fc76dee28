import Diagnosing

/// A fenced block's word is one of the template's blocks.
///
/// A word that names a programming language is no exception: nothing on a page depends on it, and a step
/// model whose word is misspelt must not be published as program code.
enum UnknownBlock: EntryRule {
  static let rule = Rule(
    "unknown-block", .error,
    title: Localized(
      fi: "Lohkon tunnussana on kuvauspohjan mukainen", sv: "Ett blocks namn finns i mallen",
      en: "A block's word is one of the template's"),
    explanation: Localized(
      fi: "Aksenttien ``` jälkeen tulee sana, joka kertoo, mikä lohko on: portaat, taulukko, huomio tai video. "
        + "Ilman sanaa lohkon teksti näytetään sellaisenaan.",
      sv: "Efter accenterna ``` kommer ett ord som berättar vad blocket är: steg, tabell, obs eller video. "
        + "Utan ord visas blockets text som den är.",
      en: "After the backticks ``` comes a word that tells what the block is: steps, table, note or video. "
        + "Without a word the block's text is shown as it is."),
    example: RuleExample(
      wrong: "```huomo\nKokeilu jatkuu kevääseen.\n```\n", right: "```huomio\nKokeilu jatkuu kevääseen.\n```\n"))

  static func check(_ entry: MatchedEntry, _ schema: Schema) -> [Diagnostic] {
    entry.problems.compactMap { problem in
      guard case .unknownBlock = problem.kind else { return nil }
      let blocks = schema.template.blocks
      let near = NearestName.ranked(for: problem.text, among: blocks.flatMap { $0.info.all })
      func list(_ language: Language) -> String { blocks.map { $0.info[language] }.joined(separator: ", ") }
      return Diagnostic(
        rule, in: entry.file, at: problem.range,
        Localized(
          fi: "Lohkoa ”\(problem.text)” ei ole", sv: "Blocket ”\(problem.text)” finns inte",
          en: "There is no block “\(problem.text)”"),
        notes: [
          Localized(fi: "Lohkot ovat: \(list(.fi))", sv: "Blocken är: \(list(.sv))", en: "The blocks are: \(list(.en))")
        ],
        fix: oftenCalled(problem, blocks, entry.language)
          ?? near.first.map { Fix(replacing: problem.range, with: $0.name, isSafe: near.count == 1) })
    }
  }

  /// The block that is often called by that word.
  private static func oftenCalled(_ problem: Problem, _ blocks: [BlockDefinition], _ language: Language) -> Fix? {
    let word = NameKey.of(problem.text)
    let block = blocks.first { $0.mistakenNames.contains { NameKey.of($0) == word } }
    return block.map { Fix(replacing: problem.range, with: $0.info[language]) }
  }
}
