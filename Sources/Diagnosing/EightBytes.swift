/// Eight neighbouring bytes looked at in one go, so that a scanner walks over what means nothing to it.
///
/// Each question gives a mask in which the highest bit of a byte that answers it is set. Bits above the lowest one
/// that is set may be wrong; the lowest is exact (S. E. Anderson, Bit Twiddling Hacks, "Determine if a word has a byte
/// less than n").
///
/// ```swift
/// bytes.firstIndex(from: 0) { $0.equal(to: 0x3C) | $0.below(0x20) }
/// ```
public struct EightBytes: Sendable {
  @usableFromInline let word: UInt64

  /// - Parameter word: the bytes with the first one lowest.
  @inlinable @inline(__always)
  init(word: UInt64) {
    self.word = word
  }

  @inlinable @inline(__always)
  public func equal(to byte: UInt8) -> UInt64 { equal(to: byte, without: 0) }

  /// Those that are the same as a byte in all bits but some: `&` and `'` differ in the lowest.
  @inlinable @inline(__always)
  public func equal(to byte: UInt8, without bits: UInt8) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let difference = (word | (ones &* UInt64(bits))) ^ (ones &* UInt64(byte | bits))
    return (difference &- ones) & ~difference & 0x8080_8080_8080_8080
  }

  /// Those lower than a limit, which is at most 0x80.
  @inlinable @inline(__always)
  public func below(_ limit: UInt8) -> UInt64 {
    (word &- (0x0101_0101_0101_0101 &* UInt64(limit))) & ~word & 0x8080_8080_8080_8080
  }

  /// Those higher than a limit, which is below 0x80; all that are no ASCII are.
  @inlinable @inline(__always)
  public func above(_ limit: UInt8) -> UInt64 {
    ((word &+ (0x0101_0101_0101_0101 &* UInt64(0x7F - limit))) | word) & 0x8080_8080_8080_8080
  }

  /// Those that are no ASCII.
  @inlinable @inline(__always)
  public var beyondASCII: UInt64 { word & 0x8080_8080_8080_8080 }

  /// Those that are no ASCII, but for whole pairs of a leading byte of UTF-8 and another: `ä` is C3 A4.
  @inlinable @inline(__always)
  public func beyondASCII(butForPairsOf lead: UInt8) -> UInt64 {
    let difference = word ^ (0x0101_0101_0101_0101 &* UInt64(lead))
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let leads = ~(((difference & low) &+ low) | difference | low)
    let continuing = word & ~(word << 1) & 0x8080_8080_8080_8080
    let pairs = leads & (continuing >> 8)
    return beyondASCII & ~(pairs | pairs << 8)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first byte from an offset on that a mask has; the count where there is none.
  @inlinable @inline(__always)
  public func firstIndex(from start: Int, where mask: (EightBytes) -> UInt64) -> Int {
    guard let base = baseAddress.map({ UnsafeRawPointer($0) }) else { return 0 }
    var index = start
    while index &+ 8 <= count {
      let found = mask(EightBytes(word: UInt64(littleEndian: (base + index).loadUnaligned(as: UInt64.self))))
      if found != 0 { return index &+ found.trailingZeroBitCount / 8 }
      index &+= 8
    }
    if index == count { return count }
    // The last few: among the last eight where there are so many, else beside letters, which mean nothing to anyone.
    var rest: UInt64 = 0x6161_6161_6161_6161
    if count >= 8 {
      rest = UInt64(littleEndian: (base + (count - 8)).loadUnaligned(as: UInt64.self))
      // Those before the offset have been looked at.
      let seen = UInt64(8 - (count - index)) * 8
      rest = rest & (~0 << seen) | 0x6161_6161_6161_6161 & ~(~0 << seen)
      let found = mask(EightBytes(word: rest))
      return found == 0 ? count : count - 8 + found.trailingZeroBitCount / 8
    }
    for place in (index..<count).reversed() { rest = rest << 8 | UInt64(self[place]) }
    let found = mask(EightBytes(word: rest))
    return found == 0 ? count : Swift.min(index + found.trailingZeroBitCount / 8, count)
  }
}
