import Diagnosing

/// The lines between which front matter stands.
enum FrontMatterLines {
  /// The offset after a line that is exactly `---`, or nil when the line is another.
  static func fence(in bytes: [UInt8], at start: Int) -> Int? {
    guard start + 3 <= bytes.count, bytes[start] == 0x2D, bytes[start + 1] == 0x2D, bytes[start + 2] == 0x2D else {
      return nil
    }
    let end = start + 3
    if end == bytes.count { return end }
    if bytes[end] == 0x0A { return end + 1 }
    guard bytes[end] == 0x0D else { return nil }
    return end + 1 < bytes.count && bytes[end + 1] == 0x0A ? end + 2 : end + 1
  }

  /// The start of the line after the one that holds an offset.
  static func nextLine(in bytes: [UInt8], after start: Int) -> Int {
    var index = bytes.withUnsafeBufferPointer { bytes in
      bytes.firstIndex(from: start) { $0.equal(to: 0x0A) | $0.equal(to: 0x0D) }
    }
    if index < bytes.count, bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
    return min(index + 1, bytes.count)
  }

  /// The start of the line before the one that starts at an offset; 0 for the first.
  static func previousLine(in bytes: [UInt8], before start: Int) -> Int {
    var index = start - 1
    if index > 0, bytes[index] == 0x0A, bytes[index - 1] == 0x0D { index -= 1 }
    while index > 0, bytes[index - 1] != 0x0A, bytes[index - 1] != 0x0D { index -= 1 }
    return max(0, index)
  }
}
