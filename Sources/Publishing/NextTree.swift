import Diagnosing
import Glibc
import Reading

/// The tree that a build prepares out of sight, to take the output folder's place.
///
/// It is a new folder, or the site before the present one (`spare`), of which only the files that differ are
/// replaced. Files are never written in place: one file may stand in both trees under one inode.
struct NextTree: Sendable {
  let tree: FileTree
  /// Whether the tree already holds an older site.
  let isSpare: Bool
  /// The tree as it is looked at; nil while there is none.
  private let stamps: StampedFolder?

  init(tree: FileTree, isSpare: Bool) {
    self.tree = tree
    self.isSpare = isSpare
    stamps = isSpare ? StampedFolder(tree.root) : nil
  }

  /// Puts in a file that the published site has with the same bytes.
  ///
  /// - Parameter stamp: the published file's, where it is known.
  func share(_ path: String, from published: FileTree, stamp: FileStamp? = nil) throws(EnvironmentFailure) {
    if isSpare {
      if let own = stamps?.stamp(path) {
        if own.inode == (stamp ?? published.stamp(path))?.inode { return }
        try tree.removeFile(path)
      }
    }
    if tree.link(path, from: published) { return }
    try tree.makeParent(of: path)
    if tree.link(path, from: published) { return }
    // File systems without a second name for a file, or with too many for this one.
    guard let bytes = try? published.contents(path) else { throw published.failure(path) }
    try write(path, bytes)
  }

  @discardableResult
  func write(_ path: String, _ bytes: [UInt8]) throws(EnvironmentFailure) -> FileStamp? {
    if isSpare {
      try tree.removeFile(path)
      if let stamp = try tree.write(path, bytes, failsWithoutFolder: false) { return stamp }
    }
    // In a new tree nearly every page has a folder of its own that is not there yet.
    try tree.makeParent(of: path)
    return try tree.write(path, bytes)
  }

  /// Takes away a file of an older site, and the folders that it leaves empty.
  func remove(_ path: String) throws(EnvironmentFailure) {
    guard isSpare else { return }
    try tree.removeFile(path)
    var folder = FileTree.parent(of: path)
    while let name = folder, !name.isEmpty, tree.removeEmptyFolder(name) { folder = FileTree.parent(of: name) }
  }
}
