import Glibc

/// A set of short byte strings, each with a number; numbers are given in the order of first insertion.
///
/// Words are kept one after another in a single array, so that a quarter of a million of them cost their bytes and some
/// ten more. It is looked into for every word of every document, so what it looks at is small.
struct StringTable: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where each string ends.
  private(set) var ends: [UInt32] = []
  /// Open addressing: a string's number plus one, and above it as much of its hash as there is room for; 0 for an empty
  /// place. The count is a power of two.
  private var places: [UInt32]

  init() {
    places = [UInt32](repeating: 0, count: 1024)
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
    let hash = hash64(string)
    let (found, place) = find(string, hash)
    if let found { return found }
    bytes.append(contentsOf: string)
    ends.append(UInt32(bytes.count))
    places[place] = tag(hash) | UInt32(ends.count)
    if ends.count * 3 > places.count * 2 { grow() }
    return ends.count - 1
  }

  /// The number of a string, or nil and the place where it belongs.
  @inline(__always)
  private func find(_ string: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> (Int?, Int) {
    let tag = tag(hash)
    return places.withUnsafeBufferPointer { places in
      var index = Int(truncatingIfNeeded: hash) & (places.count - 1)
      while places[index] != 0 {
        let place = places[index]
        if place & tagMask == tag {
          let number = Int(place & ~tagMask) - 1
          if equals(number, string) { return (number, index) }
        }
        index = (index + 1) & (places.count - 1)
      }
      return (nil, index)
    }
  }

  /// The bits of a place that no number needs.
  @inline(__always)
  private var tagMask: UInt32 { ~UInt32(truncatingIfNeeded: places.count - 1) }

  @inline(__always)
  private func tag(_ hash: UInt64) -> UInt32 { UInt32(hash >> 32) & tagMask }

  mutating func insert(_ string: [UInt8]) -> Int {
    string.withUnsafeBufferPointer { insert($0) }
  }

  mutating func insert(_ string: ArraySlice<UInt8>) -> Int {
    string.withUnsafeBufferPointer { insert($0) }
  }

  /// The numbers of the strings that are wanted, in the order of their bytes.
  func sorted(where isWanted: (Int) -> Bool) -> [UInt32] {
    // Most strings differ in their first eight bytes, which compare as one number.
    var keys: [(head: UInt64, number: UInt32)] = []
    return bytes.withUnsafeBufferPointer { bytes in
      for number in 0..<count where isWanted(number) {
        let head = bigEndian(UnsafeBufferPointer(rebasing: bytes[range(number)]), from: 0)
        keys.append((head, UInt32(number)))
      }
      keys.sort { a, b in
        if a.head != b.head { return a.head < b.head }
        let (left, right) = (range(Int(a.number)), range(Int(b.number)))
        let order = memcmp(
          bytes.baseAddress! + left.lowerBound, bytes.baseAddress! + right.lowerBound, min(left.count, right.count))
        return order == 0 ? left.count < right.count : order < 0
      }
      return keys.map(\.number)
    }
  }

  @inline(__always)
  private func equals(_ number: Int, _ string: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(number)
    guard range.count == string.count, !string.isEmpty else { return range.count == string.count }
    return bytes.withUnsafeBufferPointer { Searching.equals(string, $0.baseAddress! + range.lowerBound) }
  }

  private mutating func grow() {
    places = [UInt32](repeating: 0, count: places.count * 2)
    for number in ends.indices { place(number) }
  }

  private mutating func place(_ number: Int) {
    let hash = bytes.withUnsafeBufferPointer { hash64(UnsafeBufferPointer(rebasing: $0[range(number)])) }
    var index = Int(truncatingIfNeeded: hash) & (places.count - 1)
    while places[index] != 0 { index = (index + 1) & (places.count - 1) }
    places[index] = tag(hash) | UInt32(number + 1)
  }
}

/// A 64-bit hash of a text, the same in every run.
func hash64(_ text: String, seed: UInt64 = 0) -> UInt64 {
  var text = text
  return text.withUTF8 { hash64($0, seed: seed) }
}

