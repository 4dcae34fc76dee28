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
  DispatchQueue.global().async { made.fill(second()) }
  let result = Result { () throws(Failure) in try first() }
  let other = made.taken()
  return (try result.get(), other)
}

/// A value that another thread makes.
private final class Made<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)
  private let isMade = DispatchSemaphore(value: 0)

  func fill(_ value: Value) {
    self.value.withLock { $0 = value }
    isMade.signal()
  }

  /// Waits for the value.
  func taken() -> Value {
    isMade.wait()
    guard let value = value.withLock({ $0 }) else { preconditionFailure("what was waited for is made") }
    return value
  }
}

/// Cuts `count` things into at most `pieces` ranges of nearly the same length.
func evenRanges(_ count: Int, pieces: Int) -> [Range<Int>] {
  let pieces = max(1, min(pieces, count))
  return (0..<pieces).map { (count * $0 / pieces)..<(count * ($0 + 1) / pieces) }
}
