import Cataloguing

/// Tells from a line's form whether it can be the value of a date or a stage.
struct ValueForms: Sendable {
  let schema: Schema

  /// The date that a line starts with; a time of day may follow it.
  static func date(_ text: String) -> DateReading {
    let whole = DateReading(text)
    guard whole == .unreadable, let blank = text.firstIndex(of: " ") else { return whole }
    let rest = text[blank...].utf8
    let isTime = rest.contains { $0 &- 0x30 < 10 } && NameKey.of(String(text[blank...])).utf8.allSatisfy(isOfTime)
    return isTime ? DateReading(String(text[..<blank])) : .unreadable
  }

  /// `- 13:05`, `klo 13.05`.
  private static func isOfTime(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || " -:.,klo".utf8.contains(byte)
  }

  func isDate(_ text: String) -> Bool { ValueForms.date(text) != .unreadable }

  func isStage(_ text: String) -> Bool { schema.stageVocabulary?.term(named: text) != nil }
}
