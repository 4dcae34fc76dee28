/// Packs numbers into about as many bits as they tell: one that a quarter of the documents have takes two bits.
///
/// This is a range variant of asymmetric numeral systems. All numbers together are one large number, of which a part is
/// kept at hand, between `size` × 2¹⁶ and 256 times that. A number *n* that `count` of the `size` documents have is put into
/// it by `state = state / count * size + (how many have a lower number) + state % count`, after bytes have been moved out
/// until there is room. What was put in last comes out first, so everything is put in from its end on.
struct FacetPacking {
  private let size: UInt64
  private var state: UInt64
  private var moved: [UInt8] = []

  /// - Parameter size: the number of documents.
  init(size: Int) {
    self.size = UInt64(size)
    state = self.size << 16
  }

  /// Puts a number of each document before what has been put in.
  ///
  /// - Parameter counts: how many documents have each number.
  mutating func prepend(_ numbers: [Int], counts: [Int]) {
    var starts: [UInt64] = []
    var sum: UInt64 = 0
    for count in counts {
      starts.append(sum)
      sum += UInt64(count)
    }
    for number in numbers.reversed() {
      let count = UInt64(counts[number])
      while state >= count << 24 { moveByte() }
      state = state / count * size + starts[number] + state % count
    }
  }

  private mutating func moveByte() {
    moved.append(UInt8(truncatingIfNeeded: state))
    state >>= 8
  }

  /// Everything, first things first.
  consuming func bytes() -> [UInt8] {
    while state > 0 { moveByte() }
    return moved.reversed()
  }
}

extension [UInt8] {
  /// The bytes in Base64, with `=` at the end.
  var base64: [UInt8] {
    let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((count + 2) / 3 * 4)
    for start in stride(from: 0, to: count, by: 3) {
      let bits = (0..<3).reduce(0) { $0 << 8 | (start + $1 < count ? Int(self[start + $1]) : 0) }
      for place in 0..<4 {
        text.append(place > count - start ? UInt8(ascii: "=") : signs[bits >> (18 - 6 * place) & 63])
      }
    }
    return text
  }
}
