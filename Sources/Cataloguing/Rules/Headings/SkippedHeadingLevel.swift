import Diagnosing
import Reading

/// A heading is at most one level below the heading before it.
enum SkippedHeadingLevel: TextRule {
  static let rule = Rule(
    "skipped-heading-level", .warning,
    title: Localized(
      fi: "Otsikkotasoja ei hypätä yli", sv: "Rubriknivåer hoppas inte över", en: "No level of headings is skipped"),
    explanation: Localized(
      fi: "Ruudunlukijan käyttäjä liikkuu sivulla otsikoiden mukaan, ja väliin jäävä taso näyttää puuttuvalta osiolta. "
        + "Otsikon ## alla väliotsikko on ### ja sen alla ####.",
      sv:
        "Den som använder skärmläsare rör sig efter rubrikerna, och en nivå som saknas ser ut som ett saknat avsnitt. "
        + "Under rubriken ## är mellanrubriken ### och under den ####.",
      en: "People with screen readers move by headings, and a skipped level looks like a missing section. "
        + "Under a heading ## comes ###, and under that ####."),
    example: RuleExample(wrong: "#### Väliotsikko\n\nTekstiä.", right: "### Väliotsikko\n\nTekstiä."))

  static func check(_ text: WrittenText) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for (index, body) in text.bodies.enumerated() where body.headings.contains(where: { $0.level > 2 }) {
      // Above the first section stands the page's title; a note stands within a section.
      var last = index == 0 ? 1 : 2
      for heading in body.headings {
        // Of what stands above the first section, and of a section's heading at a wrong level, other rules tell.
        let isToldElsewhere =
          text.kind == .practice
          && (last == 1 || MissingSection.named(by: heading, in: text.entry, text.template) != nil)
        if heading.level > last + 1, !isToldElsewhere { found.append(diagnostic(heading, after: last, in: text.file)) }
        // What is of the first level by mistake was meant to be a section.
        last = max(heading.level, 2)
      }
    }
    return found
  }

  private static func diagnostic(_ heading: Heading, after last: Int, in file: SourceFile) -> Diagnostic {
    let wanted = String(repeating: "#", count: last + 1)
    let written = String(repeating: "#", count: heading.level)
    let start = heading.range.lowerBound
    let isHash = file.bytes[start] == 0x23
    return Diagnostic(
      rule, in: file, at: heading.range,
      Localized(
        fi: "Otsikko ”\(heading.text)” on \(written), vaikka sen pitää tässä olla \(wanted)",
        sv: "Rubriken ”\(heading.text)” är \(written) men ska här vara \(wanted)",
        en: "The heading “\(heading.text)” is \(written), but here it should be \(wanted)"),
      notes: [rule.explanation],
      fix: isHash ? Fix(replacing: start..<start + heading.level, with: wanted) : nil)
  }
}
