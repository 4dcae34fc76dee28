/// How decisions have fallen before, by what they are about.
struct Chances {
  /// For each place what a decision's chance is to be so, in 65536ths, and above that how often it was made.
  private var places: [UInt32]
  private let shift: UInt32

  /// - Parameter bits: how many places there are, as a power of two. Contexts that fall on one place learn together.
  init(bits: Int) {
    places = [UInt32](repeating: 0, count: 1 << bits)
    shift = UInt32(32 - bits)
  }

  /// The chance of a decision to be so, in 65536ths, before it is learnt how it fell.
  @inline(__always)
  mutating func learn(_ isSo: Bool, _ context: UInt32, among rest: Int) -> UInt64 {
    let place = Int((context &* 0x9E37_79B1) >> shift)
    let known = places[place]
    let chance = known == 0 ? UInt32(65536 / rest) : known & 0xFFFF
    let count = known >> 16
    let change = ((isSo ? 65535 : 0) - Int32(chance)) * 2 / Int32(2 * count + 3)
    places[place] = UInt32(Int32(chance) + change) | min(count + 1, 254) << 16
    return UInt64(chance)
  }

}
