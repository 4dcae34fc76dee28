import CMemory

/// What a thread sanitizer has to be told of a `Mutex`, inside of it:
///
/// ```swift
/// known.withLock { known in
///   WatchedLock.isTaken(by: self)
///   defer { WatchedLock.isGivenBack(by: self) }
///   …
/// }
/// ```
public enum WatchedLock {
  /// - Parameter owner: the object that has the mutex, and no other.
  public static func isTaken(by owner: AnyObject) { lock_is_taken(Unmanaged.passUnretained(owner).toOpaque()) }

  public static func isGivenBack(by owner: AnyObject) { lock_is_given_back(Unmanaged.passUnretained(owner).toOpaque()) }
}
