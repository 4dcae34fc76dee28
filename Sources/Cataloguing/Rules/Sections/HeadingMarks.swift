import Diagnosing
import Reading

/// A section's heading holds its name and nothing else.
enum HeadingMarks: EntryRule {
  static let rule = Rule(
    "heading-marks", .warning,
    title: Localized(
      fi: "Osion otsikon perässä ei ole muita merkkejä", sv: "Efter ett avsnitts rubrik står inga andra tecken",
      en: "No other signs follow a section's name"),
    explanation: Localized(
      fi: "Kansallisen alustan vanhoilla sivuilla otsikon perässä on kaksi tähteä. Ne tai kaksoispiste eivät kuulu "
        + "otsikkoon.",
      sv: "På den nationella plattformens äldre sidor följs rubriken av två stjärnor. De eller ett kolon hör inte till "
        + "rubriken.",
      en: "On older pages of the national platform two asterisks follow a heading. They, or a colon, are no part of it."
    ),
    example: RuleExample(
      wrong: "## Toimivuuden ja käyttöönoton ehdot **", right: "## Toimivuuden ja käyttöönoton ehdot"))

  static func check(_ entry: MatchedEntry, _ schema: Schema) -> [Diagnostic] {
    guard entry.hasReadableSections else { return [] }
    return entry.sections.compactMap { section in
      guard case .marked(let marks) = section.match else { return nil }
      let shown = entry.file.text(marks).filter { $0 != " " && $0 != "\u{A0}" }
      return Diagnostic(
        rule, in: entry.file, at: section.heading.range,
        Localized(
          fi: "Otsikon perässä on ylimääräistä: ”\(shown)”", sv: "Efter rubriken står något extra: ”\(shown)”",
          en: "Something extra follows the heading: “\(shown)”"),
        notes: [rule.explanation], fix: Fix(replacing: marks, with: "", isSafe: true))
    }
  }
}
