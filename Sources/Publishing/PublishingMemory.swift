import Diagnosing
import Glibc
import Reading

/// Where the Publisher remembers: a record of what it published, and the site before that as a tree to make the next of.
///
/// Both may be deleted or damaged at any time; then a build does all its work.
struct PublishingMemory: Sendable {
  private let folder: FileTree
  private let record: String
  private let tree: FileTree
  private let root: String

  init(folder: String, output: String) {
    // Two output folders of one site do not know of each other.
    var fingerprint = Fingerprint()
    fingerprint.add(output)
    let name = String(fingerprint.value, radix: 36)
    self.folder = FileTree(root: FileTree.resolved(folder))
    record = "published-\(name)"
    tree = FileTree(root: self.folder.path("spare-\(name)"))
    root = output
  }

  func load() -> PublishedTree? {
    KeptBytes(ofFile: folder.path(record)).flatMap(PublishedTree.init).flatMap { $0.root == root ? $0 : nil }
  }

  /// A site without a record is published all the same.
  func save(_ tree: PublishedTree) {
    try? AtomicFile.write(tree.bytes, to: folder.path(record))
  }

  /// The site before the present one, where it is whole and on the output's disk.
  func spare(for output: FileTree) -> FileTree? {
    guard tree.isFile(Manifest.fileName), output.exists, isOnDisk(of: output) else { return nil }
    return tree
  }

  /// Where to prepare a new tree; nil where it could not change places with the output.
  func place(for output: FileTree) -> FileTree? {
    guard (try? folder.makeFolder("")) != nil, isOnDisk(of: output) else { return nil }
    return tree
  }

  private func isOnDisk(of output: FileTree) -> Bool {
    guard let own = FileTree.disk(of: folder.root),
      let other = FileTree.disk(of: output.exists ? output.root : FileTree.parent(of: output.root) ?? "/")
    else { return false }
    return own == other
  }
}
