import CExchange
import Diagnosing
import Glibc

extension FileTree {
  /// Puts this folder in another's place, and the other, if there is one, in this one's.
  func exchange(with other: FileTree) throws(EnvironmentFailure) {
    guard other.exists else {
      if rename(root, other.root) != 0 { throw other.failure("") }
      return
    }
    if exchange_paths(root, other.root) == 0 { return }
    guard errno == EINVAL || errno == ENOSYS else { throw other.failure("") }
    // A file system without the exchange: renames, and for a moment no folder.
    let old = FileTree(root: root + "-old")
    try old.remove()
    guard rename(other.root, old.root) == 0 else { throw other.failure("") }
    guard rename(root, other.root) == 0 else {
      let fault = other.failure("")
      rename(old.root, other.root)
      throw fault
    }
    if rename(old.root, root) != 0 { throw old.failure("") }
  }

  /// Gives a file a new name unless that name is taken; false, with `errno`, where it keeps its own.
  func renameToNew(_ relative: String, _ name: String) -> Bool {
    if rename_to_new(path(relative), path(name)) == 0 { return true }
    guard errno == EINVAL || errno == ENOSYS else { return false }
    // A file system without such a renaming: a second name, and then not the first.
    return Glibc.link(path(relative), path(name)) == 0 && unlink(path(relative)) == 0
  }

  /// The number of the disk that a folder is on; nil where there is no such folder.
  static func disk(of path: String) -> UInt64? {
    var info = stat()
    return stat(path.isEmpty ? "/" : path, &info) == 0 ? UInt64(info.st_dev) : nil
  }

  /// An absolute path without links, so that the folder itself is exchanged and not a link to it.
  static func resolved(_ path: String) -> String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    let trimmed = path.utf8.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let parent = parent(of: trimmed) ?? ""
    let name = trimmed.split(separator: "/").last.map(String.init) ?? "public"
    guard let real = realpath(parent.isEmpty ? (trimmed.hasPrefix("/") ? "/" : ".") : parent, nil) else {
      return trimmed
    }
    defer { free(real) }
    let folder = String(cString: real)
    return folder == "/" ? "/\(name)" : "\(folder)/\(name)"
  }
}
