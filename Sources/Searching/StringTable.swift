/// A set of short byte strings, each with a number; numbers are given in the order of first insertion.
///
/// Words are kept one after another in a single array, so that a quarter of a million of them cost their bytes and twelve more.
struct StringTable: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where each string ends.
  private(set) var ends: [UInt32] = []
  /// Open addressing: a string's number plus one, or 0 for an empty place. The count is a power of two.
  private var places: [UInt32]

  init() {
    places = [UInt32](repeating: 0, count: 1024)
  }

  /// A table of strings that stand one after another; nil when the ends do not fit the bytes or a string comes twice.
  init?(bytes: [UInt8], ends: [UInt32]) {
    self.bytes = bytes
    self.ends = ends
    var capacity = 1024
    while capacity * 2 < ends.count * 3 { capacity *= 2 }
    places = [UInt32](repeating: 0, count: capacity)
    var start: UInt32 = 0
    for end in ends {
      guard end >= start, end <= UInt32(bytes.count) else { return nil }
      start = end
    }
    guard Int(start) == bytes.count else { return nil }
    for number in ends.indices { place(number) }
  }

  var count: Int { ends.count }

  func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }

  subscript(number: Int) -> ArraySlice<UInt8> {
    bytes[range(number)]
  }

  /// The number of a string, which is added when it is new.
  mutating func insert(_ string: UnsafeBufferPointer<UInt8>) -> Int {
    var index = StringTable.hash(string) & (places.count - 1)
    while places[index] != 0 {
      let number = Int(places[index]) - 1
      if equals(number, string) { return number }
      index = (index + 1) & (places.count - 1)
    }
    bytes.append(contentsOf: string)
    ends.append(UInt32(bytes.count))
    places[index] = UInt32(ends.count)
    if ends.count * 3 > places.count * 2 { grow() }
    return ends.count - 1
  }

  mutating func insert(_ string: [UInt8]) -> Int {
    string.withUnsafeBufferPointer { insert($0) }
  }

  mutating func insert(_ string: ArraySlice<UInt8>) -> Int {
    string.withUnsafeBufferPointer { insert($0) }
  }

  private func equals(_ number: Int, _ string: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(number)
    guard range.count == string.count else { return false }
    return bytes.withUnsafeBufferPointer { own in
      for index in 0..<string.count where own[range.lowerBound + index] != string[index] { return false }
      return true
    }
  }

  private mutating func grow() {
    places = [UInt32](repeating: 0, count: places.count * 2)
    for number in ends.indices { place(number) }
  }

  private mutating func place(_ number: Int) {
    let range = range(number)
    let hash = bytes.withUnsafeBufferPointer { StringTable.hash(UnsafeBufferPointer(rebasing: $0[range])) }
    var index = hash & (places.count - 1)
    while places[index] != 0 { index = (index + 1) & (places.count - 1) }
    places[index] = UInt32(number + 1)
  }

  /// A multiplicative hash over words of eight bytes; never stored.
  @inline(__always)
  private static func hash(_ string: UnsafeBufferPointer<UInt8>) -> Int {
    Int(truncatingIfNeeded: hash64(string) >> 16)
  }
}

/// A 64-bit hash of bytes, the same in every run.
func hash64(_ string: UnsafeBufferPointer<UInt8>, seed: UInt64 = 0x9E37_79B9_7F4A_7C15) -> UInt64 {
  var hash = seed ^ UInt64(string.count)
  var index = 0
  let raw = UnsafeRawBufferPointer(string)
  while index + 8 <= string.count {
    hash = mix(hash ^ UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
    index += 8
  }
  var tail: UInt64 = 0
  var shift: UInt64 = 0
  while index < string.count {
    tail |= UInt64(string[index]) << shift
    shift += 8
    index += 1
  }
  return mix(hash ^ tail)
}

@inline(__always)
private func mix(_ value: UInt64) -> UInt64 {
  let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
  return product.high ^ product.low ^ 0xE703_7ED1_A0B4_28DB
}
