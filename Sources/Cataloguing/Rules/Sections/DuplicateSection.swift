import Diagnosing
import Reading

/// A section stands once.
enum DuplicateSection: EntryRule {
  static let rule = Rule(
    "duplicate-section", .error,
    title: Localized(fi: "Osio on vain kerran", sv: "Ett avsnitt finns bara en gång", en: "A section stands once"),
    explanation: Localized(
      fi: "Yhdistä saman osion tekstit yhden otsikon alle. Osion sisällä voi käyttää väliotsikoita ###.",
      sv: "Samla samma avsnitts texter under en rubrik. Inom avsnittet kan du använda mellanrubriker ###.",
      en: "Put the texts of one section under one heading. Within a section you may use headings ###."),
    example: RuleExample(
      wrong: "## Ratkaisun perusidea\n\nTehtävät on koottu", right: "### Mistä aloittaa\n\nTehtävät on koottu"))

  static func check(_ entry: MatchedEntry, _ schema: Schema) -> [Diagnostic] {
    guard entry.hasReadableSections else { return [] }
    var found: [Diagnostic] = []
    for (index, section) in entry.sections.enumerated() {
      guard let definition = section.definition,
        let first = entry.sections[..<index].first(where: { $0.definition == definition })
      else { continue }
      let line = entry.file.position(at: first.heading.range.lowerBound).line
      let labels = schema.template.sections[definition].labels
      found.append(
        Diagnostic(
          rule, in: entry.file, at: section.heading.range,
          Localized(
            fi: "Osio ”\(labels.fi)” on jo rivillä \(line)", sv: "Avsnittet ”\(labels.sv)” finns redan på rad \(line)",
            en: "The section “\(labels.en)” is already on line \(line)"),
          notes: [rule.explanation]))
    }
    return found
  }
}
