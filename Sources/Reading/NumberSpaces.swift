import Diagnosing

extension Output {
  /// Appends running text as HTML, in which no line breaks inside a number or between it and its sign: `875&#160;000`,
  /// `12&#160;000&#160;€`, `10&#160;%`.
  ///
  /// The space that was written stays one for whoever reads the words (see `RichText.text`), since the reference is written
  /// for nothing else: a no-break space of the text is written as itself.
  mutating func appendWords(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    // Whether the figures that follow go on with a number before them.
    var isWithinNumber = false
    while true {
      let start = index
      index = text.firstIndex(from: index) { HTMLEscape.special($0) | $0.above(0x2F) & $0.below(0x3A) }
      append(UnsafeBufferPointer(rebasing: text[start..<index]))
      if index > start { isWithinNumber = false }
      guard index < text.count else { return }
      if let escape = HTMLEscape.of(text[index]) {
        append(escape)
        index += 1
        isWithinNumber = false
        continue
      }
      let digits = text.figures(from: index)
      append(UnsafeBufferPointer(rebasing: text[index..<index + digits]))
      let isGroup = isWithinNumber ? digits == 3 : digits <= 3 && text.beginsNumber(at: index)
      index += digits
      isWithinNumber = false
      guard index < text.count, text[index] == 0x20 else { continue }
      let hasThousands = isGroup && text.figures(from: index + 1) == 3
      guard hasThousands || NumberSign.stands(at: index + 1, in: text) else { continue }
      append(NumberSign.space)
      index += 1
      isWithinNumber = hasThousands
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How many figures stand one after another.
  fileprivate func figures(from start: Int) -> Int {
    var index = start
    while index < count, self[index] &- 0x30 < 10 { index += 1 }
    return index - start
  }

  /// Whether figures may be the first of a number in groups: `040 123` is none, nor what follows a letter or a decimal mark.
  fileprivate func beginsNumber(at figures: Int) -> Bool {
    guard self[figures] != 0x30 else { return false }
    guard figures > 0 else { return true }
    switch self[figures - 1] {
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

  static func stands(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    text[index...].starts(with: "%".utf8) || text[index...].starts(with: "€".utf8)
  }
}
