import Diagnosing

/// What every file must be before it can be read at all: UTF-8 text of a reasonable size.
public enum EncodingRules {
  public static let all = [invalidUTF8, nul, controlCharacter, tooLarge, ForeignFile.rule]

  /// The first fault of a file's bytes.
  public static func fault(in file: SourceFile) -> Diagnostic? {
    if file.bytes.count > Limits.fileSize {
      return Diagnostic(
        tooLarge, in: SourceFile(path: file.path, bytes: []), at: 0..<0, tooLarge.title, notes: [tooLarge.explanation])
    }
    guard let offset = firstUnfit(file.bytes) else { return nil }
    if let foreign = ForeignFile.fault(in: file) { return foreign }
    if file.bytes[offset] == 0 {
      let place = offset..<offset + 1
      return Diagnostic(
        nul, in: file, at: place, nul.title, notes: [nul.explanation], fix: Fix(replacing: place, with: ""))
    }
    if let (place, name) = control(at: offset, in: file.bytes) {
      return Diagnostic(
        controlCharacter, in: file, at: place,
        Localized(
          fi: "Tekstissä on näkymätön ohjausmerkki \(name)", sv: "Texten innehåller det osynliga styrtecknet \(name)",
          en: "The text holds the invisible control character \(name)"),
        notes: [controlCharacter.explanation], fix: Fix(replacing: place, with: ""))
    }
    return Diagnostic(
      invalidUTF8, in: file, at: offset..<offset + 1,
      Localized(
        fi: "Tiedosto ei ole UTF-8-tekstiä: tavu \(offset + 1) ei kelpaa",
        sv: "Filen är inte UTF-8-text: byte \(offset + 1) duger inte",
        en: "The file is not UTF-8 text: byte \(offset + 1) does not belong"),
      notes: [invalidUTF8.explanation])
  }

  /// The control character or noncharacter at an offset, nil where bytes stand that are not UTF-8.
  private static func control(at offset: Int, in bytes: [UInt8]) -> (place: Range<Int>, name: String)? {
    func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }
    func named(_ code: Int, _ length: Int) -> (Range<Int>, String) {
      let digits = String(code, radix: 16, uppercase: true)
      return (offset..<offset + length, "U+" + String(repeating: "0", count: 4 - digits.count) + digits)
    }
    switch (byte(offset), byte(offset + 1), byte(offset + 2)) {
    case (0x00...0x7F, _, _): return named(Int(byte(offset)), 1)
    case (0xC2, 0x80...0x9F, _): return named(Int(byte(offset + 1)), 2)
    case (0xEF, 0xBF, 0xBE...0xBF): return named(0xFF00 + Int(byte(offset + 2)) + 0x40, 3)
    default: return nil
    }
  }

  /// The offset of the first byte that is no part of well-formed UTF-8 (Unicode Standard, table 3-7),
  /// or of a control character other than tab and line ends, or of U+FFFE or U+FFFF.
  static func firstUnfit(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      let count = bytes.count
      func continues(_ at: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
        at < count && bytes[at] >= low && bytes[at] <= high
      }
      while true {
        // Nearly all letters beyond ASCII that Finnish and Swedish have begin with this byte.
        index = bytes.firstIndex(from: index) {
          $0.beyondASCII(butForPairsOf: 0xC3) | $0.below(0x20) | $0.equal(to: 0x7F)
        }
        if index == count { return nil }
        switch bytes[index] {
        case 0x09, 0x0A, 0x0D: index += 1
        case 0xC2 where continues(index + 1, 0xA0): index += 2
        case 0xC3...0xDF where continues(index + 1): index += 2
        case 0xE0 where continues(index + 1, 0xA0) && continues(index + 2): index += 3
        case 0xED where continues(index + 1, 0x80, 0x9F) && continues(index + 2): index += 3
        case 0xEF where continues(index + 1, 0xBF) && continues(index + 2, 0xBE): return index
        case 0xE1...0xEC, 0xEE, 0xEF:
          guard continues(index + 1) && continues(index + 2) else { return index }
          index += 3
        case 0xF0 where continues(index + 1, 0x90) && continues(index + 2) && continues(index + 3): index += 4
        case 0xF1...0xF3 where continues(index + 1) && continues(index + 2) && continues(index + 3): index += 4
        case 0xF4 where continues(index + 1, 0x80, 0x8F) && continues(index + 2) && continues(index + 3): index += 4
        default: return index
        }
      }
    }
  }

  static let invalidUTF8 = Rule(
    "invalid-utf8", .error,
    title: Localized(fi: "Tiedosto on UTF-8-tekstiä", sv: "Filen är UTF-8-text", en: "A file is UTF-8 text"),
    explanation: Localized(
      fi: "Tallenna tiedosto uudelleen merkistöllä UTF-8. Vanha merkistö rikkoo ä- ja ö-kirjaimet.",
      sv: "Spara filen på nytt med teckenkodningen UTF-8. En gammal kodning förstör å, ä och ö.",
      en: "Save the file again with the encoding UTF-8. An older encoding breaks letters such as ä and ö."))

  static let nul = Rule(
    "nul-character", .error,
    title: Localized(
      fi: "Tiedostossa ei ole nollamerkkiä", sv: "Filen innehåller inget nolltecken",
      en: "A file holds no NUL character"),
    explanation: Localized(
      fi:
        "Nollamerkki kertoo, että tiedosto ei ole tekstiä tai on vioittunut. Poista merkki tai tallenna tiedosto UTF-8-tekstinä.",
      sv:
        "Ett nolltecken visar att filen inte är text eller är skadad. Ta bort tecknet eller spara filen som UTF-8-text.",
      en: "A NUL says that the file is not text or is damaged. Remove it, or save the file as UTF-8 text."),
    example: RuleExample(wrong: "tekijä: Esimerkkilän\u{0} kunta", right: "tekijä: Esimerkkilän kunta"))

  static let controlCharacter = Rule(
    "control-character", .error,
    title: Localized(
      fi: "Tekstissä ei ole ohjausmerkkejä", sv: "Texten innehåller inga styrtecken",
      en: "A text holds no control characters"),
    explanation: Localized(
      fi: "Merkki on luultavasti tullut kopioidun tekstin mukana. Poista se.",
      sv: "Tecknet har troligen följt med en kopierad text. Ta bort det.",
      en: "The character has probably come along with copied text. Remove it."),
    example: RuleExample(wrong: "tekijä: Esimerkkilän\u{B}kunta", right: "tekijä: Esimerkkilän kunta"))

  static let tooLarge = Rule(
    "file-too-large", .error,
    title: Localized(
      fi: "Tiedosto on enintään 1 Mt", sv: "En fil är högst 1 MB", en: "A file is at most 1 MB"),
    explanation: Localized(
      fi:
        "Pisimmätkin kuvaukset mahtuvat pariinkymmeneen kilotavuun. Kuvat ja liitteet tallennetaan omiin tiedostoihinsa.",
      sv: "Även de längsta beskrivningarna ryms i några tiotal kilobyte. Bilder och bilagor sparas i egna filer.",
      en: "Even the longest descriptions take some tens of kilobytes. Pictures and attachments are files of their own.")
  )
}
