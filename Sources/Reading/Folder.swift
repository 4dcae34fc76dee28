import Diagnosing
import Glibc

/// Reads folders and files below one root, and follows no symbolic link on the way.
public struct Folder: Sendable {
  /// Without a `/` at its end.
  public let root: String

  public init(_ root: String) {
    self.root = root.count > 1 && root.hasSuffix("/") ? String(root.dropLast()) : root
  }

  /// What stands below a folder, as paths relative to the root in the order of their bytes.
  public struct Listing: Sendable {
    public var files: [String] = []
    public var symbolicLinks: [String] = []

    public init() {}

    init(_ looked: StampedListing) {
      files = looked.files.map(\.path)
      symbolicLinks = looked.symbolicLinks
    }
  }

  /// Everything below a folder; empty where there is no such folder. Names that start with a dot are
  /// passed over.
  public func list(_ path: String) throws(EnvironmentFailure) -> Listing {
    var listing = Listing()
    try collect(path, into: &listing)
    listing.files.sort { $0.precedesInBytes($1) }
    listing.symbolicLinks.sort { $0.precedesInBytes($1) }
    return listing
  }

  private func collect(_ path: String, into listing: inout Listing) throws(EnvironmentFailure) {
    guard let stream = opendir("\(root)/\(path)") else {
      if errno == ENOENT || errno == ENOTDIR { return }
      throw Folder.failure(path, errno)
    }
    defer { closedir(stream) }
    var folders: [String] = []
    errno = 0
    while let item = readdir(stream) {
      let name = withUnsafePointer(to: &item.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(".") { continue }
      let child = path.isEmpty ? name : "\(path)/\(name)"
      switch try kind(of: child, hint: item.pointee.d_type) {
      case .file: listing.files.append(child)
      case .folder: folders.append(child)
      case .symbolicLink: listing.symbolicLinks.append(child)
      case .other: break
      }
      errno = 0
    }
    // The end of a folder and a fault are told apart by this alone.
    if errno != 0 { throw Folder.failure(path, errno) }
    for folder in folders { try collect(folder, into: &listing) }
  }

  private enum Kind { case file, folder, symbolicLink, other }

  private func kind(of path: String, hint: UInt8) throws(EnvironmentFailure) -> Kind {
    switch Int(hint) {
    case Int(DT_REG): return .file
    case Int(DT_DIR): return .folder
    case Int(DT_LNK): return .symbolicLink
    case Int(DT_UNKNOWN): break
    default: return .other
    }
    var info = stat()
    guard lstat("\(root)/\(path)", &info) == 0 else {
      if errno == ENOENT { return .other }
      throw Folder.failure(path, errno)
    }
    switch info.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .symbolicLink
    default: return .other
    }
  }

  /// How many bytes a file holds; nil where there is no such file.
  public func size(of path: String) -> Int? {
    var info = stat()
    return lstat("\(root)/\(path)", &info) == 0 && info.st_mode & S_IFMT == S_IFREG ? Int(info.st_size) : nil
  }

  /// The bytes of a file, at most `limit` and one more; nil where there is no such file.
  public func read(_ path: String, limit: Int = Limits.fileSize) throws(EnvironmentFailure) -> [UInt8]? {
    let descriptor = open("\(root)/\(path)", O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR || errno == ELOOP { return nil }
      throw Folder.failure(path, errno)
    }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw Folder.failure(path, errno) }
    guard info.st_mode & S_IFMT == S_IFREG else { return nil }
    let size = min(Int(info.st_size), limit) + 1
    var failure: Int32 = 0
    // One byte more than the size was, so that a file that grows meanwhile is read to its end.
    var bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      failure = Folder.fill(buffer, &count, from: descriptor)
    }
    while failure == 0, bytes.count >= size, bytes.count <= limit {
      let more = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
        failure = Folder.fill(buffer, &count, from: descriptor)
      }
      if more.isEmpty { break }
      bytes += more
    }
    if failure != 0 { throw Folder.failure(path, failure) }
    return bytes
  }

  private static func fill(_ buffer: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int, from descriptor: Int32)
    -> Int32
  {
    count = 0
    while count < buffer.count {
      let got = Glibc.read(descriptor, buffer.baseAddress! + count, buffer.count - count)
      if got == 0 { return 0 }
      if got < 0 {
        if errno == EINTR { continue }
        return errno
      }
      count += got
    }
    return 0
  }

  private static func failure(_ path: String, _ code: Int32) -> EnvironmentFailure {
    let reason = String(cString: strerror(code))
    return EnvironmentFailure(
      Localized(
        fi: "Tiedostoa tai kansiota \(path) ei voi lukea: \(reason)", sv: "Det går inte att läsa \(path): \(reason)",
        en: "Cannot read \(path): \(reason)"))
  }
}
