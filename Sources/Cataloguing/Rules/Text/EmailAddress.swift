import Diagnosing

/// A description holds no e-mail address.
enum EmailAddress: TextRule {
  static let rule = Rule(
    "email-address", .warning,
    title: Localized(
      fi: "Kuvauksessa ei ole sähköpostiosoitetta", sv: "Beskrivningen innehåller ingen e-postadress",
      en: "A description holds no e-mail address"),
    explanation: Localized(
      fi: "Henkilön sähköpostiosoite on henkilötieto, se vanhenee ja kerää roskapostia. "
        + "Kerro mieluummin organisaatio tai sivu, josta yhteyden saa.",
      sv: "En persons e-postadress är en personuppgift, den föråldras och drar till sig skräppost. "
        + "Ange hellre organisationen eller en sida där man får kontakt.",
      en: "A person's e-mail address is personal data, it grows old and it draws spam. "
        + "Rather name the organisation, or a page where it can be reached."),
    example: RuleExample(
      wrong: "Lisätietoja antaa etunimi.sukunimi@esimerkki.fi.", right: "Lisätietoja antaa Esimerkkilän kunta."))

  static func check(_ text: WrittenText) -> [Diagnostic] {
    guard text.kind == .practice, !text.signs.ats.isEmpty else { return [] }
    var told: Range<Int>?
    return text.signs.ats.compactMap { offset in
      place(in: text.file.bytes, at: offset).flatMap { range -> Diagnostic? in
        if isTold(range, after: told, in: text.file) { return nil }
        told = range
        return Diagnostic(
          rule, in: text.file, at: range,
          Localized(
            fi: "Tekstissä on sähköpostiosoite ”\(text.file.text(range))”",
            sv: "Texten innehåller e-postadressen ”\(text.file.text(range))”",
            en: "The text holds the e-mail address “\(text.file.text(range))”"),
          notes: [rule.explanation])
      }
    }
  }

  /// Whether an address is that of a link whose text was told of already, or of a link that is no whole address.
  private static func isTold(_ range: Range<Int>, after told: Range<Int>?, in file: SourceFile) -> Bool {
    func follows(_ words: String) -> Bool {
      file.bytes[..<range.lowerBound].suffix(words.utf8.count).elementsEqual(words.utf8)
    }
    if follows("](") { return true }
    guard let told, follows("](mailto:"), told.upperBound + 9 == range.lowerBound else { return false }
    return file.bytes[told].elementsEqual(file.bytes[range])
  }

  /// The whole address around an `@`, or around a bracket that spells it.
  private static func place(in bytes: [UInt8], at sign: Int) -> Range<Int>? {
    let length = bytes.withUnsafeBufferPointer { bytes[sign] == 0x40 ? 1 : SpelledAt.length(in: $0, at: sign) }
    guard let length else { return nil }
    let mayHaveSpaces = length > 1
    var start = sign
    if mayHaveSpaces, start > 0, bytes[start - 1] == 0x20 { start -= 1 }
    let localEnd = start
    while start > 0, isLocal(bytes, start - 1) { start -= 1 }
    while start < localEnd, bytes[start] == 0x2E || bytes[start] == 0x2D { start += 1 }
    guard start < localEnd else { return nil }
    var end = sign + length
    if mayHaveSpaces, end < bytes.count, bytes[end] == 0x20 { end += 1 }
    let domain = end
    var lastDot: Int?
    while end < bytes.count, isDomain(bytes, end) {
      if bytes[end] == 0x2E {
        guard end > domain, end + 1 < bytes.count, isDomain(bytes, end + 1), bytes[end + 1] != 0x2E else { break }
        lastDot = end
      }
      end += 1
    }
    guard let lastDot, end - lastDot > 2, bytes[lastDot + 1..<end].allSatisfy({ ($0 | 0x20) &- 0x61 < 26 }) else {
      return nil
    }
    return start..<end
  }

  private static func isLocal(_ bytes: [UInt8], _ index: Int) -> Bool {
    isDomain(bytes, index) || bytes[index] == 0x5F || bytes[index] == 0x25 || bytes[index] == 0x2B
  }

  /// Letters, also those of U+00C0–00FF, digits, hyphens and full stops.
  private static func isDomain(_ bytes: [UInt8], _ index: Int) -> Bool {
    let byte = bytes[index]
    if byte < 0x80 { return byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0x2E || byte == 0x2D }
    return byte == 0xC3 || (byte < 0xC0 && index > 0 && bytes[index - 1] == 0xC3)
  }
}
