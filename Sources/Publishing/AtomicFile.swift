import Diagnosing
import Glibc

/// Writes a file so that whoever reads it sees the old bytes or the new ones, never a part.
public enum AtomicFile {
  /// Makes the folder where it is missing.
  public static func write(_ bytes: [UInt8], to path: String) throws(EnvironmentFailure) {
    let (folder, name) = place(of: path)
    if folder.holds(name, bytes) { return }
    try replace(name, in: folder) { temporary throws(EnvironmentFailure) in
      _ = try folder.write(temporary, bytes)
    }
  }

  /// Writes pieces one after another.
  static func write(_ pieces: [UnsafeRawBufferPointer], to path: String) throws(EnvironmentFailure) {
    let (folder, name) = place(of: path)
    try replace(name, in: folder) { temporary throws(EnvironmentFailure) in
      _ = try folder.write(temporary, pieces: pieces)
    }
  }

  private static func place(of path: String) -> (FileTree, name: String) {
    let folder = FileTree.parent(of: path).flatMap { $0.isEmpty ? nil : $0 } ?? "."
    return (FileTree(root: folder), path.split(separator: "/").last.map(String.init) ?? path)
  }

  private static func replace(
    _ name: String, in folder: FileTree, _ write: (String) throws(EnvironmentFailure) -> Void
  ) throws(EnvironmentFailure) {
    try folder.makeFolder("")
    let temporary = ".\(name).\(getpid())"
    try? folder.removeFile(temporary)
    do {
      try write(temporary)
    } catch {
      try? folder.removeFile(temporary)
      throw error
    }
    if rename(folder.path(temporary), folder.path(name)) != 0 {
      let fault = folder.failure(name)
      try? folder.removeFile(temporary)
      throw fault
    }
  }
}
