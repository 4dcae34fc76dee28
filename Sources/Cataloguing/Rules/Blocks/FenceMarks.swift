import Diagnosing
import Reading

/// A block opens with backticks, not with signs that look like them.
enum FenceMarks: TextRule {
  static let rule = Rule(
    "fence-marks", .error,
    title: Localized(
      fi: "Lohko alkaa kolmella gravisaksentilla ```", sv: "Ett block börjar med tre grava accenter ```",
      en: "A block starts with three backticks ```"),
    explanation: Localized(
      fi: "Heittomerkki, akuutti, lainausmerkki tai kaksoispiste ei aloita lohkoa. Kopioi merkit ``` tästä, "
        + "tai paina vaihtonäppäintä ja aksenttinäppäintä ja sen jälkeen välilyöntiä, kolme kertaa.",
      sv:
        "En apostrof, en akut accent, ett citattecken eller ett kolon inleder inget block. Kopiera tecknen ``` härifrån, "
        + "eller tryck skift och accenttangenten och sedan mellanslag, tre gånger.",
      en: "An apostrophe, an acute accent, a quotation mark or a colon opens no block. Copy the signs ``` from here."),
    example: RuleExample(
      wrong: "´´´huomio\nKokeilu jatkuu kevääseen.\n```\n", right: "```huomio\nKokeilu jatkuu kevääseen.\n```\n"))

  static func check(_ text: WrittenText) -> [Diagnostic] {
    openings(in: text).map { marks in
      Diagnostic(
        rule, in: text.file, at: marks, rule.title, notes: [rule.explanation],
        fix: fix(marks, in: text.file))
    }
  }

  /// Backticks in place of the marks, and of those that close the block, where they are the same.
  private static func fix(_ marks: Range<Int>, in file: SourceFile) -> Fix {
    let sign = file.text(marks)
    var line = file.lineRange(at: marks.lowerBound)
    while line.upperBound < file.bytes.count {
      line = file.lineRange(at: lineAfter(line, in: file))
      let text = file.text(line)
      if text.hasPrefix("#") || text.hasPrefix("```") { break }
      if text.allSatisfy({ $0 == sign.first || $0 == " " }), text.hasPrefix(sign) {
        let between = file.text(marks.upperBound..<line.lowerBound)
        return Fix(replacing: marks.lowerBound..<line.upperBound, with: "```\(between)```", isSafe: true)
      }
    }
    return Fix(replacing: marks, with: "```", isSafe: true)
  }

  private static func lineAfter(_ line: Range<Int>, in file: SourceFile) -> Int {
    let isCRLF = file.bytes[line.upperBound] == 0x0D && file.bytes[line.upperBound...].dropFirst().first == 0x0A
    return line.upperBound + (isCRLF ? 2 : 1)
  }

  /// The marks before a block's word.
  static func openings(in text: WrittenText) -> [Range<Int>] {
    text.signs.fenceMarks.compactMap { start in
      let bytes = text.file.bytes
      guard text.isInBody(start),
        let length = bytes.withUnsafeBufferPointer({ SignPatterns.fenceLength(at: start, in: $0) })
      else { return nil }
      var word = text.file.text(start + length..<text.file.lineRange(at: start).upperBound)[...]
      while word.first == " " { word.removeFirst() }
      while word.last == " " { word.removeLast() }
      return text.template.block(named: String(word)) == nil ? nil : start..<start + length
    }
  }
}
