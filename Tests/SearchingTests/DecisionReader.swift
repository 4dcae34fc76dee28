@testable import Searching

/// Reads what ``DecisionWriter`` wrote, as the browser does.
struct DecisionReader {
  private var bytes: ArraySlice<UInt8>
  private var range: UInt64 = 1 << 32
  private var code: UInt64 = 0
  private var chances: Chances

  init(_ bytes: some Sequence<UInt8>, contexts bits: Int = 12) {
    self.bytes = Array(bytes)[...]
    chances = Chances(bits: bits)
    for _ in 0..<4 { code = code << 8 + UInt64(self.bytes.popFirst() ?? 0) }
  }

  private mutating func fill() {
    while range < 1 << 24 {
      range <<= 8
      code = code << 8 + UInt64(bytes.popFirst() ?? 0)
    }
  }

  mutating func decision(_ context: UInt32, among rest: Int = 2) -> Bool {
    let chance = chances.chance(context, among: rest)
    let bound = (range >> 16) * chance
    let isSo = code < bound
    chances.learn(isSo, context, chance)
    if isSo {
      range = bound
    } else {
      code -= bound
      range -= bound
    }
    fill()
    return isSo
  }

  mutating func bits(_ count: Int) -> Int {
    var (number, left) = (0, count)
    while left > 0 {
      let taken = min(left, 12)
      left -= taken
      range >>= UInt64(taken)
      number = number << taken + Int(code / range)
      code %= range
      fill()
    }
    return number
  }

  mutating func number(width: Int, _ context: UInt32) -> Int {
    (0..<width).reduce(1) { node, _ in node << 1 + (decision(context + UInt32(node)) ? 1 : 0) } - 1 << width
  }

  mutating func number(_ context: UInt32) -> Int {
    var size = 0
    while decision(context + UInt32(size)) { size += 1 }
    guard size > 0 else { return 1 }
    let second = decision(context + 32 + UInt32(size)) ? 1 : 0
    return (2 + second) << (size - 1) + bits(size - 1)
  }

  /// The documents of a term and their impacts.
  mutating func list() -> (documents: [Int], impacts: [Int]) {
    let count = number(0)
    let size = UInt32(count.bitWidth - count.leadingZeroBitCount)
    var last = -1
    let documents = (0..<count).map { _ in
      last += number(size << 6)
      return last
    }
    let impacts = (0..<count).map { _ in
      var impact: UInt32 = 1
      while impact < 15, decision((32 + size) << 6 + impact) { impact += 1 }
      return Int(impact)
    }
    return (documents, impacts)
  }

  /// A set of so many codes.
  mutating func set(of codes: Int, _ context: UInt32, after before: [Int] = []) -> [Int] {
    var (set, next): ([Int], Int) = ([], 0)
    func key(_ part: UInt32, _ number: Int) -> UInt32 { context << 20 | part << 17 | UInt32(number) }
    for code in before {
      let number = min(set.count, 3)
      next = code + 1
      if decision(key(0, number)) {
        set.append(code)
      } else {
        while next < codes - 1, !decision(key(1, number)) { next += 1 }
        set.append(next)
        next += 1
        break
      }
    }
    while next < codes, decision(key(3, next)) {
      while next < codes - 1, !decision(key(2, next), among: codes - next) { next += 1 }
      set.append(next)
      next += 1
    }
    return set
  }
}
