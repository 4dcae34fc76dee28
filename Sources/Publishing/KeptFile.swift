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
    let folder = FileTree(root: FileTree.parent(of: path).flatMap { $0.isEmpty ? nil : $0 } ?? ".")
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let temporary = ".\(name).\(getpid())"
    try folder.makeFolder("")
    try? folder.removeFile(temporary)
    let descriptor = open(folder.path(temporary), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw folder.failure(temporary) }
    var isWritten = true
    for piece in pieces where isWritten { isWritten = write(piece, to: descriptor) }
    if close(descriptor) == 0, isWritten, rename(folder.path(temporary), folder.path(name)) == 0 { return }
    let fault = folder.failure(name)
    try? folder.removeFile(temporary)
    throw fault
  }

  private static func write(_ piece: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var rest = piece
    while let start = rest.baseAddress, !rest.isEmpty {
      let written = Glibc.write(descriptor, start, rest.count)
      if written < 0 {
        if errno == EINTR { continue }
        return false
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
    return true
  }
}
