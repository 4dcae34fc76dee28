import Diagnosing
import Glibc

/// Writes a file so that whoever reads it sees the old bytes or the new ones, never a part.
public enum AtomicFile {
  /// Makes the folder where it is missing.
  public static func write(_ bytes: [UInt8], to path: String) throws(EnvironmentFailure) {
    let folder = FileTree(root: FileTree.parent(of: path).flatMap { $0.isEmpty ? nil : $0 } ?? ".")
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if folder.holds(name, bytes) { return }
    try folder.makeFolder("")
    let temporary = ".\(name).\(getpid())"
    try? folder.removeFile(temporary)
    do {
      _ = try folder.write(temporary, bytes)
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
