import Foundation

/// Prints the processor time of one run: the median of nine rounds.
func measure(_ name: String, runs: Int, _ work: () -> Int) {
  var sum = 0
  let rounds = (0..<9).map { _ in
    let start = clock()
    for _ in 0..<runs / 9 + 1 { sum &+= work() }
    return Double(clock() - start) / Double(CLOCKS_PER_SEC) / Double(runs / 9 + 1) * 1_000_000
  }.sorted()
  precondition(sum >= 0)
  print(name.padding(toLength: 34, withPad: " ", startingAt: 0), String(format: "%10.2f µs", rounds[4]))
}
