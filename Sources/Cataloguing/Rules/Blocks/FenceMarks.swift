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
      fi: "Näppäimistön heittomerkki tai akuutti näyttää samalta mutta ei aloita lohkoa. Kopioi merkit ``` tästä, "
        + "tai paina vaihtonäppäintä ja aksenttinäppäintä ja sen jälkeen välilyöntiä, kolme kertaa.",
      sv: "En apostrof eller akut accent ser likadan ut men inleder inget block. Kopiera tecknen ``` härifrån, "
        + "eller tryck skift och accenttangenten och sedan mellanslag, tre gånger.",
      en: "An apostrophe or an acute accent looks alike but opens no block. Copy the signs ``` from here."),
    example: RuleExample(
      wrong: "´´´huomio\nKokeilu jatkuu kevääseen.\n```\n", right: "```huomio\nKokeilu jatkuu kevääseen.\n```\n"))

  static func check(_ text: WrittenText) -> [Diagnostic] {
    openings(in: text).map { marks in
      Diagnostic(
        rule, in: text.file, at: marks, rule.title, notes: [rule.explanation],
        fix: Fix(replacing: marks, with: "```", isSafe: true))
    }
  }

  /// The marks before a block's word.
  static func openings(in text: WrittenText) -> [Range<Int>] {
    text.signs.fenceMarks.compactMap { start in
      let bytes = text.file.bytes
      guard text.isInBody(start), let length = bytes.withUnsafeBufferPointer({ FenceMarks.length(at: start, in: $0) })
      else { return nil }
      var word = text.file.text(start + length..<text.file.lineRange(at: start).upperBound)[...]
      while word.first == " " { word.removeFirst() }
      while word.last == " " { word.removeLast() }
      return text.template.block(named: String(word)) == nil ? nil : start..<start + length
    }
  }

  /// How many bytes the marks at a line's start take: two backticks, or three or more of another sign; nil where
  /// none stand there.
  static func length(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }
    if byte(index) == 0x60 { return byte(index + 1) == 0x60 && byte(index + 2) != 0x60 ? 2 : nil }
    let size: Int
    switch (byte(index), byte(index + 1), byte(index + 2)) {
    case (0x27, _, _): size = 1
    case (0xC2, 0xB4, _): size = 2
    case (0xE2, 0x80, 0x98), (0xE2, 0x80, 0x99), (0xE2, 0x80, 0x9C), (0xE2, 0x80, 0x9D): size = 3
    default: return nil
    }
    var end = index
    while end + size <= bytes.count, (0..<size).allSatisfy({ bytes[end + $0] == bytes[index + $0] }) { end += size }
    return end - index >= 3 * size ? end - index : nil
  }
}
