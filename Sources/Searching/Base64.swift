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
