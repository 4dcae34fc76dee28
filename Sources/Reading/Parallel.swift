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
}
