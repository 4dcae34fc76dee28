import Diagnosing
import Glibc

extension [UInt8] {
  /// Appends text as HTML, fit for element content and quoted attribute values.
  public mutating func appendEscaped(_ text: some Collection<UInt8>) {
    let isWritten: Void? = text.withContiguousStorageIfAvailable { bytes in
      HTMLEscape.pieces(of: bytes) { plain, escape in
        append(contentsOf: plain)
        if let escape { append(escape) }
      }
    }
    if isWritten == nil { appendEscaped(Array(text)) }
  }

  public mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append(contentsOf: $0) }
  }
}

extension Output {
  public mutating func append(_ text: String) {
    text.withBytes { append($0) }
  }

  /// Appends text as HTML, fit for element content and quoted attribute values.
  public mutating func appendEscaped(_ text: String) {
    text.withBytes { bytes in
      HTMLEscape.pieces(of: bytes) { plain, escape in
        append(plain)
        if let escape { append(escape) }
      }
    }
  }

  /// Appends the first bytes of a C text.
  mutating func append(_ text: UnsafePointer<CChar>, count: Int) {
    append(UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: count)
  }

  /// Appends a text that ends with a NUL as HTML.
  ///
  /// The C library looks for the next special character many bytes at a time, which takes a quarter of
  /// what a loop takes.
  mutating func appendEscaped(_ text: UnsafePointer<CChar>) {
    var rest = text
    while true {
      let plain = strcspn(rest, "&<>\"")
      append(rest, count: plain)
      guard let escape = HTMLEscape.of(UInt8(bitPattern: rest[plain])) else { return }
      append(escape)
      rest += plain + 1
    }
  }
}

/// The four characters that mean something to HTML, and how they are written.
enum HTMLEscape {
  @inline(__always) static func of(_ byte: UInt8) -> StaticString? {
    switch byte {
    case 0x26: "&amp;"
    case 0x3C: "&lt;"
    case 0x3E: "&gt;"
    case 0x22: "&quot;"
    default: nil
    }
  }

  /// Hands out bytes up to each special character, and how that one is written; nil after the last ones.
  @inline(__always)
  static func pieces(
    of bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>, StaticString?) -> Void
  ) {
    var start = 0
    while start < bytes.count {
      let index = bytes.firstIndex(from: start, where: special)
      body(UnsafeBufferPointer(rebasing: bytes[start..<index]), index < bytes.count ? of(bytes[index]) : nil)
      start = index + 1
    }
  }

  @inline(__always) static func special(_ bytes: SixteenBytes) -> SixteenBytes.Mask {
    bytes.equal(to: 0x22) | bytes.equal(to: 0x26) | bytes.equal(to: 0x3C, without: 2)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes of a C text.
  init(_ text: UnsafePointer<CChar>, count: Int) {
    self.init(start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: count)
  }

  /// The bytes of a C text before its NUL.
  init(_ text: UnsafePointer<CChar>) {
    self.init(text, count: strlen(text))
  }
}
