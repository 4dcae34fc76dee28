import Diagnosing
import Reading

/// A second-level heading names a section of the template.
enum UnknownSection: EntryRule {
  static let rule = Rule(
    "unknown-section", .error,
    title: Localized(
      fi: "Kakkostason otsikko (##) on jokin kuvauspohjan osioista",
      sv: "En rubrik på andra nivån (##) är något av mallens avsnitt",
      en: "A heading of the second level (##) is a section of the template"),
    explanation: Localized(
      fi: "Kaikissa malleissa on samat osiot samoilla nimillä, jotta niitä voi verrata. "
        + "Omat väliotsikot kirjoitetaan osion sisään kolmella merkillä ###.",
      sv: "Alla modeller har samma avsnitt med samma namn så att de kan jämföras. "
        + "Egna mellanrubriker skrivs inom ett avsnitt med tre tecken ###.",
      en: "All models have the same sections under the same names, so that they can be compared. "
        + "Headings of your own are written within a section after three signs ###."),
    example: RuleExample(
      wrong: "## Toimivuuden ja käyttöönotton ehdot", right: "## Toimivuuden ja käyttöönoton ehdot"))

  static func check(_ entry: MatchedEntry, _ schema: Schema) -> [Diagnostic] {
    guard entry.hasReadableSections else { return [] }
    let unknown = entry.sections.filter { $0.match != .exact }
    let inNotes = entry.bodies.dropFirst().flatMap(\.sections).compactMap(\.heading)
    if unknown.isEmpty, inNotes.isEmpty { return [] }
    let list = list(schema)
    let found = inNotes.filter { $0.level == 2 }.map { heading in
      diagnostic(heading, meaning: nil, in: entry, note: list, fix: demotion(heading, in: entry))
    }
    return found
      + unknown.compactMap { section in
        switch section.match {
        case .exact, .marked: nil
        case .misspelt(let name):
          diagnostic(section.heading, meaning: name, in: entry, note: list, fix: fix(section, name, in: entry))
        case .unknown:
          diagnostic(
            section.heading, meaning: nil, in: entry, note: list,
            fix: section.section > 1 ? demotion(section.heading, in: entry) : nil)
        }
      }
  }

  private static func diagnostic(
    _ heading: Heading, meaning meant: String?, in entry: MatchedEntry, note: Localized, fix: Fix?
  ) -> Diagnostic {
    var notes = [note]
    if entry.file.bytes[heading.range.lowerBound] != 0x23 {
      notes.insert(
        Localized(
          fi: "Rivi, jolla on vain viivoja, tekee edellisestä tekstistä otsikon. Jätä niiden väliin tyhjä rivi.",
          sv: "En rad med bara streck gör texten före den till en rubrik. Lämna en tom rad mellan dem.",
          en: "A line of nothing but hyphens makes the text before it a heading. Leave an empty line between them."),
        at: 0)
    }
    return Diagnostic(
      rule, in: entry.file, at: heading.range, message(heading.text, meaning: meant), notes: notes, fix: fix)
  }

  private static func message(_ name: String, meaning meant: String?) -> Localized {
    var message = Localized(
      fi: "Kuvauspohjassa ei ole osiota ”\(name)”", sv: "Mallen har inget avsnitt ”\(name)”",
      en: "The template has no section “\(name)”")
    if name.isEmpty {
      message = Localized(
        fi: "Osion otsikossa ei ole tekstiä", sv: "Avsnittets rubrik har ingen text",
        en: "The section's heading has no text")
    }
    guard let meant else { return message }
    message.fi += "; tarkoititko ”\(meant)”?"
    message.sv += "; menade du ”\(meant)”?"
    message.en += "; did you mean “\(meant)”?"
    return message
  }

  private static func list(_ schema: Schema) -> Localized {
    func names(_ language: Language) -> String {
      schema.template.sections.map { $0.labels[language] }.joined(separator: ", ")
    }
    return Localized(
      fi: "Osiot ovat: \(names(.fi)). Oma väliotsikko kirjoitetaan osion sisään merkein ###.",
      sv: "Avsnitten är: \(names(.sv)). En egen mellanrubrik skrivs inom ett avsnitt med ###.",
      en: "The sections are: \(names(.en)). A heading of your own is written within a section with ###.")
  }

  private static func fix(_ section: MatchedSection, _ name: String, in entry: MatchedEntry) -> Fix? {
    section.heading.textRange(in: entry.file).map { place in
      let isAfterHash = entry.file.bytes[place.lowerBound - 1] == 0x23
      return Fix(replacing: place, with: isAfterHash ? " " + name : name)
    }
  }

  /// Within another section the heading can be one of its own.
  private static func demotion(_ heading: Heading, in entry: MatchedEntry) -> Fix? {
    let start = heading.range.lowerBound
    guard entry.file.bytes[start] == 0x23 else { return nil }
    return Fix(replacing: start..<start + 2, with: "###")
  }
}
