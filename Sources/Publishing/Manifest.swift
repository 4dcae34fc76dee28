import Diagnosing
import Reading

/// The files that Mallisto made in an output folder.
///
/// It stands in the folder itself, a path a line in the order of bytes. What is not on it is somebody
/// else's and is kept.
struct Manifest: Sendable, Equatable {
  static let fileName = ".mallisto-files"

  /// The list as it is written: two lists of the same files are the same bytes, which is all that most builds ask.
  let bytes: [UInt8]

  init(_ paths: [String]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(paths.count * 64)
    for path in paths.sorted(by: { $0.precedesInBytes($1) }) {
      bytes.append(contentsOf: path.utf8)
      bytes.append(0x0A)
    }
    self.bytes = bytes
  }

  /// The list that stands in a folder; empty where there is none.
  ///
  /// Where it cannot be read nothing may be published: every page would be taken for a file of somebody else.
  init(in folder: FileTree) throws(EnvironmentFailure) {
    self.init(lines: try Folder(folder.root).read(Manifest.fileName, limit: 1 << 40) ?? [])
  }

  init(lines bytes: [UInt8]) {
    self.bytes = bytes
  }

  var paths: Set<String> { Set(bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }) }

  /// The files of this list that another one does not have.
  func missing(from other: Manifest) -> Set<String> {
    bytes.isEmpty || bytes == other.bytes ? [] : paths.subtracting(other.paths)
  }
}
