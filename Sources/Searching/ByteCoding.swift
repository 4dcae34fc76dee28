/// The encodings that the index's files and the search's memory are written in.
extension [UInt8] {
  /// Appends a number seven bits a byte, the lowest first, the high bit telling that more follow.
  mutating func append(varint value: Int) {
    var rest = UInt(value)
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }

  /// Appends a JSON array of numbers.
  mutating func append(json numbers: [Int]) {
    append(UInt8(ascii: "["))
    for (index, number) in numbers.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      append(contentsOf: String(number).utf8)
    }
    append(UInt8(ascii: "]"))
  }

  /// Appends a JSON string with its quotes; everything but quotes, backslashes and control characters stands as it is.
  mutating func append(json text: String) {
    append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        append(UInt8(ascii: "\\"))
        append(byte)
      case 0x0A:
        append(contentsOf: "\\n".utf8)
      case 0..<0x20:
        append(contentsOf: "\\u00".utf8)
        append(hexDigit(byte >> 4))
        append(hexDigit(byte & 15))
      default:
        append(byte)
      }
    }
    append(UInt8(ascii: "\""))
  }

  /// Appends a JSON array of strings.
  mutating func append(json list: [String]) {
    append(UInt8(ascii: "["))
    for (index, text) in list.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      append(json: text)
    }
    append(UInt8(ascii: "]"))
  }
}

func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}

/// Reads numbers of seven bits a byte, the lowest first.
struct ByteReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { position >= bytes.count }

  @inline(__always)
  mutating func byte() -> UInt8 {
    defer { position += 1 }
    return bytes[position]
  }

  @inline(__always)
  mutating func number() -> Int {
    var value = 0
    var shift = 0
    while true {
      let byte = byte()
      value |= Int(byte & 127) << shift
      if byte < 128 { return value }
      shift += 7
    }
  }

  @inline(__always)
  mutating func take(_ count: Int) -> UnsafeBufferPointer<UInt8> {
    defer { position += count }
    return UnsafeBufferPointer(rebasing: bytes[position..<(position + count)])
  }
}
