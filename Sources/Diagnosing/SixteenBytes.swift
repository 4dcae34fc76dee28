/// Sixteen neighbouring bytes looked at in one go, so that a scanner walks over what means nothing to it.
///
/// Each question gives a mask in which all bits of a byte that answers it are set, and none of any other.
///
/// ```swift
/// bytes.firstIndex(from: 0) { $0.equal(to: 0x3C) | $0.below(0x20) }
/// ```
public struct SixteenBytes: Sendable {
  /// Eight bytes each, with the first one lowest.
  public typealias Mask = SIMD2<UInt64>

  @usableFromInline let bytes: SIMD16<UInt8>

  @inlinable @inline(__always)
  init(_ first: UInt64, _ second: UInt64) {
    bytes = unsafeBitCast(SIMD2(first, second), to: SIMD16<UInt8>.self)
  }

  @inlinable @inline(__always)
  static func mask(_ answers: SIMDMask<SIMD16<Int8>>) -> Mask { unsafeBitCast(answers, to: Mask.self) }

  @inlinable @inline(__always)
  public func equal(to byte: UInt8) -> Mask { SixteenBytes.mask(bytes .== SIMD16(repeating: byte)) }

  /// Those that are the same as a byte in all bits but some: `&` and `'` differ in the lowest.
  @inlinable @inline(__always)
  public func equal(to byte: UInt8, without bits: UInt8) -> Mask {
    SixteenBytes.mask((bytes | SIMD16(repeating: bits)) .== SIMD16(repeating: byte | bits))
  }

  @inlinable @inline(__always)
  public func below(_ limit: UInt8) -> Mask { SixteenBytes.mask(bytes .< SIMD16(repeating: limit)) }

  @inlinable @inline(__always)
  public func above(_ limit: UInt8) -> Mask { SixteenBytes.mask(bytes .> SIMD16(repeating: limit)) }

  /// Those that are no ASCII.
  @inlinable @inline(__always)
  public var beyondASCII: Mask { above(0x7F) }

  /// Those that are no ASCII, but for whole pairs of a leading byte of UTF-8 and another: `ä` is C3 A4. A pair is not
  /// seen as whole where it stands across the two halves.
  @inlinable @inline(__always)
  public func beyondASCII(butForPairsOf lead: UInt8) -> Mask {
    let continuing = SixteenBytes.mask((bytes & SIMD16(repeating: 0xC0)) .== SIMD16(repeating: 0x80))
    let pairs = equal(to: lead) & (continuing &>> 8)
    return beyondASCII & ~(pairs | pairs &<< 8)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first byte from an offset on that a mask has; the count where there is none.
  @inlinable @inline(__always)
  public func firstIndex(from start: Int, where mask: (SixteenBytes) -> SixteenBytes.Mask) -> Int {
    guard let base = baseAddress.map({ UnsafeRawPointer($0) }) else { return 0 }
    func eight(_ place: Int) -> UInt64 { UInt64(littleEndian: (base + place).loadUnaligned(as: UInt64.self)) }
    var index = start
    while index &+ 16 <= count {
      let found = mask(SixteenBytes(eight(index), eight(index &+ 8)))
      if found[0] | found[1] != 0 {
        return found[0] != 0
          ? index &+ found[0].trailingZeroBitCount / 8 : index &+ 8 &+ found[1].trailingZeroBitCount / 8
      }
      index &+= 16
    }
    if index == count { return count }
    // Letters, which mean nothing to anyone, stand where there is no byte to look at.
    let letters: UInt64 = 0x6161_6161_6161_6161
    var first = letters
    if index &+ 8 <= count {
      first = eight(index)
    } else if count < 8 {
      for place in (index..<count).reversed() { first = first << 8 | UInt64(self[place]) }
    }
    // The last eight, without those that stand before the offset or in the first half.
    let known = Swift.min(index &+ 8 <= count ? index &+ 16 &- count : index &+ 8 &- count, 8)
    let seen: UInt64 = ~(~0 << (UInt64(known) &* 8))
    let last = count < 8 ? letters : eight(count &- 8) & ~seen | letters & seen
    let found = mask(SixteenBytes(first, last))
    if found[0] != 0 { return Swift.min(index &+ found[0].trailingZeroBitCount / 8, count) }
    return found[1] == 0 ? count : count &- 8 &+ found[1].trailingZeroBitCount / 8
  }
}
