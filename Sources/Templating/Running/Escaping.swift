import Diagnosing

extension Output {
  /// Appends text so that it stays text between tags and inside a quoted attribute, in HTML and in XML.
  ///
  /// `&`, `<`, `>`, `"` and `'` become character references. Control characters other than tab, line
  /// feed, form feed and carriage return have no place in either language and become U+FFFD.
  mutating func appendEscaped(_ text: String) {
    text.withBytes { appendEscaped($0) }
  }

  mutating func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    var written = 0
    var index = 0
    while true {
      index = bytes.firstIndex(from: index, where: Escaping.special)
      guard index < bytes.count else { break }
      if let entity = Escaping.entity(start[index]) {
        append(start + written, count: index - written)
        append(entity)
        written = index + 1
      }
      index += 1
    }
    append(start + written, count: bytes.count - written)
  }

  /// Appends text as one part of a URL: every byte but letters, digits, `-`, `.`, `_` and `~` becomes
  /// `%XX` (RFC 3986, section 2.3), so that it can add neither a scheme, a host, a path step nor a query.
  mutating func appendPercentEncoded(_ text: String) {
    text.withBytes { bytes in
      var index = 0
      while index < bytes.count {
        let end = bytes.firstIndex(from: index) { ~Escaping.unreserved($0) }
        append(UnsafeBufferPointer(rebasing: bytes[index..<end]))
        if end < bytes.count { appendPercent(bytes[end]) }
        index = end + 1
      }
    }
  }

  private mutating func appendPercent(_ byte: UInt8) {
    append(UInt8(ascii: "%"))
    append(Escaping.hexDigit(byte >> 4))
    append(Escaping.hexDigit(byte & 15))
  }
}

extension String {
  /// The text as one part of a URL, as templates write it: `Läsnä ja mukana` is `L%C3%A4sn%C3%A4%20ja%20mukana`.
  public var percentEncoded: String {
    var output = Output(capacity: utf8.count * 2)
    output.appendPercentEncoded(self)
    return String(decoding: output.bytes, as: UTF8.self)
  }
}

/// Which bytes escaping changes, and into what.
enum Escaping {
  /// The bytes that ``entity(_:)`` may have something for.
  ///
  /// `&` and `'` differ in one bit, and so do `<` and `>`.
  @inline(__always)
  static func special(_ bytes: SixteenBytes) -> SixteenBytes.Mask {
    bytes.equal(to: 0x22) | bytes.equal(to: 0x26, without: 1) | bytes.equal(to: 0x3C, without: 2)
      | bytes.equal(to: 0x7F) | bytes.below(0x20)
  }

  @inline(__always)
  static func entity(_ byte: UInt8) -> StaticString? {
    switch byte {
    case 0x26: "&amp;"
    case 0x3C: "&lt;"
    case 0x3E: "&gt;"
    case 0x22: "&quot;"
    case 0x27: "&#39;"
    case 0x09, 0x0A, 0x0C, 0x0D: nil
    case 0..<0x20, 0x7F: "\u{FFFD}"
    default: nil
    }
  }

  /// The bytes that may start a character that JSON, or a script that holds it, asks to be escaped.
  @inline(__always)
  static func specialInJSON(_ bytes: SixteenBytes) -> SixteenBytes.Mask {
    bytes.equal(to: 0x22) | bytes.equal(to: 0x26) | bytes.equal(to: 0x3C, without: 2) | bytes.equal(to: 0x5C)
      | bytes.equal(to: 0x7F) | bytes.equal(to: 0xE2) | bytes.below(0x20)
  }

  @inline(__always)
  static func unreserved(_ bytes: SixteenBytes) -> SixteenBytes.Mask {
    bytes.above(0x60) & bytes.below(0x7B) | bytes.above(0x40) & bytes.below(0x5B)
      | bytes.above(0x2F) & bytes.below(0x3A) | bytes.equal(to: 0x2D) | bytes.equal(to: 0x2E) | bytes.equal(to: 0x5F)
      | bytes.equal(to: 0x7E)
  }

  static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? value &+ 0x30 : value &+ 0x37
  }
}
