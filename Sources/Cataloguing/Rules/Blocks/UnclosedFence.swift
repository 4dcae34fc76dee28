import Diagnosing

/// A fenced block is closed before the text goes on.
enum UnclosedFence: EntryRule {
  static let rule = Rule(
    "unclosed-fence", .error,
    title: Localized(
      fi: "Lohko päättyy riviin, jolla on vain kolme gravista ```",
      sv: "Ett block slutar med en rad som bara har tre grava accenter ```",
      en: "A block ends with a line that is just three backticks ```"),
    explanation: Localized(
      fi: "Lohko alkaa ja päättyy riviin, jolla on kolme gravista ```. Jos loppurivi puuttuu, kaikki sen jälkeinen "
        + "teksti otsikoineen jää lohkon sisään. Lisää loppurivi lohkon viimeisen rivin jälkeen.",
      sv:
        "Ett block börjar och slutar med en rad med tre grava accenter. Saknas slutraden hamnar all text efter den, med "
        + "rubriker och allt, inne i blocket. Lägg till slutraden efter blockets sista rad.",
      en: "A block starts and ends with a line of three backticks. Without the closing line, all the text after it, "
        + "headings included, falls into the block. Add the closing line after the block's last line."),
    example: RuleExample(
      wrong: "```huomio\nKokeilu jatkuu kevääseen.\n", right: "```huomio\nKokeilu jatkuu kevääseen.\n```\n"))

  static func check(_ entry: MatchedEntry, _ schema: Schema) -> [Diagnostic] {
    // After the first one, every closing fence is taken for an opening one and the other way round.
    guard let fence = entry.unclosedFences.min(by: { $0.lowerBound < $1.lowerBound }) else { return [] }
    // A fence of other signs opens nothing, so that its end opens a block.
    if !FenceMarks.openings(in: WrittenText(entry, schema.template)).isEmpty { return [] }
    return [
      Diagnostic(
        rule, in: entry.file, at: fence,
        Localized(
          fi: "Tässä alkava lohko jää sulkematta", sv: "Blocket som börjar här avslutas inte",
          en: "The block that starts here is never closed"),
        notes: [rule.explanation])
    ]
  }
}
