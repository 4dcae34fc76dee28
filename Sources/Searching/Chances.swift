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

  /// The chance of a decision to be so, in 65536ths.
  ///
  /// - Parameter rest: of how many that could be meant it is one, where nothing has been learnt yet.
  @inline(__always)
  func chance(_ context: UInt32, among rest: Int) -> UInt64 {
    let known = places[place(context)]
    return known == 0 ? UInt64(65536 / rest) : UInt64(known & 0xFFFF)
  }

  /// Learns how a decision fell that had such a chance.
  @inline(__always)
  mutating func learn(_ isSo: Bool, _ context: UInt32, _ chance: UInt64) {
    let place = place(context)
    let count = places[place] >> 16
    let change = ((isSo ? 65535 : 0) - Int32(chance)) * 2 / Int32(2 * count + 3)
    places[place] = UInt32(Int32(chance) + change) | min(count + 1, 254) << 16
  }

  @inline(__always)
  private func place(_ context: UInt32) -> Int { Int((context &* 0x9E37_79B1) >> shift) }
}
