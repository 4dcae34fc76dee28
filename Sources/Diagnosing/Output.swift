#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A growing run of bytes that a page or a text is written into.
///
/// ```swift
/// var output = Output(capacity: 1024)
/// output.append("<p>")
/// Array(output.bytes)  // [0x3C, 0x70, 0x3E]
/// ```
///
/// Holds its own memory, so that appending is a comparison and a copy, or begins in memory that it is lent and moves
/// to its own when that is full.
public struct Output: ~Copyable {
  @usableFromInline var base: UnsafeMutablePointer<UInt8>
  @usableFromInline var length = 0
  @usableFromInline var capacity: Int
  /// Whether everything stands in the memory that was lent.
  public private(set) var isInRoom: Bool

  public init(capacity: Int) {
    self.capacity = max(capacity, 64)
    base = .allocate(capacity: self.capacity)
    isInRoom = false
  }

  /// - Parameter room: memory that outlives the output; not empty.
  public init(in room: UnsafeMutableBufferPointer<UInt8>) {
    capacity = room.count
    base = room.baseAddress!
    isInRoom = true
  }

  deinit { if !isInRoom { base.deallocate() } }

  @inlinable public var count: Int { length }

  @inlinable public var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: length) }

  @inlinable @inline(__always)
  public mutating func append(_ byte: UInt8) {
    reserve(1)
    base[length] = byte
    length += 1
  }

  @inlinable @inline(__always)
  public mutating func append(_ source: UnsafePointer<UInt8>, count: Int) {
    reserve(count)
    memcpy(base + length, source, count)
    length += count
  }

  @inlinable
  public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let start = bytes.baseAddress { append(start, count: bytes.count) }
  }

  @inlinable
  public mutating func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append($0) }
  }

  @inlinable
  public mutating func append(_ text: StaticString) {
    append(text.utf8Start, count: text.utf8CodeUnitCount)
  }

  /// Appends a number in digits.
  public mutating func append(digitsOf number: Int) {
    var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)
    withUnsafeMutableBytes(of: &digits) { buffer in
      var place = buffer.count
      var rest = number.magnitude
      repeat {
        place -= 1
        buffer[place] = UInt8(truncatingIfNeeded: rest % 10) &+ 0x30
        rest /= 10
      } while rest > 0
      if number < 0 {
        place -= 1
        buffer[place] = 0x2D
      }
      append(
        buffer.baseAddress!.assumingMemoryBound(to: UInt8.self) + place, count: buffer.count - place)
    }
  }

  /// Begins anew in the same memory.
  public mutating func removeAll() { length = 0 }

  @inlinable @inline(__always)
  mutating func reserve(_ count: Int) {
    if capacity - length < count { grow(count) }
  }

  @inline(never) @usableFromInline
  mutating func grow(_ count: Int) {
    capacity = max(capacity * 2, length + count)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    memcpy(larger, base, length)
    if !isInRoom { base.deallocate() }
    base = larger
    isInRoom = false
  }
}
