import Diagnosing
import Glibc

/// A large file that is written in pieces and read by mapping it, so that only what is looked at comes into memory.
public final class KeptFile: @unchecked Sendable {
  /// The whole file, good as long as this value is kept.
  public let bytes: UnsafeRawBufferPointer

  /// Maps a file; nil when there is none or it is empty. Whoever replaces it by renaming another leaves what is mapped as it was.
  public init?(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG, info.st_size > 0 else { return nil }
    let size = Int(info.st_size)
    guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0), start != MAP_FAILED else {
      return nil
    }
    bytes = UnsafeRawBufferPointer(start: start, count: size)
  }

  deinit {
    munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
  }

  /// Writes the pieces one after another into a new file that then takes the place of the old one, whole or not at all.
  public static func write(_ pieces: [UnsafeRawBufferPointer], to path: String) throws(EnvironmentFailure) {
    try AtomicFile.write(pieces, to: path)
  }
}
