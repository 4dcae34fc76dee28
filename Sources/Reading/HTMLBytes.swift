extension [UInt8] {
  /// Appends text as HTML, fit for element content and quoted attribute values.
  public mutating func appendEscaped(_ text: some Sequence<UInt8>) {
    let done: Void? = text.withContiguousStorageIfAvailable { appendEscaped($0) }
    if done != nil { return }
    for byte in text {
      if let escape = HTMLEscape.of(byte) { append(escape) } else { append(byte) }
    }
  }

  /// Appends bytes as HTML, a run between two special characters at a time.
  mutating func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    var start = 0
    var index = 0
    while index < bytes.count {
      if index + ByteWord.count <= bytes.count {
        let plain = ByteWord(base, at: index).unescapedCount
        index += plain
        if plain == ByteWord.count { continue }
      }
      guard let escape = HTMLEscape.of(bytes[index]) else {
        index += 1
        continue
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
      append(escape)
      index += 1
      start = index
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append(contentsOf: $0) }
  }
}

/// The four characters that mean something to HTML, and how they are written.
private enum HTMLEscape {
  @inline(__always) static func of(_ byte: UInt8) -> StaticString? {
    switch byte {
    case 0x26: "&amp;"
    case 0x3C: "&lt;"
    case 0x3E: "&gt;"
    case 0x22: "&quot;"
    default: nil
    }
  }
}
