import Diagnosing
import Reading

/// A section that the template requires at the entry's stage is there.
enum MissingSection: EntryRule {
  static let rule = Rule(
    "missing-section", .error,
    title: Localized(
      fi: "Vaiheen vaatima osio on kirjoitettu", sv: "De avsnitt som skedet kräver finns",
      en: "The sections that the stage requires are there"),
    explanation: Localized(
      fi: "Ratkaisun perusidea kirjoitetaan aina. Kokeilusta alkaen kerrotaan myös toimintaympäristö ja kohderyhmä, "
        + "ja valmiissa mallissa on kaikki kuusi osiota. Osio alkaa otsikolla, jonka edessä on kaksi merkkiä ##.",
      sv: "Lösningens grundidé skrivs alltid. Från och med försöket beskrivs också verksamhetsmiljön och målgruppen, "
        + "och en färdig modell har alla sex avsnitt. Ett avsnitt börjar med en rubrik med två tecken ##.",
      en: "The core idea is always written. From the trial on, the environment and the target group are described too, "
        + "and a completed model has all six sections. A section starts with a heading after two signs ##."),
    example: RuleExample(
      wrong: "Kunnassa on kaksi koulua ja yhteinen opiskeluhuolto.",
      right: "## Toimintaympäristö\n\nKunnassa on kaksi koulua ja yhteinen opiskeluhuolto."))

  static func check(_ entry: MatchedEntry, _ schema: Schema) -> [Diagnostic] {
    guard entry.hasReadableSections else { return [] }
    let sections = schema.template.sections
    let present = entry.sections.compactMap(\.definition)
    let missing = sections.indices.filter {
      sections[$0].required.applies(atStage: entry.stage) && !present.contains($0)
    }
    if missing.isEmpty || entry.mayHideHeadings(schema.template) { return [] }
    let misnamed = entry.sections.indices.compactMap { DuplicateSection.meant(by: $0, in: entry, schema) }
    let text = WrittenText(entry, schema.template)
    let close = CloseHeading.headings(in: text).compactMap { schema.template.section(named: text.file.text($0.text)) }
    return missing.compactMap { index in
      if close.contains(index) || misnamed.contains(index) || isNamedInHTML(index, entry, schema.template) {
        return nil
      }
      let heading = entry.entry.body.headings.first { named(by: $0, in: entry.entry, schema.template) == index }
      if let heading { return heading.level == 1 ? nil : wrongLevel(heading, index, in: entry, schema) }
      if let line = PlainHeading.line(naming: index, in: text) { return withoutMarks(line, index, in: entry, schema) }
      return diagnostic(index, in: entry, schema)
    }
  }

  /// The section that a heading names which starts none, since it is of another level or stands within a
  /// list or a quote; nil where it names none or the section is there.
  static func named(by heading: Heading, in entry: Entry, _ template: NationalTemplate) -> Int? {
    guard let named = template.section(named: heading.text) else { return nil }
    let isThere = entry.body.sections.contains { section in
      section.heading.map { template.section(named: $0.text) == named } ?? false
    }
    return isThere ? nil : named
  }

  /// Whether an HTML heading names the section: `<h2>Toimintaympäristö</h2>`, of which the rule of HTML tells.
  private static func isNamedInHTML(_ index: Int, _ entry: MatchedEntry, _ template: NationalTemplate) -> Bool {
    entry.entry.body.rawHTML.contains { html in
      HTMLHeading(html.text).map { template.section(named: $0.text) == index } ?? false
    }
  }

  private static func diagnostic(_ index: Int, in entry: MatchedEntry, _ schema: Schema) -> Diagnostic {
    let section = schema.template.sections[index]
    let later = entry.sections.filter { $0.definition.map { $0 > index } ?? false }
      .min { ($0.definition ?? 0, $0.section) < ($1.definition ?? 0, $1.section) }
    let place = later?.heading.range ?? entry.entry.lastLine
    return Diagnostic(
      rule, in: entry.file, at: place, message(section),
      notes: [reason(section, schema), advice(section, entry, schema)])
  }

  private static func wrongLevel(
    _ heading: Heading, _ index: Int, in entry: MatchedEntry, _ schema: Schema
  ) -> Diagnostic {
    let start = heading.range.lowerBound
    let isHash = entry.file.bytes[start] == 0x23 && heading.level != 2
    return Diagnostic(
      rule, in: entry.file, at: heading.range, message(schema.template.sections[index]),
      notes: [
        Localized(
          fi: "Tämä otsikko aloittaa osion vasta, kun sen edessä on kaksi merkkiä ## rivin alussa",
          sv: "Den här rubriken inleder avsnittet först när den har två tecken ## i början av raden",
          en: "This heading starts the section only with two signs ## at the start of the line")
      ], fix: isHash ? Fix(replacing: start..<start + heading.level, with: "##") : nil)
  }

  /// A line that says the section's name, in bold or plain, and is no heading.
  private static func withoutMarks(
    _ line: PlainHeading, _ index: Int, in entry: MatchedEntry, _ schema: Schema
  ) -> Diagnostic {
    let section = schema.template.sections[index]
    return Diagnostic(
      rule, in: entry.file, at: line.range, message(section),
      notes: [
        Localized(
          fi: "Tällä rivillä on osion nimi, mutta se ei ole otsikko: sen eteen kirjoitetaan rivin alkuun ##",
          sv: "Raden har avsnittets namn men är ingen rubrik: skriv ## före det i början av raden",
          en: "This line has the section's name but is no heading: write ## before it at the start of the line")
      ], fix: Fix(replacing: line.whole, with: "## \(line.name)"))
  }

  private static func message(_ section: SectionDefinition) -> Localized {
    Localized(
      fi: "Osio ”\(section.labels.fi)” puuttuu", sv: "Avsnittet ”\(section.labels.sv)” saknas",
      en: "The section “\(section.labels.en)” is missing")
  }

  private static func reason(_ section: SectionDefinition, _ schema: Schema) -> Localized {
    guard case .fromStage(let first) = section.required, let stages = schema.stageVocabulary else {
      return Localized(
        fi: "Osio kirjoitetaan aina", sv: "Avsnittet skrivs alltid", en: "The section is always written")
    }
    let name = stages.terms[first].names
    return Localized(
      fi: "Osio kirjoitetaan vaiheesta ”\(name.fi)” alkaen", sv: "Avsnittet skrivs från och med skedet ”\(name.sv)”",
      en: "The section is written from the stage “\(name.en)” on")
  }

  private static func advice(_ section: SectionDefinition, _ entry: MatchedEntry, _ schema: Schema) -> Localized {
    let heading = "## \(section.labels[entry.headingLanguage(schema.template)])"
    return Localized(
      fi: "Lisää otsikko ”\(heading)” ja sen alle tekstiä. \(section.help.fi)",
      sv: "Lägg till rubriken ”\(heading)” och text under den. \(section.help.sv)",
      en: "Add the heading “\(heading)” and text under it. \(section.help.en)")
  }
}
