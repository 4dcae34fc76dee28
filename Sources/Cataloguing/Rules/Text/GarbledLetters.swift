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

  static func check(_ text: WrittenText) -> [Diagnostic] { garbled(in: text) + lost(in: text) }

  /// Letters that became U+FFFD: nothing tells what they were.
  private static func lost(in text: WrittenText) -> [Diagnostic] {
    lines(of: text.signs.lost, in: text.file).map { places in
      Diagnostic(
        rule, in: text.file, at: places[0]..<places[0] + 3,
        Localized(
          fi: "Kirjain on kadonnut, ja sen tilalla on merkki \u{FFFD}",
          sv: "En bokstav har gått förlorad, och i dess ställe står tecknet \u{FFFD}",
          en: "A letter is lost, and the sign \u{FFFD} stands in its place"),
        notes: [
          Localized(
            fi: "Näin käy, kun teksti avataan väärällä merkistöllä ja tallennetaan. Kirjoita rivin kadonneet kirjaimet "
              + "uudelleen, tai kopioi teksti uudelleen sieltä, mistä se on.",
            sv: "Så går det när en text öppnas med fel teckenkodning och sparas. Skriv radens förlorade bokstäver på "
              + "nytt, eller kopiera texten på nytt därifrån den kommer.",
            en:
              "This happens when a text is opened in a wrong encoding and saved. Write the line's lost letters again, "
              + "or copy the text again from where it came.")
        ])
    }
  }

  private static func garbled(in text: WrittenText) -> [Diagnostic] {
    lines(of: text.signs.garbled, in: text.file).map { places in
      let bytes = text.file.bytes
      var mended = ""
      var done = places[0]
      for place in places {
        guard let (letter, length) = bytes.withUnsafeBufferPointer({ SignPatterns.garbledLetter(at: place, in: $0) })
        else {
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
      range.clamped(to: 0..<bytes.count).contains {
        bytes[$0] == 0xC3 && SignPatterns.garbledLetter(at: $0, in: bytes) != nil
          || bytes[$0] == 0xEF && bytes[$0...].starts(with: [0xEF, 0xBF, 0xBD])
      }
    }
  }
}
