import Diagnosing
import Reading

/// A space stands between a heading's signs and its text.
enum CloseHeading: TextRule {
  static let rule = Rule(
    "heading-space", .error,
    title: Localized(
      fi: "Otsikon #-merkkien jälkeen tulee väli", sv: "Efter en rubriks #-tecken kommer ett mellanslag",
      en: "A space follows a heading's # signs"),
    explanation: Localized(
      fi: "Ilman väliä rivi on tavallista tekstiä, ja #-merkit näkyvät sivulla.",
      sv: "Utan mellanslaget är raden vanlig text, och #-tecknen syns på sidan.",
      en: "Without the space the line is ordinary text, and the # signs show on the page."),
    example: RuleExample(wrong: "###Väliotsikko", right: "### Väliotsikko"))

  static func check(_ text: WrittenText) -> [Diagnostic] {
    headings(in: text).map { heading in
      Diagnostic(
        rule, in: text.file, at: heading.line, rule.title, notes: [rule.explanation],
        fix: Fix(replacing: heading.text.lowerBound..<heading.text.lowerBound, with: " "))
    }
  }

  /// The lines that were meant as headings. A lone `#` before a word may be a tag, such as `#koulurauha`.
  static func headings(in text: WrittenText) -> [(line: Range<Int>, text: Range<Int>)] {
    let bytes = text.file.bytes
    let lines = text.signs.closeHashes.filter { text.isInBody($0) && bytes[$0 + 1] == 0x23 }
    if lines.isEmpty { return [] }
    let code = CodeAreas(text.entry)
    return lines.filter { !code.contains($0) }.map { start in
      let line = text.file.lineRange(at: start)
      let hashes = bytes[line].prefix { $0 == 0x23 }.count
      return (line, line.lowerBound + hashes..<line.upperBound)
    }
  }
}
