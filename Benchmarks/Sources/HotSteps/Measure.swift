import Foundation

/// Prints the processor time of a step: the best of five rounds, for each of the things that it works on.
func measure(_ name: String, of count: Int, _ work: () throws -> Int) rethrows {
  var sum = 0
  var best = Double.infinity
  for _ in 0..<5 {
    let start = processorTime()
    sum &+= try work()
    best = min(best, processorTime() - start)
  }
  precondition(sum >= 0)
  let each = best / Double(max(count, 1)) * 1_000_000
  print(name.padding(toLength: 36, withPad: " ", startingAt: 0), String(format: "%9.1f µs each, of %d", each, count))
}

/// Seconds that all threads of this process have used.
private func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
