import Diagnosing
import Reading

/// The files that Mallisto made in an output folder.
///
/// It stands in the folder itself, a path a line in the order of bytes. What is not on it is somebody
/// else's and is kept.
struct Manifest: Sendable, Equatable {
  static let fileName = ".mallisto-files"

  let paths: Set<String>

  init(_ paths: some Sequence<String>) {
    self.paths = Set(paths)
  }

  /// The list that stands in a folder; empty where there is none.
  ///
  /// Where it cannot be read nothing may be published: every page would be taken for a file of somebody else.
  init(in folder: FileTree) throws(EnvironmentFailure) {
    self.init(lines: try Folder(folder.root).read(Manifest.fileName, limit: 1 << 40) ?? [])
  }

  init(lines bytes: [UInt8]) {
    paths = Set(bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) })
  }

  var bytes: [UInt8] {
    var out: [UInt8] = []
    for path in paths.sorted(by: { $0.precedesInBytes($1) }) {
      out.append(contentsOf: path.utf8)
      out.append(0x0A)
    }
    return out
  }
}
