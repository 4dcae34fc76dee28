import Dispatch
import Synchronization

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

/// Two pieces of work at the same time, either of which may spread over all processors by ``concurrently(_:_:)``.
///
/// No `concurrentPerform`, inside of which another one has a single thread.
func together<First, Second: Sendable, Failure: Error>(
  _ first: () throws(Failure) -> First, and second: @escaping @Sendable () -> Second
) throws(Failure) -> (First, Second) {
  let made = Made<Second>()
  let work = DispatchWorkItem { made.value.withLock { $0 = second() } }
  DispatchQueue.global().async(execute: work)
  let result = Result { () throws(Failure) in try first() }
  work.wait()
  guard let second = made.value.withLock({ $0 }) else { preconditionFailure("what was waited for is made") }
  return (try result.get(), second)
}

private final class Made<Value: Sendable>: Sendable {
  let value = Mutex<Value?>(nil)
}

/// Cuts `count` things into at most `pieces` ranges of nearly the same length.
func evenRanges(_ count: Int, pieces: Int) -> [Range<Int>] {
  let pieces = max(1, min(pieces, count))
  return (0..<pieces).map { (count * $0 / pieces)..<(count * ($0 + 1) / pieces) }
}
