import Glibc

/// A row of numbers that never changes: in memory of its own or in a mapped file. Copies share the memory.
struct Column<Number: BitwiseCopyable & Sendable>: @unchecked Sendable {
  let numbers: UnsafeBufferPointer<Number>
  /// Keeps the numbers in memory.
  private let owner: AnyObject

  init(_ numbers: [Number] = []) {
    self.init(joining: [numbers])
  }

  /// Each piece is let go when it has been copied, so that they are never in memory twice.
  init(joining pieces: consuming [[Number]]) {
    let count = pieces.reduce(0) { $0 + $1.count }
    let block = MemoryBlock(size: count * MemoryLayout<Number>.stride)
    let start = block.start.bindMemory(to: Number.self, capacity: count)
    var place = start
    for index in pieces.indices {
      pieces[index].withUnsafeBufferPointer { numbers in
        guard let first = numbers.baseAddress else { return }
        place.initialize(from: first, count: numbers.count)
        place += numbers.count
      }
      pieces[index] = []
    }
    numbers = UnsafeBufferPointer(start: start, count: count)
    owner = block
  }

  /// Numbers that stand in memory which `owner` keeps, at an address that suits them.
  init(_ bytes: UnsafeRawBufferPointer, owner: AnyObject) {
    numbers = bytes.bindMemory(to: Number.self)
    self.owner = owner
  }

  var count: Int { numbers.count }

  @inline(__always)
  subscript(index: Int) -> Number { numbers[index] }

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(numbers) }
}

/// Memory that is freed with its last owner.
final class MemoryBlock: @unchecked Sendable {
  let start: UnsafeMutableRawPointer
  let size: Int

  init(size: Int) {
    start = UnsafeMutableRawPointer.allocate(byteCount: max(size, 8), alignment: 16)
    self.size = size
  }

  deinit {
    start.deallocate()
  }

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: size) }
}

/// Strings of bytes by number, one after another in one column.
struct ByteStrings: Sendable {
  let bytes: Column<UInt8>
  /// Where each begins; one longer than the strings.
  let starts: Column<UInt32>

  init() {
    self.init(joining: [])
  }

  init(joining pieces: consuming [Writer]) {
    var starts: [UInt32] = [0]
    starts.reserveCapacity(1 + pieces.reduce(0) { $0 + $1.ends.count })
    var before: UInt32 = 0
    var bytes: [[UInt8]] = []
    for index in pieces.indices {
      for end in pieces[index].ends { starts.append(before + end) }
      before += UInt32(pieces[index].bytes.count)
      bytes.append(pieces[index].bytes)
      pieces[index] = Writer()
    }
    self.bytes = Column(joining: bytes)
    self.starts = Column(starts)
  }

  /// Nil when the starts do not fit the bytes.
  init?(bytes: Column<UInt8>, starts: Column<UInt32>) {
    guard starts.count > 0, starts[0] == 0, starts[starts.count - 1] == UInt32(bytes.count) else { return nil }
    self.bytes = bytes
    self.starts = starts
  }

  var count: Int { starts.count - 1 }

  /// The bytes of a string, good as long as the strings are kept.
  @inline(__always)
  subscript(number: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes.numbers[Int(starts[number])..<Int(starts[number + 1])])
  }

  /// Collects strings, each closed when it is whole.
  struct Writer: Sendable {
    var bytes: [UInt8] = []
    private(set) var ends: [UInt32] = []

    mutating func close() {
      ends.append(UInt32(bytes.count))
    }

    mutating func append(_ string: some Sequence<UInt8>) {
      bytes.append(contentsOf: string)
      close()
    }
  }
}

/// The order of strings by their bytes: negative, zero or positive.
@inline(__always)
func compare(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
  let length = min(a.count, b.count)
  if length > 0, let first = a.baseAddress, let second = b.baseAddress {
    let order = memcmp(first, second, length)
    if order != 0 { return Int(order) }
  }
  return a.count - b.count
}
