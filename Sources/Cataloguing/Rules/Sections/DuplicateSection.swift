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
          notes: [rule.explanation], fix: fix(index, in: entry, schema)))
    }
    return found
  }

  /// The name of the section that is missing where its name was written a second time.
  private static func fix(_ index: Int, in entry: MatchedEntry, _ schema: Schema) -> Fix? {
    guard let meant = meant(by: index, in: entry, schema),
      let place = entry.sections[index].heading.textRange(in: entry.file)
    else { return nil }
    let name = schema.template.sections[meant].labels[entry.headingLanguage(schema.template)]
    return Fix(replacing: place, with: entry.file.bytes[place.lowerBound - 1] == 0x23 ? " " + name : name)
  }

  /// The only required section that belongs between the neighbours of a section that is already there, and is missing.
  static func meant(by index: Int, in entry: MatchedEntry, _ schema: Schema) -> Int? {
    let sections = entry.sections
    guard let own = sections[index].definition, sections[..<index].contains(where: { $0.definition == own }) else {
      return nil
    }
    let before = sections[..<index].last { $0.definition != nil }?.definition ?? -1
    let after = sections[(index + 1)...].first { $0.definition != nil }?.definition ?? schema.template.sections.count
    let missing = schema.template.sections.indices.filter { section in
      before < section && section < after && !sections.contains { $0.definition == section }
        && schema.template.sections[section].required.applies(atStage: entry.stage)
    }
    return missing.count == 1 ? missing[0] : nil
  }
}
