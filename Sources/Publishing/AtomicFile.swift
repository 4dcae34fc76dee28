import Diagnosing
import Glibc

/// Writes a file so that whoever reads it sees the old bytes or the new ones, never a part.
public enum AtomicFile {
  /// Makes the folder where it is missing.
  public static func write(_ bytes: [UInt8], to path: String) throws(EnvironmentFailure) {
    let (folder, name) = place(of: path)
    if folder.holds(name, bytes) { return }
    _ = try replace(name, in: folder) { temporary throws(EnvironmentFailure) in
      try folder.write(temporary, bytes, flags: O_TRUNC)
    }
  }

  /// Writes a new file, unless there is something of its name; whether there was not.
  public static func create(_ bytes: [UInt8], at path: String) throws(EnvironmentFailure) -> Bool {
    let (folder, name) = place(of: path)
    return try replace(name, in: folder, isNew: true) { temporary throws(EnvironmentFailure) in
      try folder.write(temporary, bytes, flags: O_TRUNC)
    }
  }

  /// Writes pieces one after another.
  public static func write(_ pieces: [UnsafeRawBufferPointer], to path: String) throws(EnvironmentFailure) {
    let (folder, name) = place(of: path)
    _ = try replace(name, in: folder) { temporary throws(EnvironmentFailure) in
      try folder.write(temporary, pieces: pieces, flags: O_TRUNC)
    }
  }

  private static func place(of path: String) -> (FileTree, name: String) {
    let folder = FileTree.parent(of: path).flatMap { $0.isEmpty ? nil : $0 } ?? "."
    return (FileTree(root: folder), path.split(separator: "/").last.map(String.init) ?? path)
  }

  /// Takes away what processes that were killed had begun to write in a folder.
  public static func clear(_ path: String) {
    let folder = FileTree(root: path)
    for (name, isFolder) in (try? folder.items(of: "")) ?? [] where !isFolder && name.hasSuffix(suffix) {
      guard let lock = FileLock(left: folder.path(name)) else { continue }
      try? folder.removeFile(name)
      lock.release()
    }
  }

  private static let suffix = ".mallisto-new"

  /// Gives what is written its name once it is whole; false where the name is taken and should not be.
  ///
  /// What a killed process had begun is written over by the next, since its name is the same.
  private static func replace(
    _ name: String, in folder: FileTree, isNew: Bool = false, _ write: (String) throws(EnvironmentFailure) -> Void
  ) throws(EnvironmentFailure) -> Bool {
    try folder.makeFolder("")
    let temporary = ".\(name)\(suffix)"
    let (from, to) = (folder.path(temporary), folder.path(name))
    guard let lock = FileLock(making: from) else { throw folder.failure(temporary) }
    defer { lock.release() }
    do throws(EnvironmentFailure) {
      try write(temporary)
      if isNew ? folder.renameToNew(temporary, name) : rename(from, to) == 0 { return true }
      guard isNew, errno == EEXIST else { throw folder.failure(name) }
      try folder.removeFile(temporary)
      return false
    } catch {
      try? folder.removeFile(temporary)
      throw error
    }
  }
}
