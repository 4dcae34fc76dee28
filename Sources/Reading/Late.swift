import Dispatch
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
  /// Those that wait for whoever makes the value; nil while nobody does.
  private let waiting = Mutex<[DispatchSemaphore]?>(nil)

  public init() {}

  // Inlined where it is asked, which pages do many times, so that an answer costs no lock and no look at its type.
  @inlinable
  public func value(_ make: () -> Value) -> Value {
    if isMade.load(ordering: .acquiring), let made { return made }
    return made(by: make)
  }

  @usableFromInline
  func made(by make: () -> Value) -> Value {
    // The lock is held for a moment only: on Linux those that wait for a `Mutex` keep their processor busy meanwhile.
    let (isOwn, turn) = withWaiting { waiting -> (Bool, DispatchSemaphore?) in
      if made != nil { return (false, nil) }
      if waiting == nil {
        waiting = []
        return (true, nil)
      }
      let turn = DispatchSemaphore(value: 0)
      waiting?.append(turn)
      return (false, turn)
    }
    if isOwn {
      let value = make()
      let waiters = withWaiting { waiting in
        made = value
        isMade.store(true, ordering: .releasing)
        defer { waiting = nil }
        return waiting ?? []
      }
      for waiter in waiters { waiter.signal() }
      return value
    }
    turn?.wait()
    guard let made else { preconditionFailure("whoever is waited for makes the value") }
    return made
  }

  private func withWaiting<Result: Sendable>(_ body: (inout sending [DispatchSemaphore]?) -> Result) -> Result {
    waiting.withLock { waiting in
      WatchedLock.isTaken(by: self)
      defer { WatchedLock.isGivenBack(by: self) }
      return body(&waiting)
    }
  }
}
