import Diagnosing

/// A description holds no telephone number.
enum PhoneNumber: TextRule {
  static let rule = Rule(
    "phone-number", .warning,
    title: Localized(
      fi: "Kuvauksessa ei ole puhelinnumeroa", sv: "Beskrivningen innehåller inget telefonnummer",
      en: "A description holds no telephone number"),
    explanation: Localized(
      fi: "Henkilön puhelinnumero on henkilötieto ja vanhenee pian. "
        + "Kerro mieluummin organisaatio tai sivu, josta yhteyden saa.",
      sv: "En persons telefonnummer är en personuppgift och föråldras snart. "
        + "Ange hellre organisationen eller en sida där man får kontakt.",
      en: "A person's telephone number is personal data and soon grows old. "
        + "Rather name the organisation, or a page where it can be reached."),
    example: RuleExample(
      wrong: "Lisätietoja saa numerosta 040 123 4567.", right: "Lisätietoja antaa Esimerkkilän kunta."))

  static func check(_ text: WrittenText) -> [Diagnostic] {
    guard text.kind == .practice, !text.signs.phones.isEmpty else { return [] }
    var end = 0
    return text.signs.phones.compactMap { offset in
      guard offset >= end, let range = PhoneNumberReading(text.file.bytes, at: offset)?.range else { return nil }
      end = range.upperBound
      return Diagnostic(
        rule, in: text.file, at: range,
        Localized(
          fi: "Tekstissä on puhelinnumero ”\(text.file.text(range))”",
          sv: "Texten innehåller telefonnumret ”\(text.file.text(range))”",
          en: "The text holds the telephone number “\(text.file.text(range))”"),
        notes: [rule.explanation])
    }
  }
}
