import Glibc

/// A file that one process at a time writes; the kernel lets go of it when the process ends, however it does.
struct FileLock {
  private let descriptor: Int32

  /// Makes the file where it is missing, and waits for whoever has it; nil is a failure that `errno` tells.
  init?(making path: String) {
    while let descriptor = FileLock.locked(path, O_CREAT, LOCK_EX) {
      switch FileLock.isNamed(descriptor, path) {
      case true?:
        self.descriptor = descriptor
        return
      // Whoever had it has given it its lasting name meanwhile.
      case false?: close(descriptor)
      case nil: return nil
      }
    }
    return nil
  }

  /// Nil where there is no such file, or somebody has it.
  init?(left path: String) {
    guard let descriptor = FileLock.locked(path, 0, LOCK_EX | LOCK_NB) else { return nil }
    self.descriptor = descriptor
    guard FileLock.isNamed(descriptor, path) == true else {
      release()
      return nil
    }
  }

  func release() { close(descriptor) }

  private static func locked(_ path: String, _ flags: Int32, _ how: Int32) -> Int32? {
    let descriptor = open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC | flags, 0o644)
    guard descriptor >= 0 else { return nil }
    while flock(descriptor, how) != 0 {
      guard errno != EINTR else { continue }
      let code = errno
      close(descriptor)
      errno = code
      return nil
    }
    return descriptor
  }

  /// Whether an open file still has a name; nil, with the file closed, where that cannot be told.
  private static func isNamed(_ descriptor: Int32, _ path: String) -> Bool? {
    var (held, named) = (stat(), stat())
    if fstat(descriptor, &held) == 0 {
      if lstat(path, &named) == 0 { return held.st_ino == named.st_ino && held.st_dev == named.st_dev }
      if errno == ENOENT { return false }
    }
    let code = errno
    close(descriptor)
    errno = code
    return nil
  }
}