/// A 64-bit hash of a number, the same in every run.
func hash64(_ number: UInt64, seed: UInt64) -> UInt64 {
  withUnsafeBytes(of: number.littleEndian) { hash64($0.bindMemory(to: UInt8.self), seed: seed) }
}

/// A 64-bit hash of bytes, the same in every run.
@inline(__always)
func hash64(_ string: UnsafeBufferPointer<UInt8>, seed: UInt64 = 0x9E37_79B9_7F4A_7C15) -> UInt64 {
  var hash = seed ^ UInt64(string.count)
  guard string.count > 8 else { return mix(hash ^ string.short) }
  var place = 0
  while place + 8 < string.count {
    hash = mix(hash ^ string.eight(place))
    place += 8
  }
  return mix(hash ^ string.eight(string.count - 8))
}

/// Whether as many bytes stand at `start` as in the string, and the same.
@inline(__always)
private func equals(_ string: UnsafeBufferPointer<UInt8>, _ start: UnsafePointer<UInt8>) -> Bool {
  let other = UnsafeBufferPointer(start: start, count: string.count)
  guard string.count > 8 else { return string.short == other.short }
  var place = 0
  while place + 8 < string.count {
    if string.eight(place) != other.eight(place) { return false }
    place += 8
  }
  return string.eight(string.count - 8) == other.eight(string.count - 8)
}

extension UnsafeBufferPointer<UInt8> {
  /// Eight bytes as a number.
  @inline(__always)
  fileprivate func eight(_ place: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(baseAddress!).loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  @inline(__always)
  private func four(_ place: Int) -> UInt64 {
    UInt64(UInt32(littleEndian: UnsafeRawPointer(baseAddress!).loadUnaligned(fromByteOffset: place, as: UInt32.self)))
  }

  /// At most eight bytes as a number, different for different strings of the same length. The second half of what is read
  /// begins where it ends with the string, and may begin in the first half.
  @inline(__always)
  fileprivate var short: UInt64 {
    if count >= 4 { return four(0) | four(count - 4) << 32 }
    if count == 0 { return 0 }
    return UInt64(self[0]) | UInt64(self[count / 2]) << 8 | UInt64(self[count - 1]) << 16
  }
}

/// A 64-bit hash of very many bytes, the same in every run. Four run side by side, since each step of one waits for the
/// multiplication before it.
func hash64(large bytes: UnsafeRawBufferPointer, seed: UInt64) -> UInt64 {
  func number(_ place: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }
  var (a, b, c, d) = (seed, ~seed, seed &+ 1, ~seed &+ 1)
  var place = 0
  while place + 32 <= bytes.count {
    a = mix(a ^ number(place))
    b = mix(b ^ number(place + 8))
    c = mix(c ^ number(place + 16))
    d = mix(d ^ number(place + 24))
    place += 32
  }
  let sides = [b, c, d].reduce(a ^ UInt64(bytes.count)) { hash64($1, seed: $0) }
  return UnsafeRawBufferPointer(rebasing: bytes[place...]).withMemoryRebound(to: UInt8.self) { hash64($0, seed: sides) }
}

@inline(__always)
private func mix(_ value: UInt64) -> UInt64 {
  let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
  return product.high ^ product.low ^ 0xE703_7ED1_A0B4_28DB
}

/// Eight bytes of a string as a number that compares as they do; 0 for those beyond its end.
@inline(__always)
func bigEndian(_ string: UnsafeBufferPointer<UInt8>, from start: Int) -> UInt64 {
  if start + 8 <= string.count {
    return UInt64(
      bigEndian: UnsafeRawPointer(string.baseAddress!).loadUnaligned(fromByteOffset: start, as: UInt64.self))
  }
  var value: UInt64 = 0
  for place in start..<(start + 8) { value = value << 8 | (place < string.count ? UInt64(string[place]) : 0) }
  return value
}
