/// Signs of mistakes that show in a few neighbouring bytes: what the one pass over a text and the rules both look for.
enum SignPatterns {
  /// The start of a row of hyphens between bars, `|---|:--|` or `---|:--`, whose first bar stands at an offset.
  static func tableRuler(withBar bar: Int, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var line = bar
    while line > start, bytes[line - 1] != 0x0A, bytes[line - 1] != 0x0D {
      guard [0x2D, 0x3A, 0x20].contains(bytes[line - 1]) else { return nil }
      line -= 1
    }
    return isTableRuler(at: line, in: bytes) ? line : nil
  }

  /// The start of a line that has words on both sides of a tab, as a table copied from Word or Excel has; nil where only a
  /// list's mark stands before it.
  static func tabbedLine(withTab tab: Int, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    var next = tab + 1
    while next < bytes.count, isBlank(bytes[next]) { next += 1 }
    guard next < bytes.count, bytes[next] != 0x0A, bytes[next] != 0x0D else { return nil }
    var line = tab
    while line > start, bytes[line - 1] != 0x0A, bytes[line - 1] != 0x0D { line -= 1 }
    let words = bytes[line..<tab].drop(while: isBlank)
    return words.count { $0 | 0x20 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0xC3 } > 1 ? line : nil
  }

  private static func isTableRuler(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var hyphens = 0
    var end = index
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D {
      switch bytes[end] {
      case 0x2D: hyphens += 1
      case 0x7C, 0x3A, 0x20, 0x09: break
      default: return false
      }
      end += 1
    }
    return hyphens > 0
  }

  /// How many bytes the marks at a line's start take: two backticks, or three or more of another sign; nil where
  /// none stand there.
  static func fenceLength(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }
    if byte(index) == 0x60 { return byte(index + 1) == 0x60 && byte(index + 2) != 0x60 ? 2 : nil }
    let size: Int
    switch (byte(index), byte(index + 1), byte(index + 2)) {
    case (0x27, _, _), (0x22, _, _), (0x3A, _, _): size = 1
    case (0xC2, 0xB4, _): size = 2
    case (0xE2, 0x80, 0x98), (0xE2, 0x80, 0x99), (0xE2, 0x80, 0x9C), (0xE2, 0x80, 0x9D): size = 3
    default: return nil
    }
    var end = index
    while end + size <= bytes.count, (0..<size).allSatisfy({ bytes[end + $0] == bytes[index + $0] }) { end += size }
    return end - index >= 3 * size ? end - index : nil
  }

  /// The letter that bytes at an offset were, read as Windows-1252, and how many bytes they are.
  ///
  /// `Ã` and the sign that the second byte of a letter of U+00C0–00FF shows as, or `â€` and a third sign.
  static func garbledLetter(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (Unicode.Scalar, Int)? {
    guard index >= 0, index + 3 < bytes.count, bytes[index] == 0xC3 else { return nil }
    if bytes[index + 1] == 0x83 {
      guard let (byte, length) = windowsByte(at: index + 2, in: bytes), 0x80...0xBF ~= byte else { return nil }
      return (Unicode.Scalar(byte + 0x40), 2 + length)
    }
    guard bytes[index + 1] == 0xA2, bytes[index + 2] == 0xE2, bytes[index + 3] == 0x82, index + 5 < bytes.count,
      bytes[index + 4] == 0xAC, let (byte, length) = windowsByte(at: index + 5, in: bytes), 0x90...0xBF ~= byte
    else { return nil }
    return Unicode.Scalar(0x2000 + UInt32(byte) - 0x80).map { ($0, 5 + length) }
  }

  /// The byte of Windows-1252 that the character at an offset stands for.
  private static func windowsByte(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (UInt8, Int)? {
    guard index + 1 < bytes.count else { return nil }
    if bytes[index] == 0xC2 { return (bytes[index + 1], 2) }
    guard bytes[index] == 0xE2, index + 2 < bytes.count else { return nil }
    switch (bytes[index + 1], bytes[index + 2]) {
    case (0x80, 0x9E): return (0x84, 3)
    case (0x80, 0xA6): return (0x85, 3)
    case (0x80, 0x93): return (0x96, 3)
    case (0x80, 0x94): return (0x97, 3)
    case (0x80, 0x9C): return (0x93, 3)
    case (0x80, 0x9D): return (0x94, 3)
    case (0x84, 0xA2): return (0x99, 3)
    default: return nil
    }
  }
}
