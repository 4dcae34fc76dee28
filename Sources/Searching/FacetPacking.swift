extension FacetColumn {
  /// Numbers in about as many bits as they tell: one that a quarter of the documents have takes two bits.
  ///
  /// This is a range variant of asymmetric numeral systems. All numbers together are one large number, of which a part is
  /// kept at hand, between `size` × 2¹⁶ and 256 times that. A number *n* with `counts[n]` places among `size` is put into
  /// it by `state = state / counts[n] * size + (first place of n) + state % counts[n]`, after bytes have been moved out
  /// until there is room. What was put in last comes out first, so they are put in from the last on.
  static func packed(_ numbers: [Int], counts: [Int]) -> [UInt8] {
    guard !numbers.isEmpty else { return [] }
    let size = UInt64(numbers.count)
    var starts: [UInt64] = []
    var sum: UInt64 = 0
    for count in counts {
      starts.append(sum)
      sum += UInt64(count)
    }
    var bytes: [UInt8] = []
    var state = size << 16
    for number in numbers.reversed() {
      let count = UInt64(counts[number])
      while state >= count << 24 {
        bytes.append(UInt8(truncatingIfNeeded: state))
        state >>= 8
      }
      state = state / count * size + starts[number] + state % count
    }
    while state > 0 {
      bytes.append(UInt8(truncatingIfNeeded: state))
      state >>= 8
    }
    return bytes.reversed()
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
