import Diagnosing
import Reading

/// Text stands under a section's heading.
enum EmptySection: EntryRule {
  static let rule = Rule(
    "empty-section", .error,
    title: Localized(
      fi: "Osion otsikon alla on tekstiä", sv: "Under ett avsnitts rubrik finns text",
      en: "Text stands under a section's heading"),
    explanation: Localized(
      fi: "Tyhjä osio näyttää lukijalle siltä, että jotakin on jäänyt pois. Kirjoita osioon edes virke tai, "
        + "jos vaihe ei vaadi osiota, poista otsikko. Kommentti <!-- … --> ei näy sivulla.",
      sv: "Ett tomt avsnitt ser ut som om något fattas. Skriv åtminstone en mening eller, om skedet inte kräver "
        + "avsnittet, ta bort rubriken. En kommentar <!-- … --> syns inte på sidan.",
      en: "An empty section looks as if something were missing. Write at least a sentence or, if the stage does not "
        + "require the section, remove the heading. A comment <!-- … --> does not show on the page."),
    example: RuleExample(
      wrong: "## Vinkit toimintamallin soveltajille",
      right:
        "## Vinkit toimintamallin soveltajille\n\nSopikaa tuntirajoista yhdessä ennen kuin malli otetaan käyttöön."))

  static func check(_ entry: MatchedEntry, _ schema: Schema) -> [Diagnostic] {
    guard entry.hasReadableSections else { return [] }
    let body = entry.entry.body
    let blank = entry.sections.filter { body.isBlank($0.section) && !holdsHTML($0, in: entry) }
      .filter { standsOnce($0, in: entry) && !goesOn($0, in: entry) }
    if blank.isEmpty || entry.mayHideHeadings(schema.template) { return [] }
    return blank.map { diagnostic($0, in: entry, schema) }
  }

  /// Of a section that stands twice, or that the template does not know, other rules tell.
  private static func standsOnce(_ section: MatchedSection, in entry: MatchedEntry) -> Bool {
    section.definition != nil && entry.sections.count { $0.definition == section.definition } == 1
  }

  /// Whether a heading that is none of the template's follows: its text was meant for the section.
  private static func goesOn(_ section: MatchedSection, in entry: MatchedEntry) -> Bool {
    let next = entry.sections.first { $0.section == section.section + 1 }
    return next?.match == .unknown && next.map { !entry.entry.body.isBlank($0.section) } ?? false
  }

  /// Whether what the section holds is HTML, which is dropped under a rule of its own.
  private static func holdsHTML(_ section: MatchedSection, in entry: MatchedEntry) -> Bool {
    let range = entry.entry.body.sections[section.section].range
    return entry.entry.body.rawHTML.contains { range.contains($0.block.lowerBound) }
  }

  private static func diagnostic(_ section: MatchedSection, in entry: MatchedEntry, _ schema: Schema) -> Diagnostic {
    let definition = section.definition.map { schema.template.sections[$0] }
    let labels = definition?.labels ?? Localized(same: section.heading.text)
    return Diagnostic(
      rule, in: entry.file, at: section.heading.range,
      Localized(
        fi: "Osio ”\(labels.fi)” on tyhjä", sv: "Avsnittet ”\(labels.sv)” är tomt",
        en: "The section “\(labels.en)” is empty"),
      notes: [definition?.help ?? rule.explanation])
  }
}
