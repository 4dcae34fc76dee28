import Dispatch
import Synchronization

/// Work spread over all processors, with results in the order of the input.
public enum Parallel {
  /// Transforms every item; chunks of neighbours go to one thread, since a task for each would cost more
  /// than the work.
  public static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], chunk: Int = 64, _ transform: @Sendable (Item) -> Result
  ) -> [Result] {
    if items.count <= chunk { return items.map(transform) }
    let chunks = (items.count + chunk - 1) / chunk
    return [Result](unsafeUninitializedCapacity: items.count) { buffer, count in
      nonisolated(unsafe) let base = buffer.baseAddress!
      DispatchQueue.concurrentPerform(iterations: chunks) { number in
        let end = min((number + 1) * chunk, items.count)
        for index in number * chunk..<end { (base + index).initialize(to: transform(items[index])) }
      }
      count = items.count
    }
  }

  /// Two pieces of work at the same time, either of which may spread over all processors by ``map(_:chunk:_:)``.
  ///
  /// No `concurrentPerform`, inside of which another one has a single thread. `first` stays on the thread that asks,
  /// which does `second` too where nobody else has had the time to begin.
  public static func both<First, Second: Sendable>(
    _ first: () -> First, and second: @escaping @Sendable () -> Second
  ) -> (First, Second) {
    let offer = Offer(second)
    DispatchQueue.global().async { offer.accept() }
    return (first(), offer.value())
  }
}

/// Work that another thread may begin, until the one that needs it does it itself.
private final class Offer<Value: Sendable>: Sendable {
  private let make: @Sendable () -> Value
  private let made = Late<Value>()
  private let isTaken = Atomic(false)

  init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
  }

  func accept() {
    // Whoever comes late has something better to do than to wait.
    if !isTaken.exchange(true, ordering: .relaxed) { _ = made.value(make) }
  }

  func value() -> Value {
    isTaken.store(true, ordering: .relaxed)
    return made.value(make)
  }
}
