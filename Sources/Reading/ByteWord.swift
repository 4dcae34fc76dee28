/// Eight bytes looked at at once: the hot loops skip over ordinary text a word at a time.
///
/// The tests are the classic ones of bit arithmetic (Anderson, *Bit Twiddling Hacks*, "determine if a word
/// has a zero byte"). They may mark a byte too many above the first one marked, never below it.
struct ByteWord {
  static let count = 8
  private let bits: UInt64

  /// The word that starts at an offset; the caller sees to it that eight bytes are there.
  init(_ base: UnsafePointer<UInt8>, at offset: Int) {
    bits = UInt64(littleEndian: UnsafeRawPointer(base).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  /// The top bit of each byte that equals another.
  @inline(__always) private func marks(_ byte: UInt64) -> UInt64 {
    let difference = bits ^ (ByteWord.ones &* byte)
    return (difference &- ByteWord.ones) & ~difference & ByteWord.tops
  }

  /// How many bytes stand before the first that is not printable ASCII; 8 where all are.
  @inline(__always) var printableCount: Int {
    let controls = (bits &- ByteWord.ones &* 0x20) & ~bits & ByteWord.tops
    return ByteWord.count(before: controls | (bits & ByteWord.tops) | marks(0x7F))
  }

  /// How many bytes stand before the first `&`, `<`, `>` or `"`; 8 where there is none.
  @inline(__always) var unescapedCount: Int {
    ByteWord.count(before: marks(0x26) | marks(0x3C) | marks(0x3E) | marks(0x22))
  }

  @inline(__always) private static func count(before marks: UInt64) -> Int {
    marks.trailingZeroBitCount >> 3
  }
}
