import Glibc

/// A folder that is held open while much is asked of it: the way to the folder is walked once.
public final class OpenFolder: Sendable {
  /// Where the names that are given to system calls may begin.
  public let descriptor: Int32

  /// Nil where there is no such folder.
  public init?(_ path: String) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor < 0 { return nil }
  }

  deinit { close(descriptor) }

  /// The stamp of a regular file or a folder, or of the folder itself by an empty path; nil where there is none, or a link.
  public func stamp(_ relative: String) -> FileStamp? {
    var info = stat()
    guard fstatat(descriptor, relative.isEmpty ? "." : relative, &info, AT_SYMLINK_NOFOLLOW) == 0,
      info.st_mode & S_IFMT != S_IFLNK
    else { return nil }
    return FileStamp(info)
  }
}
