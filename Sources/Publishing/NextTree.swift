import Diagnosing
import Dispatch
import Reading
import Synchronization

/// The tree that a build prepares out of sight, to take the output folder's place.
///
/// It is a new folder, or the site before the present one (`spare`), of which only the files that differ are
/// replaced. Files are never written in place: one file may stand in both trees under one inode.
struct NextTree: Sendable {
  let tree: FileTree
  /// Whether the tree already holds an older site.
  let isSpare: Bool
  /// The tree held open to look at it, and to change it. Once it has another's place its name is not its own, and is no
  /// longer to be used with these.
  private let folder: OpenFolder
  private let held: FileTree
  /// The folders of a spare tree that something is put into or taken out of.
  private let touched: TouchedFolders?
  private let turn = DispatchSemaphore(value: 1)

  init(tree: FileTree, isSpare: Bool) throws(EnvironmentFailure) {
    self.tree = tree
    self.isSpare = isSpare
    guard let folder = OpenFolder(tree.root) else { throw tree.failure("") }
    self.folder = folder
    held = FileTree(root: tree.root, held: folder)
    touched = isSpare ? TouchedFolders() : nil
  }

  /// Nil for all of them.
  var touchedFolders: Set<String>? { touched?.paths }

  /// Puts in a file that the published site has with the same bytes.
  ///
  /// - Parameter stamp: the published file's, where it is known.
  func share(_ path: String, from published: FileTree, stamp: FileStamp? = nil) throws(EnvironmentFailure) {
    if isSpare {
      if let own = folder.stamp(path) {
        if own.inode == (stamp ?? published.stamp(path))?.inode { return }
        try held.removeFile(path)
      }
    }
    touched?.note(path)
    if held.link(path, from: published) { return }
    try held.makeParent(of: path)
    if held.link(path, from: published) { return }
    // File systems without a second name for a file, or with too many for this one.
    guard let bytes = try? published.contents(path) else { throw published.failure(path) }
    try write(path, bytes)
  }

  /// Makes the folders of the files that a new tree is given next, of which nearly every page has one of its own.
  ///
  /// By one thread at a time: the kernel lets only one put something into a folder, and those that wait for it there, or
  /// for a `Mutex`, do so at full speed.
  func makeFolders(of paths: some Sequence<String>) throws(EnvironmentFailure) {
    if isSpare { return }
    turn.wait()
    defer { turn.signal() }
    for path in paths { try held.makeParent(of: path) }
  }

  @discardableResult
  func write(_ path: String, _ bytes: [UInt8]) throws(EnvironmentFailure) -> FileStamp? {
    touched?.note(path)
    if isSpare { try held.removeFile(path) }
    if let stamp = try held.write(path, bytes, failsWithoutFolder: false) { return stamp }
    try held.makeParent(of: path)
    return try held.write(path, bytes)
  }

  /// Takes away a file of an older site, and the folders that it leaves empty.
  func remove(_ path: String) throws(EnvironmentFailure) {
    guard isSpare else { return }
    touched?.note(path)
    try held.removeFile(path)
    var folder = FileTree.parent(of: path)
    while let name = folder, !name.isEmpty, held.removeEmptyFolder(name) { folder = FileTree.parent(of: name) }
  }
}

/// Notes the folders on the way to files that are put in or taken away: any of them may come or go with the file.
private final class TouchedFolders: Sendable {
  private let known = Mutex<Set<String>>([])

  var paths: Set<String> { known.withLock { $0 } }

  func note(_ path: String) {
    known.withLock { known in
      var folder = FileTree.parent(of: path)
      while let name = folder, known.insert(name).inserted { folder = FileTree.parent(of: name) }
    }
  }
}
