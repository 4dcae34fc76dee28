/// Writes decisions in about as many bits as they tell: one that nearly always falls alike takes next to nothing.
///
/// This is a range coder with binary decisions and adaptive chances, as in LZMA. A range of numbers is cut in two at each
/// decision, in proportion to the chances of both sides, and goes on as the side that is taken; any number of the last
/// range tells all decisions. Its first bytes are written as soon as they are certain. A reader takes missing bytes for 0, so
/// zeros at the end are left out.
struct DecisionWriter {
  private var chances: Chances
  private var low: UInt64 = 0
  private var range: UInt64 = 1 << 32
  private var bytes: [UInt8] = []

  init(_ chances: Chances = Chances(bits: 12)) {
    self.chances = chances
  }

  /// - Parameters:
  ///   - context: decisions of one context are taken to fall alike.
  ///   - rest: of how many that could be meant this is one, which counts where nothing has been learnt yet.
  mutating func write(_ isSo: Bool, _ context: UInt32, among rest: Int = 2) {
    let chance = chances.chance(context, among: rest)
    let bound = (range >> 16) * chance
    chances.learn(isSo, context, chance)
    if isSo {
      range = bound
    } else {
      low += bound
      range -= bound
    }
    while range < 1 << 24 { moveByte() }
  }

  /// Writes the lowest bits of a number as they are.
  mutating func write(bits: Int, of number: Int) {
    var left = bits
    while left > 0 {
      let taken = min(left, 12)
      left -= taken
      range >>= UInt64(taken)
      low += range * UInt64(number >> left & (1 << taken - 1))
      while range < 1 << 24 { moveByte() }
    }
  }

  /// Writes a number of few bits, each in the context of those before it.
  ///
  /// - Parameter context: this and the next 2^`width` − 1 are its contexts.
  mutating func write(_ number: Int, width: Int, _ context: UInt32) {
    var node: UInt32 = 1
    for place in stride(from: width - 1, through: 0, by: -1) {
      let bit = number >> place & 1
      write(bit == 1, context + node)
      node = node << 1 + UInt32(bit)
    }
  }

  /// Writes a number from 1 on: how many bits it has, the one after the first, and the others as they are.
  ///
  /// - Parameter context: this and the next 63 are its contexts.
  mutating func write(number: Int, _ context: UInt32) {
    let size = number.bitWidth - number.leadingZeroBitCount - 1
    for place in 0..<size { write(true, context + UInt32(place)) }
    write(false, context + UInt32(size))
    guard size > 0 else { return }
    write(number >> (size - 1) & 1 == 1, context + 32 + UInt32(size))
    write(bits: size - 1, of: number)
  }

  private mutating func moveByte() {
    carry()
    bytes.append(UInt8(truncatingIfNeeded: low >> 24))
    low = low << 8 & 0xFFFF_FFFF
    range <<= 8
  }

  private mutating func carry() {
    guard low >> 32 > 0 else { return }
    low &= 0xFFFF_FFFF
    var place = bytes.count - 1
    while bytes[place] == 255 {
      bytes[place] = 0
      place -= 1
    }
    bytes[place] += 1
  }

  /// Everything: of the numbers left that with the most zeros at its end.
  consuming func finished() -> [UInt8] {
    for zeros in stride(from: UInt64(32), through: 0, by: -8) {
      let below: UInt64 = 1 << zeros - 1
      let rounded = (low + below) & ~below
      guard rounded < low + range else { continue }
      low = rounded
      break
    }
    for _ in 0..<4 { moveByte() }
    while bytes.last == 0 { bytes.removeLast() }
    return bytes
  }
}
