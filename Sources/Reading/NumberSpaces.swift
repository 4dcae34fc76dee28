import Diagnosing
import Glibc

extension Output {
  /// Appends running text that ends with a NUL as HTML, in which no line breaks inside a number or between it and its sign:
  /// `875&#160;000`, `12&#160;000&#160;€`, `10&#160;%`.
  ///
  /// The space that was written stays one for whoever reads the words (see `RichText.text`), since the reference is written
  /// for nothing else: a no-break space of the text is written as itself.
  mutating func appendWords(_ text: UnsafePointer<CChar>) {
    var rest = text
    // Whether the figures that follow go on with a number before them.
    var isWithinNumber = false
    while true {
      let plain = strcspn(rest, "&<>\"0123456789")
      append(rest, count: plain)
      rest += plain
      if let escape = HTMLEscape.of(UInt8(bitPattern: rest[0])) {
        append(escape)
        rest += 1
        isWithinNumber = false
        continue
      }
      guard rest[0] != 0 else { return }
      let digits = strspn(rest, "0123456789")
      append(rest, count: digits)
      if plain > 0 { isWithinNumber = false }
      let isGroup = isWithinNumber ? digits == 3 : digits <= 3 && beginsNumber(rest, in: text)
      rest += digits
      isWithinNumber = false
      guard rest[0] == 0x20 else { continue }
      let hasThousands = isGroup && strspn(rest + 1, "0123456789") == 3
      guard hasThousands || NumberSign.stands(at: rest + 1) else { continue }
      append(NumberSign.space)
      rest += 1
      isWithinNumber = hasThousands
    }
  }

  /// Whether figures may be the first of a number in groups: `040 123` is none, nor what follows a letter or a decimal mark.
  private func beginsNumber(_ figures: UnsafePointer<CChar>, in text: UnsafePointer<CChar>) -> Bool {
    guard figures[0] != 0x30 else { return false }
    guard figures > text else { return true }
    switch UInt8(bitPattern: figures[-1]) {
    case 0x2C, 0x2E, 0x2F, 0x3A, 0x41...0x5A, 0x61...0x7A: return false
    default: return true
    }
  }
}

extension [UInt8] {
  /// HTML with the spaces in and after numbers as they were written, for what is no page.
  public func withWrittenSpaces() -> [UInt8] {
    var html: [UInt8] = []
    html.reserveCapacity(count)
    var start = 0
    while let place = self[start...].firstIndex(of: 0x26) {
      let isSpace = self[place...].starts(with: "&#160;".utf8)
      html += self[start..<place]
      html.append(isSpace ? 0x20 : 0x26)
      start = place + (isSpace ? 6 : 1)
    }
    return html + self[start...]
  }
}

/// What is written after a number with a space between: `%`, `€`.
private enum NumberSign {
  static let space: StaticString = "&#160;"

  static func stands(at text: UnsafePointer<CChar>) -> Bool {
    if text[0] == 0x25 { return true }
    return UInt8(bitPattern: text[0]) == 0xE2 && UInt8(bitPattern: text[1]) == 0x82
      && UInt8(bitPattern: text[2]) == 0xAC
  }
}
