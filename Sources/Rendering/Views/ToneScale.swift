/// How numbers of practices become shades: 0 for none, then four steps from the smallest to the largest.
///
/// ```swift
/// let scale = ToneScale(largest: 12)
/// scale.tone(of: 0)  // 0
/// scale.tone(of: 5)  // 3
/// scale.steps        // [1...1, 2...3, 4...6, 7...12]
/// ```
///
/// Each step begins at the same multiple of the one before, so that one practice differs visibly from two while a
/// large county does not drown the rest, and counties that all have many still differ. With fewer than four numbers to
/// tell apart there are fewer steps, and the largest always has the darkest shade that is used.
struct ToneScale: Sendable, Hashable {
  /// The numbers of each shade from 1 on; empty when nothing has practices.
  let steps: [ClosedRange<Int>]

  /// The scale of some numbers; those that are 0 have no step.
  init(of counts: some Sequence<Int>) {
    let some = counts.filter { $0 > 0 }
    self.init(smallest: some.min() ?? 1, largest: some.max() ?? 0)
  }

  init(smallest: Int = 1, largest: Int) {
    guard largest > 0 else {
      steps = []
      return
    }
    var starts = [smallest]
    for power in 1..<4 {
      let start = ToneScale.root(smallest, largest, power)
      if start > starts.last!, start <= largest { starts.append(start) }
    }
    let ends = starts.dropFirst().map { $0 - 1 } + [largest]
    steps = zip(starts, ends).map { $0...$1 }
  }

  func tone(of count: Int) -> Int {
    guard count > 0, let step = steps.lastIndex(where: { $0.lowerBound <= count }) else { return 0 }
    return step + 1
  }

  /// The smallest whole number whose fourth power is at least the product of `largest` to the given power and
  /// `smallest` to what is left of four.
  private static func root(_ smallest: Int, _ largest: Int, _ power: Int) -> Int {
    let target = (0..<4).reduce(Double(1)) { product, factor in product * Double(factor < power ? largest : smallest) }
    var number = 1
    while Double(number) * Double(number) * Double(number) * Double(number) < target { number += 1 }
    return number
  }
}
