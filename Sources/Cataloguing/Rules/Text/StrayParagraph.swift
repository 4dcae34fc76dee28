import Diagnosing
import Reading

/// A paragraph holds something to read.
enum StrayParagraph: TextRule {
  static let rule = Rule(
    "stray-paragraph", .warning,
    title: Localized(
      fi: "Kappaleessa on luettavaa", sv: "Ett stycke har något att läsa", en: "A paragraph holds something to read"),
    explanation: Localized(
      fi: "Yksinäinen piste tai pelkistä väleistä tehty kappale on jäänyt tekstiin vahingossa, "
        + "usein kopioitaessa. Kappaleiden väliin riittää tyhjä rivi.",
      sv: "En ensam punkt eller ett stycke av bara blanksteg har blivit kvar av misstag, ofta vid kopiering. "
        + "Mellan stycken räcker en tom rad.",
      en: "A lone full stop, or a paragraph of nothing but spaces, was left behind, often in copying. "
        + "An empty line between paragraphs is enough."),
    example: RuleExample(wrong: "Malli on käytössä.\n\n.\n", right: "Malli on käytössä.\n"))

  static func check(_ text: WrittenText) -> [Diagnostic] {
    text.bodies.flatMap { body in
      body.strayParagraphs.filter { !isAlone($0, in: body, text.template) }.map { diagnostic($0, in: text.file) }
    }
  }

  /// Whether nothing else stands in a section, which then is empty under a rule of its own.
  private static func isAlone(_ paragraph: Range<Int>, in body: Body, _ template: NationalTemplate) -> Bool {
    body.sections.indices.contains { index in
      let section = body.sections[index]
      guard let heading = section.heading, section.range.contains(paragraph.lowerBound) else { return false }
      return template.section(named: heading.text) != nil && body.isBlank(index)
    }
  }

  private static func diagnostic(_ paragraph: Range<Int>, in file: SourceFile) -> Diagnostic {
    let sign = file.text(paragraph).unicodeScalars.first { ".,;:-*_".unicodeScalars.contains($0) }
    return Diagnostic(
      rule, in: file, at: paragraph,
      sign.map { sign in
        Localized(
          fi: "Kappaleessa on pelkkä merkki ”\(sign)”", sv: "Stycket är bara tecknet ”\(sign)”",
          en: "The paragraph is nothing but the sign “\(sign)”")
      }
        ?? Localized(
          fi: "Kappaleessa on pelkkiä välejä", sv: "Stycket är bara blanksteg",
          en: "The paragraph is nothing but spaces"),
      notes: [rule.explanation], fix: fix(paragraph, in: file))
  }

  /// Takes out the paragraph's lines and the empty ones after it; nil where the paragraph is part of a list
  /// or a quote.
  private static func fix(_ paragraph: Range<Int>, in file: SourceFile) -> Fix? {
    let first = file.lineRange(at: paragraph.lowerBound)
    guard first.lowerBound == paragraph.lowerBound else { return nil }
    var end = lineAfter(file.lineRange(at: max(paragraph.lowerBound, paragraph.upperBound - 1)), in: file)
    var start = first.lowerBound
    while end < file.bytes.count {
      let line = file.lineRange(at: end)
      if !line.isEmpty { break }
      end = lineAfter(line, in: file)
    }
    if end == file.bytes.count {
      // The last paragraph: the empty line before it goes instead.
      while start > file.contentStart, isLineEnd(file.bytes[start - 1]), start > 1, isLineEnd(file.bytes[start - 2]) {
        let before = file.lineRange(at: start - 1)
        guard before.isEmpty else { break }
        start = before.lowerBound
      }
    }
    return Fix(replacing: start..<end, with: "", isSafe: !isBesideList(start..<end, in: file))
  }

  /// Whether what stands before or after is a list or an indented text: these could grow together.
  private static func isBesideList(_ range: Range<Int>, in file: SourceFile) -> Bool {
    var before = range.lowerBound
    while before > file.contentStart, isLineEnd(file.bytes[before - 1]) { before -= 1 }
    return [file.lineRange(at: max(before - 1, file.contentStart)).lowerBound, range.upperBound].contains { start in
      guard start < file.bytes.count else { return false }
      let byte = file.bytes[start]
      return byte == 0x20 || byte == 0x09 || byte == 0x2D || byte == 0x2A || byte == 0x2B || byte &- 0x30 < 10
    }
  }

  private static func lineAfter(_ line: Range<Int>, in file: SourceFile) -> Int {
    var end = line.upperBound
    if end < file.bytes.count, file.bytes[end] == 0x0D { end += 1 }
    if end < file.bytes.count, file.bytes[end] == 0x0A { end += 1 }
    return end
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
