import Diagnosing
import Reading

/// A heading has words.
enum EmptyHeading: TextRule {
  static let rule = Rule(
    "empty-heading", .error,
    title: Localized(fi: "Väliotsikossa on tekstiä", sv: "En mellanrubrik har text", en: "A heading has words"),
    explanation: Localized(
      fi: "Tyhjästä otsikosta ruudunlukija lukee vain sanan ”otsikko”. Kirjoita otsikko tai poista rivi.",
      sv: "Av en tom rubrik läser en skärmläsare bara ordet ”rubrik”. Skriv rubriken eller ta bort raden.",
      en: "Of an empty heading a screen reader says just “heading”. Write the heading or remove the line."),
    example: RuleExample(wrong: "###\n\nKokeilu jatkuu.", right: "### Jatko\n\nKokeilu jatkuu."))

  static func check(_ text: WrittenText) -> [Diagnostic] {
    text.bodies.flatMap { body in
      body.headings.filter { $0.level > 2 && $0.text.isEmpty }.map { heading in
        Diagnostic(
          rule, in: text.file, at: heading.range,
          Localized(
            fi: "Väliotsikossa ei ole tekstiä", sv: "Mellanrubriken har ingen text", en: "The heading has no words"),
          notes: [rule.explanation], fix: Fix(replacing: heading.range, with: ""))
      }
    }
  }
}
