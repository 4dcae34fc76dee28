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

  /// Two pieces of work at the same time, either of which may spread over all processors by ``map(_:chunk:_:)``.
  ///
  /// No `concurrentPerform`, inside of which another one has a single thread.
  /// `first` stays on the thread that asks.
  public static func both<First, Second: Sendable>(
    _ first: () -> First, and second: @Sendable () -> Second
  ) -> (First, Second) {
    withoutActuallyEscaping(second) { second in
      let late = Late<Second>()
      let group = DispatchGroup()
      DispatchQueue.global().async(group: group) { _ = late.value(second) }
      let early = first()
      group.wait()
      return (early, late.value(second))
    }
  }
}
