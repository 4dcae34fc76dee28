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
  private let known = Mutex<Value?>(nil)

  public init() {}

  public func value(_ make: () -> Value) -> Value {
    known.withLock { known in
      WatchedLock.isTaken(by: self)
      defer { WatchedLock.isGivenBack(by: self) }
      if let known { return known }
      let value = make()
      known = value
      return value
    }
  }
}
