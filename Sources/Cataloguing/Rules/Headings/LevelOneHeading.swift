import Diagnosing
import Reading

/// A text has no heading of the first level: that is the page's title.
enum LevelOneHeading: TextRule {
  static let rule = Rule(
    "level-one-heading", .error,
    title: Localized(
      fi: "Tekstissä ei ole ykköstason otsikkoa (#)", sv: "Texten har ingen rubrik på första nivån (#)",
      en: "A text has no heading of the first level (#)"),
    explanation: Localized(
      fi: "Sivun ykköstason otsikko on mallin nimi. Osion otsikko alkaa kahdella merkillä ## ja "
        + "väliotsikko kolmella ###.",
      sv: "Sidans rubrik på första nivån är modellens namn. Ett avsnitts rubrik börjar med två tecken ## "
        + "och en mellanrubrik med tre ###.",
      en: "The page's heading of the first level is the model's title. A section's heading starts with two signs ## "
        + "and a heading within it with three ###."),
    example: RuleExample(wrong: "# Väliotsikko\n\nTekstiä.", right: "### Väliotsikko\n\nTekstiä."))

  static func check(_ text: WrittenText) -> [Diagnostic] {
    text.bodies.flatMap { body in
      body.headings.filter { $0.level == 1 }.enumerated().map { number, heading in
        diagnostic(heading, fix: number < FindingLimit.perRule ? fix(heading, in: body, text) : nil, in: text.file)
      }
    }
  }

  private static func diagnostic(_ heading: Heading, fix: Fix?, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      rule, in: file, at: heading.range,
      Localized(
        fi: "Otsikko ”\(heading.text)” on ykköstasoa, joka on sivun oma otsikko",
        sv: "Rubriken ”\(heading.text)” är på första nivån, som är sidans egen rubrik",
        en: "The heading “\(heading.text)” is of the first level, which is the page's own title"),
      notes: [rule.explanation], fix: fix)
  }

  /// The lines of a heading above the first section that says the title once more, with the empty ones after it.
  private static func repeatedTitle(_ heading: Heading, in text: WrittenText) -> Range<Int>? {
    let title = NameKey.of(heading.text)
    guard text.entry.body.headings.first?.range == heading.range, !title.isEmpty,
      text.entry.fields.contains(where: { $0.value.scalar.map(NameKey.of) == title })
    else { return nil }
    let end = text.file.bytes[heading.range.upperBound...].firstIndex { $0 > 0x20 } ?? text.file.bytes.count
    return heading.range.lowerBound..<end
  }

  /// As a section's heading where it names one that is not there, else one level below the section it is in.
  private static func fix(_ heading: Heading, in body: Body, _ text: WrittenText) -> Fix? {
    let start = heading.range.lowerBound
    if let title = repeatedTitle(heading, in: text) { return Fix(replacing: title, with: "") }
    guard text.file.bytes[start] == 0x23 else { return nil }
    let isInSection = body.sections.dropFirst().contains { $0.range.contains(start) }
    let isSubheading = isInSection && MissingSection.named(by: heading, in: text.entry, text.template) == nil
    return Fix(replacing: start..<start + 1, with: isSubheading ? "###" : "##")
  }
}
