/// The sign `@` as it is spelled to hide an e-mail address from robots.
enum SpelledAt {
  /// The length of `(a)`, `(at)`, `(ät)` or the same in square brackets, in either case; nil where there is
  /// none.
  static func length(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    let close: UInt8 = bytes[index] == 0x28 ? 0x29 : 0x5D
    var end = index + 1
    guard end < bytes.count else { return nil }
    if bytes[end] | 0x20 == 0x61 {
      end += 1
    } else if bytes[end] == 0xC3, end + 1 < bytes.count, bytes[end + 1] == 0xA4 || bytes[end + 1] == 0x84 {
      end += 2
    } else {
      return nil
    }
    if end < bytes.count, bytes[end] | 0x20 == 0x74 { end += 1 }
    return end < bytes.count && bytes[end] == close ? end + 1 - index : nil
  }
}
