import Diagnosing
import Reading

/// The items of a list in running text start with a hyphen.
enum ListMark: TextRule {
  static let rule = Rule(
    "list-mark", .error,
    title: Localized(
      fi: "Luettelon rivi alkaa yhdysmerkillä ja välillä",
      sv: "En rad i en lista börjar med bindestreck och mellanslag",
      en: "A line of a list starts with a hyphen and a space"),
    explanation: Localized(
      fi: "Muilla merkeillä rivit valuvat sivulla yhdeksi kappaleeksi.",
      sv: "Med andra tecken flyter raderna ihop till ett stycke på sidan.",
      en: "With other marks the lines run together into one paragraph on the page."),
    example: RuleExample(wrong: "• huoltajat\n• opettajat", right: "- huoltajat\n- opettajat"))

  static func check(_ text: WrittenText) -> [Diagnostic] {
    runs(in: text).map { run in
      let place = run[0].mark.lowerBound..<run[run.count - 1].line.upperBound
      let isSafe = run.allSatisfy { isCertain($0.mark.lowerBound, in: text.file.bytes) }
      let mark = text.file.bytes[run[0].mark.lowerBound]
      let isTight = mark < 0x80 && mark != 0x6F
      return Diagnostic(
        rule, in: text.file, at: run[0].mark, isTight ? tight.title : rule.title,
        notes: [isTight ? tight.explanation : rule.explanation],
        fix: Fix(replacing: place, with: mended(run, in: text.file), isSafe: isSafe))
    }
  }

  /// Of a mark that is the right one.
  private static let tight = (
    title: Localized(
      fi: "Luettelon merkin jälkeen tulee väli", sv: "Efter en listas tecken kommer ett mellanslag",
      en: "A space follows the mark of a list"),
    explanation: Localized(
      fi: "Ilman väliä rivit valuvat sivulla yhdeksi kappaleeksi.",
      sv: "Utan mellanslag flyter raderna ihop till ett stycke på sidan.",
      en: "Without the space the lines run together into one paragraph on the page.")
  )

  private typealias Item = (mark: Range<Int>, line: Range<Int>)

  /// Neighbouring lines that start with such a mark. A dash alone may open what somebody says, and a hyphen or a number before
  /// a word may belong to it, so it takes two of them, or one that stands in a list.
  private static func runs(in text: WrittenText) -> [[Item]] {
    let signs = text.inBody(text.signs.bullets)
    if signs.isEmpty { return [] }
    var shown = ShownPlaces(text)
    var runs: [[Item]] = []
    for sign in signs where shown.contains(sign) {
      let line = text.file.lineRange(at: sign)
      let found = text.file.bytes.withUnsafeBufferPointer {
        length(at: sign, in: $0) ?? tightLength(at: sign, in: $0) ?? LetterBullet.length(at: sign, in: $0)
      }
      let item = (sign..<sign + (found ?? 1), line)
      if let last = runs.last?.last, isNext(line, after: last.line, in: text.file.bytes) {
        runs[runs.count - 1].append(item)
      } else {
        runs.append([item])
      }
    }
    return runs.filter {
      $0.count > 1 || isCertain($0[0].mark.lowerBound, in: text.file.bytes)
        || ListNeighbours($0[0].line, in: text.file).hold(mark: $0[0].mark)
    }
  }

  private static func isNext(_ line: Range<Int>, after last: Range<Int>, in bytes: [UInt8]) -> Bool {
    line.lowerBound - last.upperBound <= 2
      && bytes[last.upperBound..<line.lowerBound].allSatisfy { $0 == 0x0A || $0 == 0x0D }
  }

  /// Whether a mark is for nothing but lists.
  private static func isCertain(_ index: Int, in bytes: [UInt8]) -> Bool {
    let isDash = bytes[index] == 0xE2 && bytes[index + 1] == 0x80 && [0x93, 0x94].contains(bytes[index + 2])
    return !isDash && bytes[index] >= 0x80
  }

  /// The lines of a run with hyphens, from the first mark on.
  private static func mended(_ run: [Item], in file: SourceFile) -> String {
    var words = ""
    var end = run[0].mark.lowerBound
    for item in run {
      let isNumber = file.bytes[item.mark.lowerBound] &- 0x30 < 10
      words += file.text(end..<item.mark.lowerBound) + (isNumber ? file.text(item.mark) + " " : "- ")
      var start = item.mark.upperBound
      let blanks: [UInt8] = [0x20, 0x09]
      while start < item.line.upperBound, blanks.contains(file.bytes[start]) { start += 1 }
      words += file.text(start..<item.line.upperBound)
      end = item.line.upperBound
    }
    return words
  }

  /// The bytes of a mark at an offset that other programs start a list's line with, where nothing but blanks stands
  /// before it and something to read after it: a bullet, a dash and a blank, or the sign that Word's bullets become
  /// when they are copied.
  static func length(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    func byte(_ offset: Int) -> UInt8 { offset >= 0 && offset < bytes.count ? bytes[offset] : 0 }
    let length: Int
    var isDash = false
    switch (byte(index), byte(index + 1), byte(index + 2)) {
    case (0xC2, 0xB7, _): length = 2
    case (0xE2, 0x80, 0xA2), (0xE2, 0x80, 0xA3), (0xE2, 0x97, 0x8F), (0xE2, 0x97, 0x8B), (0xE2, 0x97, 0xA6),
      (0xE2, 0x96, 0xAA), (0xE2, 0x96, 0xA0), (0xEF, 0x82, 0xB7), (0xEF, 0x82, 0xA7):
      length = 3
    case (0xE2, 0x80, 0x93), (0xE2, 0x80, 0x94): (length, isDash) = (3, true)
    default: return nil
    }
    var start = index
    while byte(start - 1) == 0x20 || byte(start - 1) == 0x09 { start -= 1 }
    let startsLine = start == 0 || byte(start - 1) == 0x0A || byte(start - 1) == 0x0D
    let next = byte(index + length)
    guard startsLine, next >= 0x20 || next == 0x09, !isDash || next == 0x20 else { return nil }
    return length
  }

  /// The bytes of a list's own mark at the start of a line that a word touches, so that it makes no list: `-huoltajat`,
  /// `*huoltajat`, `1.huoltajat`. Words in emphasis are none.
  static func tightLength(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    func byte(_ offset: Int) -> UInt8 { offset >= 0 && offset < bytes.count ? bytes[offset] : 0 }
    func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 &- 0x61 < 26 || byte == 0xC3 }
    var end = index + 1
    switch byte(index) {
    case 0x2D, 0x2A: break
    case 0x30...0x39:
      while byte(end) &- 0x30 < 10 { end += 1 }
      guard byte(end) == 0x2E || byte(end) == 0x29 else { return nil }
      end += 1
    default: return nil
    }
    guard isLetter(byte(end)) else { return nil }
    var start = index
    while byte(start - 1) == 0x20 { start -= 1 }
    guard start == 0 || byte(start - 1) == 0x0A || byte(start - 1) == 0x0D else { return nil }
    if byte(index) == 0x2A {
      var place = end
      while place < bytes.count, bytes[place] != 0x0A, bytes[place] != 0x0D {
        if bytes[place] == 0x2A { return nil }
        place += 1
      }
    }
    return end - index
  }
}
