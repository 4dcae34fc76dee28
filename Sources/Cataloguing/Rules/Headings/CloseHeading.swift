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
      let told: (title: Localized, explanation: Localized) =
        switch heading.fault {
        case .noBlank: (rule.title, rule.explanation)
        case .strangeBlank: strangeBlank
        case .wideSigns: wideSigns
        }
      let signs = heading.fault == .wideSigns ? String(repeating: "#", count: heading.level) : ""
      let place = (heading.fault == .wideSigns ? heading.line.lowerBound : heading.end)..<heading.text.lowerBound
      return Diagnostic(
        rule, in: text.file, at: heading.line, told.title, notes: [told.explanation],
        fix: Fix(replacing: place, with: signs + " "))
    }
  }

  private static let strangeBlank = (
    title: Localized(
      fi: "Otsikon #-merkkien jälkeen tulee tavallinen väli",
      sv: "Efter en rubriks #-tecken kommer ett vanligt mellanslag",
      en: "A plain space follows a heading's # signs"),
    explanation: Localized(
      fi:
        "Tässä väli on sitova tai muu erikoinen väli, joka tulee mukaan toisesta ohjelmasta: rivi on tavallista tekstiä, "
        + "ja #-merkit näkyvät sivulla. Poista väli ja kirjoita se uudelleen.",
      sv:
        "Här är mellanslaget hårt eller av ett annat ovanligt slag, som följer med från ett annat program: raden är vanlig "
        + "text, och #-tecknen syns på sidan. Ta bort mellanslaget och skriv det på nytt.",
      en:
        "Here it is a no-break space or another unusual one, which comes along from another program: the line is ordinary "
        + "text, and the # signs show on the page. Delete the space and type it again.")
  )

  private static let wideSigns = (
    title: Localized(
      fi: "Otsikon merkki on tavallinen #", sv: "En rubriks tecken är ett vanligt #",
      en: "A heading's sign is a plain #"),
    explanation: Localized(
      fi: "Leveä ＃ on toinen merkki: rivi on tavallista tekstiä, ja merkit näkyvät sivulla.",
      sv: "Ett brett ＃ är ett annat tecken: raden är vanlig text, och tecknen syns på sidan.",
      en: "A full-width ＃ is another character: the line is ordinary text, and the signs show on the page.")
  )

  enum Fault {
    case noBlank, strangeBlank, wideSigns
  }

  /// A line that was meant as a heading.
  struct Line {
    let line: Range<Int>
    let level: Int
    /// The end of the signs.
    let end: Int
    let text: Range<Int>
    let fault: Fault
  }

  /// The lines that were meant as headings. A lone `#` before a word may be a tag, such as `#koulurauha`.
  static func headings(in text: WrittenText) -> [Line] {
    let lines = text.inBody(text.signs.closeHashes).compactMap { heading(at: $0, in: text.file) }
    if lines.isEmpty { return [] }
    let code = CodeAreas(text.entry)
    return lines.filter { !code.contains($0.line.lowerBound) }
  }

  private static func heading(at start: Int, in file: SourceFile) -> Line? {
    let line = file.lineRange(at: start)
    var (end, level, isWide) = (line.lowerBound, 0, false)
    while end < line.upperBound {
      if file.bytes[end] == 0x23 {
        end += 1
      } else if file.bytes[end..<line.upperBound].starts(with: [0xEF, 0xBC, 0x83]) {
        end += 3
        isWide = true
      } else {
        break
      }
      level += 1
    }
    var words = end
    while words < line.upperBound, case let length = blank(at: words, in: file.bytes), length > 0 { words += length }
    guard level <= 6, words < line.upperBound, level > 1 || words > end else { return nil }
    let fault: Fault = isWide ? .wideSigns : words > end ? .strangeBlank : .noBlank
    return Line(line: line, level: level, end: end, text: words..<line.upperBound, fault: fault)
  }

  /// The length of a space, a tab, a no-break space or another wide or thin blank; 0 where none stands there.
  private static func blank(at offset: Int, in bytes: [UInt8]) -> Int {
    func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }
    switch (byte(offset), byte(offset + 1), byte(offset + 2)) {
    case (0x20, _, _), (0x09, _, _): return 1
    case (0xC2, 0xA0, _): return 2
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80): return 3
    default: return 0
    }
  }
}
