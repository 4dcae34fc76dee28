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
