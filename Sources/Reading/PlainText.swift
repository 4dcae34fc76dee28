extension RichText {
  /// The words without markup, a line for each block, for search and for rules.
  ///
  /// ```swift
  /// // <p>Yhdessä &amp; <em>ajoissa</em></p>  →  Yhdessä & ajoissa
  /// ```
  ///
  /// The HTML is what `RichTextWriter` wrote: inside a tag every `<` and `>` of a value is escaped, and only four
  /// characters are, and a number's space. So it is read here and not kept a second time, which for a large site would be
  /// half its memory.
  public var text: [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(html.count)
    html.withUnsafeBufferPointer { html in
      var index = 0
      while index < html.count {
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

  /// Whether there is a letter or a digit of ASCII among the words; read no further than the first.
  public var holdsPlainLetter: Bool {
    html.withUnsafeBufferPointer { html in
      var isInTag = false
      return html.contains { byte in
        if isInTag {
          isInTag = byte != 0x3E
        } else if byte == 0x3C {
          isInTag = true
        } else {
          return (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
        }
        return false
      }
    }
  }

  /// The character that a reference stands for, and the reference's length.
  private static func character(at index: Int, in html: UnsafeBufferPointer<UInt8>) -> (UInt8, Int) {
    switch index + 1 < html.count ? html[index + 1] : 0 {
    case UInt8(ascii: "a"): (0x26, 5)
    case UInt8(ascii: "l"): (0x3C, 4)
    case UInt8(ascii: "g"): (0x3E, 4)
    case UInt8(ascii: "#"): (0x20, 6)
    default: (0x22, 6)
    }
  }
}
