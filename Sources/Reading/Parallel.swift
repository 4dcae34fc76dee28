import Dispatch

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

  /// Two pieces of work at the same time.
  public static func both<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, and second: @Sendable () -> Second
  ) -> (First, Second) {
    let (early, late) = (Late<First>(), Late<Second>())
    DispatchQueue.concurrentPerform(iterations: 2) { number in
      if number == 0 { _ = early.value(first) } else { _ = late.value(second) }
    }
    return (early.value(first), late.value(second))
  }
}
