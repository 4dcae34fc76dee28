import Dispatch

/// Runs `work` for every index on all processors and gives the results in order.
func concurrently<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
  guard count > 1 else { return (0..<count).map(work) }
  return [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
    nonisolated(unsafe) let places = buffer.baseAddress!
    DispatchQueue.concurrentPerform(iterations: count) { index in
      (places + index).initialize(to: work(index))
    }
    initialized = count
  }
}

/// Cuts `count` things into at most `pieces` ranges of nearly the same length.
func evenRanges(_ count: Int, pieces: Int) -> [Range<Int>] {
  let pieces = max(1, min(pieces, count))
  return (0..<pieces).map { (count * $0 / pieces)..<(count * ($0 + 1) / pieces) }
}
