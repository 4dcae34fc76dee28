extension RichText {
  /// The words without markup, a line for each block, for search and for rules.
  ///
  /// ```swift
  /// // <p>Yhdessä &amp; <em>ajoissa</em></p>  →  Yhdessä & ajoissa
  /// ```
  public var text: [UInt8] { plainText() }

  /// The words without markup, from the start.
  ///
  /// The HTML is what `RichTextWriter` wrote: inside a tag every `<` and `>` of a value is escaped, and only four
  /// characters are. So it is read here and not kept a second time, which for a large site would be half its memory.
  ///
  /// - Parameter limit: how many bytes are enough.
  public func plainText(atLeast limit: Int = .max) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(min(html.count, limit))
    html.withUnsafeBufferPointer { html in
      var index = 0
      while index < html.count, text.count < limit {
        switch html[index] {
        case 0x3C:
          while index < html.count, html[index] != 0x3E { index += 1 }
          index += 1
        case 0x26:
          let (character, length) = RichText.character(at: index, in: html)
          text.append(character)
          index += length
        case 0x0A:
          if let last = text.last, last != 0x0A { text.append(0x0A) }
          index += 1
        default:
          let start = index
          while index < html.count, html[index] != 0x3C, html[index] != 0x26, html[index] != 0x0A { index += 1 }
          text.append(contentsOf: UnsafeBufferPointer(rebasing: html[start..<index]))
        }
      }
    }
    return text
  }

  /// The character that a reference stands for, and the reference's length.
  private static func character(at index: Int, in html: UnsafeBufferPointer<UInt8>) -> (UInt8, Int) {
    switch index + 1 < html.count ? html[index + 1] : 0 {
    case UInt8(ascii: "a"): (0x26, 5)
    case UInt8(ascii: "l"): (0x3C, 4)
    case UInt8(ascii: "g"): (0x3E, 4)
    default: (0x22, 6)
    }
  }
}
