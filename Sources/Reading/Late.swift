import Synchronization

/// A value that is made when it is first asked for, and once only.
///
/// ```swift
/// let rows = Late<RowList>()
/// rows.value { RowList(practices) }
/// ```
///
/// May be asked from any number of threads at once: the others wait for the one that makes it. What makes the value
/// must not ask for it.
public final class Late<Value: Sendable>: Sendable {
  @usableFromInline let isMade = Atomic(false)
  // Written once, before `isMade` is set, and only read from then on.
  @usableFromInline nonisolated(unsafe) var made: Value?
  private let making = Mutex(())

  public init() {}

  // Inlined where it is asked, which pages do many times, so that an answer costs no lock and no look at its type.
  @inlinable
  public func value(_ make: () -> Value) -> Value {
    if isMade.load(ordering: .acquiring), let made { return made }
    return made(by: make)
  }

  @usableFromInline
  func made(by make: () -> Value) -> Value {
    making.withLock { _ in
      WatchedLock.isTaken(by: self)
      defer { WatchedLock.isGivenBack(by: self) }
      if let made { return made }
      let value = make()
      made = value
      isMade.store(true, ordering: .releasing)
      return value
    }
  }
}
