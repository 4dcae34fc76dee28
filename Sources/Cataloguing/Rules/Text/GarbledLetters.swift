import Diagnosing
import Reading

/// A letter that was read in a wrong encoding and shows as two signs: `Ã¤` for `ä`.
enum GarbledLetters: TextRule {
  static let rule = Rule(
    "garbled-letters", .error,
    title: Localized(
      fi: "Kirjaimet ovat ehjiä", sv: "Bokstäverna är hela", en: "Letters are whole"),
    explanation: Localized(
      fi: "Merkit ovat UTF-8-tekstiä, joka on avattu vanhalla merkistöllä ja tallennettu uudelleen. "
        + "Komento ”mallisto check --fix” palauttaa kirjaimet.",
      sv: "Tecknen är UTF-8-text som har öppnats med en äldre teckenkodning och sparats på nytt. "
        + "Kommandot ”mallisto check --fix” återställer bokstäverna.",
      en: "These signs are UTF-8 text that was opened in an older encoding and saved again. "
        + "The command mallisto check --fix restores the letters."),
    example: RuleExample(wrong: "LÃ¤snÃ¤olo kuuluu kaikille.", right: "Läsnäolo kuuluu kaikille."))

  static func check(_ text: WrittenText) -> [Diagnostic] {
    lines(of: text.signs.garbled, in: text.file).map { places in
      let bytes = text.file.bytes
      var mended = ""
      var done = places[0]
      for place in places {
        guard let (letter, length) = bytes.withUnsafeBufferPointer({ GarbledLetters.letter(at: place, in: $0) }) else {
          continue
        }
        mended += text.file.text(done..<place)
        mended.unicodeScalars.append(letter)
        done = place + length
      }
      let range = places[0]..<done
      let word = text.file.text(range)
      return Diagnostic(
        rule, in: text.file, at: range,
        Localized(
          fi: "Kirjaimet ovat rikkoutuneet: ”\(word)” on ”\(mended)”",
          sv: "Bokstäverna är trasiga: ”\(word)” är ”\(mended)”",
          en: "Letters are broken: “\(word)” is “\(mended)”"),
        notes: [rule.explanation], fix: Fix(replacing: range, with: mended, isSafe: true))
    }
  }

  /// The places of each line.
  private static func lines(of places: [Int], in file: SourceFile) -> [[Int]] {
    var lines: [[Int]] = []
    var end = -1
    for place in places {
      if place < end {
        lines[lines.count - 1].append(place)
      } else {
        lines.append([place])
        end = file.lineRange(at: place).upperBound
      }
    }
    return lines
  }

  /// Whether such a letter stands in a range, which then explains what else is wrong there.
  static func isIn(_ range: Range<Int>, of file: SourceFile) -> Bool {
    file.bytes.withUnsafeBufferPointer { bytes in
      range.clamped(to: 0..<bytes.count).contains { bytes[$0] == 0xC3 && letter(at: $0, in: bytes) != nil }
    }
  }

  /// The letter that bytes at an offset were, read as Windows-1252, and how many bytes they are.
  ///
  /// `Ã` and the sign that the second byte of a letter of U+00C0–00FF shows as, or `â€` and a third sign.
  static func letter(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (Unicode.Scalar, Int)? {
    guard index >= 0, index + 3 < bytes.count, bytes[index] == 0xC3 else { return nil }
    if bytes[index + 1] == 0x83 {
      guard let (byte, length) = windowsByte(at: index + 2, in: bytes), 0x80...0xBF ~= byte else { return nil }
      return (Unicode.Scalar(byte + 0x40), 2 + length)
    }
    guard bytes[index + 1] == 0xA2, bytes[index + 2] == 0xE2, bytes[index + 3] == 0x82, index + 5 < bytes.count,
      bytes[index + 4] == 0xAC, let (byte, length) = windowsByte(at: index + 5, in: bytes), 0x90...0xBF ~= byte
    else { return nil }
    return Unicode.Scalar(0x2000 + UInt32(byte) - 0x80).map { ($0, 5 + length) }
  }

  /// The byte of Windows-1252 that the character at an offset stands for.
  private static func windowsByte(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (UInt8, Int)? {
    guard index + 1 < bytes.count else { return nil }
    if bytes[index] == 0xC2 { return (bytes[index + 1], 2) }
    guard bytes[index] == 0xE2, index + 2 < bytes.count else { return nil }
    switch (bytes[index + 1], bytes[index + 2]) {
    case (0x80, 0x9E): return (0x84, 3)
    case (0x80, 0xA6): return (0x85, 3)
    case (0x80, 0x93): return (0x96, 3)
    case (0x80, 0x94): return (0x97, 3)
    case (0x80, 0x9C): return (0x93, 3)
    case (0x80, 0x9D): return (0x94, 3)
    case (0x84, 0xA2): return (0x99, 3)
    default: return nil
    }
  }
}
