import Diagnosing
import Foundation
import Reading
import Testing

@testable import Cataloguing

@Suite("The sections of the site's own practices")
struct OwnSectionsTests {
  private struct Required {
    let file: SourceFile
    let heading: Heading
    let section: Reading.Section
    let definition: SectionDefinition
  }

  /// Every section that its practice's stage requires.
  private static func required() -> [Required] {
    OwnPracticesTests.practices.flatMap { file -> [Required] in
      let entry = EntryMatcher.match(Entry.read(file), schema: OwnSchema.schema)
      return entry.sections.compactMap { matched in
        guard let index = matched.definition else { return nil }
        let definition = OwnSchema.schema.template.sections[index]
        guard definition.required.applies(atStage: entry.stage) else { return nil }
        return Required(
          file: file, heading: matched.heading, section: entry.entry.body.sections[matched.section],
          definition: definition)
      }
    }
  }

  /// Without the rules of links, since the practice is judged alone.
  private func findings(in file: SourceFile) -> [Diagnostic] {
    Rulebook.findings(in: EntryMatcher.match(Entry.read(file), schema: OwnSchema.schema), schema: OwnSchema.schema)
  }

  private func expectOneMissing(_ required: Required, in file: SourceFile, before next: String?) {
    let found = findings(in: file)
    #expect(found.map(\.rule) == ["missing-section"], "\(file.path) without \(required.definition.id)")
    #expect(found.first?.message.fi == "Osio ”\(required.definition.labels.fi)” puuttuu")
    let lines = file.text(file.contentStart..<file.bytes.count).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let last = lines.lastIndex { !$0.isEmpty }.map { $0 + 1 }
    let line = next.flatMap { heading in lines.firstIndex { $0 == heading }.map { $0 + 1 } } ?? last
    #expect(found.first.map { $0.position } == line.map { SourcePosition(line: $0, column: 1) })
  }

  @Test("are missed, when taken out, at the heading that they stand before, or at the last line, and nowhere else")
  func withoutSection() {
    let all = OwnSectionsTests.required()
    #expect(all.count >= 14)
    for required in all {
      let text = required.file.text(0..<required.file.bytes.count)
      let cut = required.file.text(required.section.range)
      let rest = text.replacing(cut, with: "")
      let after = text[(text.range(of: cut)?.upperBound ?? text.endIndex)...].split(separator: "\n").first.map(
        String.init)
      expectOneMissing(required, in: SourceFile(path: required.file.path, text: rest), before: after)
      let windows = SourceFile(path: required.file.path, text: "\u{FEFF}" + rest.replacing("\n", with: "\r\n"))
      expectOneMissing(required, in: windows, before: after)
    }
  }

  @Test("are missed just the same when only the line of the heading is gone")
  func withoutHeading() {
    for required in OwnSectionsTests.required() {
      let text = required.file.text(0..<required.file.bytes.count)
      let heading = required.file.text(required.heading.range) + "\n"
      let rest = text[(text.range(of: heading)?.upperBound ?? text.endIndex)...]
      let next = rest.split(separator: "\n").first { $0.hasPrefix("## ") }.map(String.init)
      let file = SourceFile(path: required.file.path, text: text.replacing(heading, with: ""))
      expectOneMissing(required, in: file, before: next)
    }
  }

  @Test("are empty, when their text is taken out, at their heading and nowhere else")
  func withoutText() {
    for required in OwnSectionsTests.required() {
      let text = required.file.text(required.heading.range.upperBound..<required.section.range.upperBound)
      let whole = required.file.text(0..<required.file.bytes.count)
      let file = SourceFile(path: required.file.path, text: whole.replacing(text, with: "\n\n"))
      let found = findings(in: file)
      #expect(found.map(\.rule) == ["empty-section"], "\(file.path) with empty \(required.definition.id)")
      #expect(found.first?.position == required.file.position(at: required.heading.range.lowerBound))
      #expect(found.first?.message.fi == "Osio ”\(required.definition.labels.fi)” on tyhjä")
    }
  }
}

@Suite("Sections")
struct SectionRulesTests {
  @Test("are required by the stage: an idea needs one, a trial three, a completed model all")
  func stages() {
    for (stage, count) in [("Idea", 1), ("Suunnittelu", 1), ("Kokeilu", 3), ("Käyttöönotto", 3), ("Valmis", 6)] {
      let (front, _) = SampleEntry.text.split(at: "## Ratkaisun perusidea")
      let found = Judging.findings(in: front.replacing("vaihe: Kokeilu", with: "vaihe: \(stage)"))
      #expect(found.map(\.rule) == Array(repeating: "missing-section", count: count), "\(stage)")
      // All are missed at the last line: what is to be added is named in the order in which it is written.
      let names = OwnSchema.schema.template.sections.prefix(count).map { "Osio ”\($0.labels.fi)” puuttuu" }
      #expect(found.map(\.message.fi) == names, "\(stage)")
    }
  }

