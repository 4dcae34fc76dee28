import Diagnosing
import Glibc
import Reading

/// A folder on the disk, written to and looked at through system calls that say what went wrong.
struct FileTree: Sendable {
  let root: String
  /// The root held open; nil to walk the way to it for each file.
  private let folder: OpenFolder?

  init(root: String) {
    self.root = root
    folder = nil
  }

  /// A folder by its name and held open, to change what stands in it while the name is its own.
  init(root: String, held folder: OpenFolder) {
    self.root = root
    self.folder = folder
  }

  /// Where the names that are given to system calls begin.
  private var start: Int32 { folder?.descriptor ?? AT_FDCWD }

  private func name(_ relative: String) -> String {
    folder == nil ? path(relative) : relative.isEmpty ? "." : relative
  }

  func path(_ relative: String) -> String { relative.isEmpty ? root : String(joining: [root, "/", relative]) }

  // MARK: Looking

  var exists: Bool { isFolder("") }

  func isFolder(_ relative: String) -> Bool {
    var info = stat()
    return lstat(path(relative), &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether there is something of this name, whatever it is; what cannot be told is a failure.
  func has(_ relative: String) throws(EnvironmentFailure) -> Bool {
    var info = stat()
    if lstat(path(relative), &info) == 0 { return true }
    if errno == ENOENT || errno == ENOTDIR { return false }
    throw failure(relative)
  }

  func isFile(_ relative: String) -> Bool {
    var info = stat()
    return lstat(path(relative), &info) == 0 && info.st_mode & S_IFMT == S_IFREG
  }

  /// The stamp of a file or a folder; nil where there is none, or a link.
  func stamp(_ relative: String) -> FileStamp? { FileStamp(path: path(relative)) }

  /// The bytes of a file.
  func contents(_ relative: String) throws(EnvironmentFailure) -> [UInt8] {
    guard let bytes = try Folder(root).read(relative, limit: 1 << 40) else {
      throw FileTree.failure(path(relative), code: ENOENT)
    }
    return bytes
  }

  /// Every file, link and empty folder below the root, dot names included, as relative paths.
  func everything() throws(EnvironmentFailure) -> (files: [String], folders: [String]) {
    var files: [String] = []
    var folders: [String] = []
    var pending = [""]
    while let folder = pending.popLast() {
      for (name, isFolder) in try items(of: folder) {
        let child = folder.isEmpty ? name : "\(folder)/\(name)"
        if isFolder {
          folders.append(child)
          pending.append(child)
        } else {
          files.append(child)
        }
      }
    }
    return (files.sorted(), folders.sorted())
  }

  /// What stands in a folder, in no order; nothing where the root is missing.
  func items(of folder: String) throws(EnvironmentFailure) -> [(name: String, isFolder: Bool)] {
    guard let stream = opendir(path(folder)) else {
      if errno == ENOENT, folder.isEmpty { return [] }
      throw failure(folder)
    }
    defer { closedir(stream) }
    var items: [(name: String, isFolder: Bool)] = []
    errno = 0
    while let item = readdir(stream) {
      let name = withUnsafePointer(to: &item.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      let isKnown = item.pointee.d_type != UInt8(DT_UNKNOWN)
      let isFolder =
        isKnown ? item.pointee.d_type == UInt8(DT_DIR) : isFolder(folder.isEmpty ? name : "\(folder)/\(name)")
      items.append((name, isFolder))
      errno = 0
    }
    // The end of a folder and a fault are told apart by this alone.
    if errno != 0 { throw failure(folder) }
    return items
  }

  /// Whether a file holds exactly these bytes.
  func holds(_ relative: String, _ bytes: [UInt8]) -> Bool {
    let descriptor = open(path(relative), O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG, Int(info.st_size) == bytes.count else {
      return false
    }
    return withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 16) { buffer in
      bytes.withUnsafeBytes { expected in
        var offset = 0
        while offset < expected.count {
          let got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
          if got <= 0 || offset + got > expected.count { return false }
          if memcmp(buffer.baseAddress!, expected.baseAddress! + offset, got) != 0 { return false }
          offset += got
        }
        return true
      }
    }
  }

  // MARK: Changing

  func makeFolder(_ relative: String) throws(EnvironmentFailure) {
    if mkdirat(start, name(relative), 0o755) == 0 || errno == EEXIST { return }
    if errno == ENOENT, let parent = FileTree.parent(of: relative) {
      try makeFolder(parent)
      return try makeFolder(relative)
    }
    throw failure(relative)
  }

  func makeParent(of relative: String) throws(EnvironmentFailure) {
    if let parent = FileTree.parent(of: relative) { try makeFolder(parent) }
  }

  /// Writes a new file.
  ///
  /// - Parameter flags: how to open it; `O_EXCL` fails where it is there.
  /// - Returns: its stamp; nil where its folder is missing and `failsWithoutFolder` is not set.
  @discardableResult
  func write(
    _ relative: String, _ bytes: [UInt8], failsWithoutFolder: Bool = true, flags: Int32 = O_EXCL
  ) throws(EnvironmentFailure) -> FileStamp? {
    try bytes.withUnsafeBytes { piece in
      Result { () throws(EnvironmentFailure) in
        try write(relative, pieces: [piece], failsWithoutFolder: failsWithoutFolder, flags: flags)
      }
    }.get()
  }

  /// Writes a new file of pieces that stand one after another in it.
  @discardableResult
  func write(
    _ relative: String, pieces: [UnsafeRawBufferPointer], failsWithoutFolder: Bool = true, flags: Int32 = O_EXCL
  ) throws(EnvironmentFailure) -> FileStamp? {
    let descriptor = openat(start, name(relative), O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC | flags, 0o644)
    guard descriptor >= 0 else {
      if errno == ENOENT, !failsWithoutFolder { return nil }
      throw failure(relative)
    }
    for piece in pieces {
      var rest = piece
      while let start = rest.baseAddress, !rest.isEmpty {
        let written = Glibc.write(descriptor, start, rest.count)
        if written < 0 {
          if errno == EINTR { continue }
          let fault = failure(relative)
          close(descriptor)
          throw fault
        }
        rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      }
    }
    var info = stat()
    let isKnown = fstat(descriptor, &info) == 0
    if close(descriptor) != 0 || !isKnown { throw failure(relative) }
    return FileStamp(info)
  }

  /// Gives a file of another tree on the same disk a second name here.
  func link(_ relative: String, from other: FileTree) -> Bool {
    linkat(other.start, other.name(relative), start, name(relative), 0) == 0
  }

  func removeFile(_ relative: String) throws(EnvironmentFailure) {
    if unlinkat(start, name(relative), 0) != 0, errno != ENOENT { throw failure(relative) }
  }

  /// Whether a folder was empty and is now gone.
  func removeEmptyFolder(_ relative: String) -> Bool { unlinkat(start, name(relative), AT_REMOVEDIR) == 0 }

  /// Removes the whole tree; symbolic links are removed, not followed.
  func remove() throws(EnvironmentFailure) {
    guard exists else { return }
    let (files, folders) = try everything()
    for file in files { try removeFile(file) }
    for folder in folders.reversed() where rmdir(path(folder)) != 0 && errno != ENOENT { throw failure(folder) }
    if rmdir(root) != 0, errno != ENOENT { throw failure("") }
  }

  static func parent(of relative: String) -> String? {
    guard let slash = relative.utf8.lastIndex(of: 0x2F) else { return relative.isEmpty ? nil : "" }
    return String(relative[..<slash])
  }

  /// The last system call's error, with the path it concerned.
  func failure(_ relative: String) -> EnvironmentFailure {
    FileTree.failure(path(relative), code: errno)
  }

  static func failure(_ path: String, code: Int32) -> EnvironmentFailure {
    let reason = String(cString: strerror(code))
    let advice: Localized? =
      switch code {
      case ENOSPC, EDQUOT:
        Localized(
          fi: "Levy on täynnä. Vapauta tilaa ja aja komento uudelleen; julkaistu sivusto on ennallaan.",
          sv: "Disken är full. Frigör utrymme och kör kommandot igen; den publicerade webbplatsen är oförändrad.",
          en: "The disk is full. Free some space and run the command again; the published site is as it was.")
      case EACCES, EPERM, EROFS:
        Localized(
          fi: "Tarkista kansion oikeudet; julkaistu sivusto on ennallaan.",
          sv: "Kontrollera mappens rättigheter; den publicerade webbplatsen är oförändrad.",
          en: "Check the folder's permissions; the published site is as it was.")
      default: nil
      }
    return EnvironmentFailure(
      Localized(
        fi: "Kohteeseen \(path) ei voi kirjoittaa: \(reason)", sv: "Det går inte att skriva till \(path): \(reason)",
        en: "Cannot write to \(path): \(reason)"),
      advice: advice)
  }
}
