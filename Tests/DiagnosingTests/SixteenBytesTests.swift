import Diagnosing
import Support
import Testing

/// Sixteen bytes looked at in one go tell what a look at each of them tells.
@Suite struct SixteenBytesTests {
  private func first(_ bytes: [UInt8], from start: Int = 0, _ mask: (SixteenBytes) -> SixteenBytes.Mask) -> Int {
    bytes.withUnsafeBufferPointer { $0.firstIndex(from: start, where: mask) }
  }

  @Test func `The first byte that is asked for is found, wherever it stands`() {
    for length in 1...25 {
      for place in 0..<length {
        var bytes = [UInt8](repeating: 0x61, count: length)
        bytes[place] = 0x3C
        #expect(first(bytes) { $0.equal(to: 0x3C) } == place)
        #expect(first(bytes, from: place) { $0.equal(to: 0x3C) } == place)
        #expect(first(bytes, from: place + 1) { $0.equal(to: 0x3C) } == length)
      }
    }
    #expect(first([]) { $0.equal(to: 0x3C) } == 0)
  }

  @Test func `Every question is answered as of one byte alone`() {
    let questions: [(asked: (SixteenBytes) -> SixteenBytes.Mask, holds: (UInt8) -> Bool)] = [
      ({ $0.equal(to: 0x22) }, { $0 == 0x22 }),
      ({ $0.equal(to: 0x26, without: 1) }, { $0 == 0x26 || $0 == 0x27 }),
      ({ $0.below(0x20) }, { $0 < 0x20 }),
      ({ $0.beyondASCII }, { $0 >= 0x80 }),
      ({ $0.equal(to: 0x7F) | $0.below(0x20) }, { $0 == 0x7F || $0 < 0x20 }),
      ({ $0.above(0x7E) }, { $0 > 0x7E }),
      ({ $0.below(0x61) | $0.above(0x7A) }, { !(0x61...0x7A).contains($0) }),
      ({ $0.above(0x21) & $0.below(0x61) }, { (0x22...0x60).contains($0) }),
    ]
    // Few kinds of bytes, so that what is asked for stands beside what is nearly so.
    let kinds: [UInt8] = [
      0x00, 0x1F, 0x20, 0x21, 0x22, 0x23, 0x26, 0x27, 0x28, 0x60, 0x61, 0x7A, 0x7B, 0x7E, 0x7F, 0x80, 0xA2, 0xFF,
    ]
    var random = SeededGenerator(seed: 8)
    for round in 0..<10_000 {
      let (asked, holds) = questions[round % questions.count]
      let bytes = (0..<Int.random(in: 0...20, using: &random)).map { _ in kinds.randomElement(using: &random)! }
      let start = Int.random(in: 0...bytes.count, using: &random)
      let expected = bytes[start...].firstIndex(where: holds) ?? bytes.count
      #expect(
        first(bytes, from: start, asked) == expected, "question \(round % questions.count) of \(bytes) from \(start)")
    }
  }

  @Test func `Pairs of a leading byte and another are passed over where they are whole`() {
    let kinds: [UInt8] = [0x61, 0xC3, 0xC3, 0xA4, 0xB6, 0xC4, 0xE2, 0x80, 0xBF, 0xC0, 0x7F, 0xFF]
    var random = SeededGenerator(seed: 9)
    for _ in 0..<10_000 {
      let bytes = (0..<8).map { _ in kinds.randomElement(using: &random)! }
      let paired = bytes.indices.filter { $0 < 7 && bytes[$0] == 0xC3 && (0x80...0xBF).contains(bytes[$0 + 1]) }
      let expected = bytes.indices.first { index in
        bytes[index] >= 0x80 && !paired.contains(index) && !paired.contains(index - 1)
      }
      #expect(first(bytes) { $0.beyondASCII(butForPairsOf: 0xC3) } == expected ?? 8, "\(bytes)")
    }
  }

  @Test func `No byte is met but the first of a pair, however the text is cut into sixteen`() {
    var random = SeededGenerator(seed: 10)
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in "aä".randomElement(using: &random)! }
      let bytes = Array(String(text).utf8)
      var index = 0
      while index < bytes.count {
        index = first(bytes, from: index) { $0.beyondASCII(butForPairsOf: 0xC3) }
        if index < bytes.count { #expect(bytes[index] == 0xC3, "\(String(text)) at \(index)") }
        index += 2
      }
    }
  }
}