  @Test("that are not required may be left out, and a stage that cannot be read asks for none but the first")
  func optional() {
    let (text, _) = SampleEntry.text.split(at: "## Toimivuuden")
    #expect(Judging.findings(in: text).isEmpty)
    let (short, _) = SampleEntry.text.replacing("vaihe: Kokeilu", with: "vaihe: Unelma").split(
      at: "## Toimintaympäristö")
    #expect(Judging.findings(in: short).map(\.rule) == ["unknown-value"])
  }

  @Test("are named in the language of the file, and the message says it in the reader's")
  func languages() throws {
    let (front, _) = SampleEntry.text.split(at: "## Ratkaisun perusidea")
    let text = front + "## Lösningens grundidé\n\nText.\n\n## Verksamhetsmiljö\n\nText.\n"
    let finding = try #require(Judging.findings(in: text).first)
    #expect(finding.message.fi == "Osio ”Kohderyhmä ja asiakasymmärrys” puuttuu")
    #expect(finding.notes.contains { $0.fi.contains("”## Målgrupp och kundförståelse”") })
  }

  @Test("are not missed when a fence, a comment or the fields hide what is there")
  func swallowed() {
    let fence = SampleEntry.text.replacing("Kunnassa on kaksi koulua", with: "```huomio\nKunnassa on kaksi koulua")
    #expect(Set(Judging.findings(in: fence).map(\.rule)) == ["unclosed-fence"])
    let comment = SampleEntry.text.replacing("Kunnassa on kaksi koulua", with: "\n<!-- Kunnassa on kaksi koulua")
    #expect(Judging.findings(in: comment).map(\.rule) == ["unclosed-comment"])
    let (front, _) = SampleEntry.text.split(at: "## Ratkaisun perusidea")
    let fields = front.replacing("vaihe: Kokeilu", with: "vaihe:Kokeilu") + "# A\n\nB\n\n## C\n\n## C\n"
    #expect(Judging.findings(in: fields).map(\.rule) == ["yaml-missing-space", "level-one-heading"])
  }

  @Test(
    "count as empty while they hold only blanks, comments and rulers",
    arguments: ["", "\n\n", "<!-- kirjoita -->", "&nbsp;", "---", "***\n\n<!-- a -->\n\n***", "### Väliotsikko", "-"])
  func empty(_ text: String) {
    let old = "Sopikaa tuntirajoista yhdessä ennen kuin malli otetaan käyttöön."
    let errors = Judging.findings(in: SampleEntry.text.replacing(old, with: text)).filter { $0.severity == .error }
    #expect(errors.map(\.rule) == ["empty-section"])
  }

  @Test(
    "count as full with a word, a picture, a block or code",
    arguments: [
      "a", "- a", "> a", "    koodia", "### Otsikko\n\na", "![Portaat kuvana](portaat.png)",
      "```huomio\nMuista.\n```", "[mallit kunnittain](/alueet/)",
    ])
  func full(_ text: String) {
    let old = "Sopikaa tuntirajoista yhdessä ennen kuin malli otetaan käyttöön."
    #expect(Judging.findings(in: SampleEntry.text.replacing(old, with: text)).isEmpty)
  }

  @Test("out of order are told in the least number, the later ones where two would do")
  func order() {
    #expect(MisorderedSection.longestRise([0, 1, 2, 3]) == [0, 1, 2, 3])
    #expect(MisorderedSection.longestRise([0, 2, 1, 3]) == [0, 1, 3])
    #expect(MisorderedSection.longestRise([5, 0, 1, 2]) == [1, 2, 3])
    #expect(MisorderedSection.longestRise([1, 2, 3, 0]) == [0, 1, 2])
    #expect(MisorderedSection.longestRise([2, 3, 0, 1]) == [0, 1])
    #expect(MisorderedSection.longestRise([]) == [])
  }

  @Test(
    "are known with marks behind their name",
    arguments: [" **", "**", ":", " :", ".", " ** ", "\u{A0}**", " ** ##"])
  func marks(_ marks: String) {
    let text = SampleEntry.text.replacing("## Toimintaympäristö", with: "## Toimintaympäristö\(marks)")
    let found = Judging.findings(in: text)
    #expect(found.map(\.rule) == ["heading-marks"], "\(marks)")
    #expect(found.map { $0.fix?.isSafe } == [true])
  }
}

extension String {
  fileprivate func split(at mark: String) -> (String, String) {
    guard let place = range(of: mark) else { return (self, "") }
    return (String(self[..<place.lowerBound]), String(self[place.lowerBound...]))
  }
}
