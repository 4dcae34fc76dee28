import Diagnosing
import Reading

/// A comment that is opened is closed too.
enum UnclosedComment: TextRule {
  static let rule = Rule(
    "unclosed-comment", .error,
    title: Localized(
      fi: "Kommentti, joka avataan, myös suljetaan", sv: "En kommentar som öppnas ska också stängas",
      en: "A comment that is opened is closed too"),
    explanation: Localized(
      fi: "Kommentti alkaa merkeillä <!-- ja päättyy merkkeihin -->. Ilman niitä loppu tekstistä jäisi pois sivulta.",
      sv:
        "En kommentar börjar med <!-- och slutar med -->. Utan slutet skulle resten av texten lämnas bort från sidan.",
      en: "A comment starts with <!-- and ends with -->. Without the end, the rest of the text would be left out."),
    example: RuleExample(wrong: "<!-- Tarkista luvut.", right: "<!-- Tarkista luvut. -->"))

  static func check(_ text: WrittenText) -> [Diagnostic] {
    guard let place = place(in: text) else { return [] }
    return [Diagnostic(rule, in: text.file, at: place, rule.title, notes: [rule.explanation])]
  }

  /// Where the text holds a comment that nothing closes; the headings after it are swallowed.
  static func place(in text: WrittenText) -> Range<Int>? {
    guard let start = text.signs.comments.last, text.isInBody(start) else { return nil }
    let bytes = text.file.bytes
    var index = start + 4
    while index + 2 < bytes.count {
      if bytes[index] == 0x2D, bytes[index + 1] == 0x2D, bytes[index + 2] == 0x3E { return nil }
      index += 1
    }
    return CodeAreas(text.entry).contains(start) ? nil : start..<start + 4
  }
}
