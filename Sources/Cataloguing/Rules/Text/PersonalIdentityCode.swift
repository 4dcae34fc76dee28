import Diagnosing

/// A file holds no Finnish personal identity code.
///
/// A code is a date of birth `ddmmyy`, a sign of its century, an individual number of three digits and a
/// control character: the nine digits as one number, divided by 31, leave a remainder that is the
/// character's place in `0123456789ABCDEFHJKLMNPRSTUVWXY`. The century is `+` for the 1800s, `-` or one of
/// `U V W X Y` for the 1900s, and one of `A B C D E F` for the 2000s. Numbers from 900 on are given for a
/// time only; they are looked for too. Source: Digital and Population Data Services Agency, "The personal
/// identity code", which also tells of the signs that were taken into use in 2023.
enum PersonalIdentityCode: TextRule {
  static let rule = Rule(
    "personal-identity-code", .error,
    title: Localized(
      fi: "Tiedostossa ei ole henkilötunnusta", sv: "Filen innehåller ingen personbeteckning",
      en: "A file holds no personal identity code"),
    explanation: Localized(
      fi: "Henkilötunnusta ei saa julkaista. Poista se, ja jos tiedosto on jo tallennettu versiohistoriaan, "
        + "kerro asiasta sivuston ylläpitäjälle: tunnus pitää poistaa myös sieltä.",
      sv: "En personbeteckning får inte publiceras. Ta bort den, och om filen redan har sparats i versionshistoriken, "
        + "berätta det för webbplatsens administratör: beteckningen måste tas bort också därifrån.",
      en: "A personal identity code must not be published. Remove it, and if the file is in the version history "
        + "already, tell the site's maintainer: it has to be removed from there too."),
    example: RuleExample(
      wrong: "Oppilas (131052-308T) sai tukea.", right: "Oppilas sai tukea."))

  static func check(_ text: WrittenText) -> [Diagnostic] {
    text.signs.codes.compactMap { offset in
      place(in: text.file.bytes, at: offset).map { range in
        Diagnostic(
          rule, in: text.file, at: range,
          Localized(
            fi: "Tekstissä on henkilötunnus", sv: "Texten innehåller en personbeteckning",
            en: "The text holds a personal identity code"),
          notes: [rule.explanation])
      }
    }
  }

  /// The bytes of the code that starts at an offset; nil where none does.
  static func place(in bytes: [UInt8], at start: Int) -> Range<Int>? {
    if start > 0, bytes[start - 1] &- 0x30 < 10 { return nil }
    guard let date = number(in: bytes, start..<start + 6), let (century, length) = century(in: bytes, at: start + 6)
    else { return nil }
    let individual = start + 6 + length
    guard individual + 4 <= bytes.count, let number = number(in: bytes, individual..<individual + 3), number >= 2,
      upper(bytes[individual + 3]) == controls[(date * 1000 + number) % 31]
    else { return nil }
    let end = individual + 4
    if end < bytes.count, isLetterOrDigit(bytes[end]) { return nil }
    let day = CalendarDate(year: century + date % 100, month: date / 100 % 100, day: date / 10_000)
    return day == nil ? nil : start..<end
  }

  private static let controls = Array("0123456789ABCDEFHJKLMNPRSTUVWXY".utf8)

  /// The first year of the century that a sign stands for, and the sign's length in bytes.
  ///
  /// Text programs put other hyphens and dashes for the hyphen, and Markdown lets a backslash stand before it.
  private static func century(in bytes: [UInt8], at index: Int) -> (Int, Int)? {
    guard index < bytes.count else { return nil }
    switch upper(bytes[index]) {
    case UInt8(ascii: "+"): return (1800, 1)
    case UInt8(ascii: "-"), UInt8(ascii: "U")...UInt8(ascii: "Y"): return (1900, 1)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): return (2000, 1)
    case UInt8(ascii: "\\"):
      return century(in: bytes, at: index + 1).flatMap { $0.1 == 1 ? ($0.0, 2) : nil }
    case 0xE2 where index + 2 < bytes.count:
      let isDash = bytes[index + 1] == 0x80 && (0x90...0x95).contains(bytes[index + 2])
      let isMinus = bytes[index + 1] == 0x88 && bytes[index + 2] == 0x92
      return isDash || isMinus ? (1900, 3) : nil
    default: return nil
    }
  }

  private static func number(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard range.upperBound <= bytes.count else { return nil }
    var number = 0
    for byte in bytes[range] {
      guard byte &- 0x30 < 10 else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }

  private static func upper(_ byte: UInt8) -> UInt8 { byte | 0x20 &- 0x61 < 26 ? byte & 0xDF : byte }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte >= 0xC0
  }
}
