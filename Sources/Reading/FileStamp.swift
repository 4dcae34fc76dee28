import Glibc

/// What the file system tells of a file without reading it; a file with the same stamp has not been written to.
public struct FileStamp: Sendable, Hashable {
  public var size: Int64
  /// Nanoseconds since 1970, by the file system's clock.
  public var modified: Int64
  /// When anything about the file was last changed; programs cannot set it.
  public var changed: Int64
  public var inode: UInt64

  public init(size: Int64, modified: Int64, changed: Int64, inode: UInt64) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.inode = inode
  }

  public init(_ info: stat) {
    self.init(
      size: Int64(info.st_size), modified: FileStamp.nanoseconds(info.st_mtim),
      changed: FileStamp.nanoseconds(info.st_ctim), inode: UInt64(info.st_ino))
  }

  /// The stamp of a regular file or a folder; nil where there is none, or a link.
  public init?(path: String) {
    var info = stat()
    guard lstat(path, &info) == 0, info.st_mode & S_IFMT != S_IFLNK else { return nil }
    self.init(info)
  }

  /// Whether the bytes are the same, whatever names the file was given meanwhile.
  public func hasSameBytes(as other: FileStamp) -> Bool {
    inode == other.inode && modified == other.modified && size == other.size
  }

  /// Whether the file was changed so lately that another change could leave the same stamp: the clocks of file
  /// systems tick some hundred times a second. To be asked when the stamp is taken, for it is no longer true soon after.
  public var isFresh: Bool {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return max(modified, changed) > FileStamp.nanoseconds(now) - 50_000_000
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}

extension Fingerprint {
  public mutating func add(_ stamp: FileStamp) {
    add(UInt64(bitPattern: stamp.size))
    add(UInt64(bitPattern: stamp.modified))
    add(UInt64(bitPattern: stamp.changed))
    add(stamp.inode)
  }
}
