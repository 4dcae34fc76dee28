/// A hash of everything that a result is made of: the same inputs have the same fingerprint, in every run.
///
/// ```swift
/// var fingerprint = Fingerprint()
/// fingerprint.add(file.bytes)
/// fingerprint.add("2026-11-22")
/// fingerprint.value
/// ```
///
/// 64 bits, by multiplying and folding as in wyhash (Wang Yi, 2019). It tells changes, not forgeries: whoever
/// could make two inputs collide can as well write what is published.
public struct Fingerprint: Sendable, Hashable {
  public private(set) var value: UInt64

  public init(seed: UInt64 = 0) {
    value = seed ^ 0x9E37_79B9_7F4A_7C15
  }

  /// Adds a number.
  public mutating func add(_ number: UInt64) {
    value = Fingerprint.mix(value ^ number, 0xA076_1D64_78BD_642F)
  }

  public mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

  /// Adds bytes and how many they are, so that `ab` and `c` differ from `a` and `bc`.
  public mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { add($0) }
  }

  public mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  public mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var hash = value ^ UInt64(bytes.count)
    var index = 0
    while index + 16 <= bytes.count {
      let first = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let second = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self))
      hash = Fingerprint.mix(hash ^ first, second ^ 0xE703_7ED1_A0B4_28DB)
      index += 16
    }
    var tail: (UInt64, UInt64) = (0, 0)
    while index < bytes.count {
      tail = (tail.0 << 8 | tail.1 >> 56, tail.1 << 8 | UInt64(bytes[index]))
      index += 1
    }
    value = Fingerprint.mix(hash ^ tail.0 ^ 0x8EBC_6AF0_9C88_C6E3, tail.1 ^ 0x5899_65CC_7537_4CC3)
  }

  @inline(__always)
  private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    // The factors themselves are kept too, so that a zero among them does not swallow the other.
    return product.high ^ product.low ^ a ^ (b << 1 | b >> 63)
  }
}
