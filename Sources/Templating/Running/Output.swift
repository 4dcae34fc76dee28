#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A growing run of bytes that a page is written into.
///
/// Holds its own memory, so that appending is a comparison and a copy, or begins in memory that it is lent and moves
/// to its own when that is full.
struct Output: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int
  /// Whether everything stands in the memory that was lent.
  private(set) var isInRoom: Bool

  init(capacity: Int) {
    self.capacity = max(capacity, 64)
    base = .allocate(capacity: self.capacity)
    isInRoom = false
  }

  /// - Parameter room: memory that outlives the output; not empty.
  init(in room: UnsafeMutableBufferPointer<UInt8>) {
    capacity = room.count
    base = room.baseAddress!
    isInRoom = true
  }

  deinit { if !isInRoom { base.deallocate() } }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    base[count] = byte
    count += 1
  }

  @inline(__always)
  mutating func append(_ source: UnsafePointer<UInt8>, count length: Int) {
    reserve(length)
    memcpy(base + count, source, length)
    count += length
  }

  mutating func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { buffer in
      if let start = buffer.baseAddress { append(start, count: buffer.count) }
    }
  }

  mutating func append(_ text: StaticString) {
    append(text.utf8Start, count: text.utf8CodeUnitCount)
  }

  mutating func append(_ number: Int) {
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

  @inline(__always)
  private mutating func reserve(_ length: Int) {
    if capacity - count < length { grow(length) }
  }

  @inline(never)
  private mutating func grow(_ length: Int) {
    capacity = max(capacity * 2, count + length)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    memcpy(larger, base, count)
    if !isInRoom { base.deallocate() }
    base = larger
    isInRoom = false
  }
}
