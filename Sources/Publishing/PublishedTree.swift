import Reading
import Rendering

/// What a build left in the output folder, so that the next one can tell without reading it that it is still there.
struct PublishedTree: Sendable, Equatable {
  struct File: Sendable, Equatable {
    /// `Page.fingerprint` of what was published; 0 where it has none.
    var fingerprint: UInt64
    var stamp: FileStamp
  }

  /// The output folder.
  var root: String
  /// The files that Mallisto made, by their paths.
  var files: [String: File] = [:]
  /// Every folder, the root as an empty path, and when something was last put into it or taken away.
  var folders: [String: Int64] = [:]
  /// Files of others, in the order of their paths.
  var foreign: [String] = []
  /// Files of others in the tree that was the site before this one.
  var spareForeign: [String] = []

  private static let mark = "mallisto published tree 1"

  var bytes: [UInt8] {
    var packer = Packer(capacity: (files.count + folders.count) * 160)
    packer.pack(root)
    packer.pack(small: files.count)
    for (path, file) in files {
      packer.pack(path)
      packer.pack(file.fingerprint)
      packer.pack(file.stamp)
    }
    packer.pack(small: folders.count)
    for (path, modified) in folders {
      packer.pack(path)
      packer.pack(modified)
    }
    for list in [foreign, spareForeign] {
      packer.pack(small: list.count)
      for path in list { packer.pack(path) }
    }
    return packer.sealed(as: PublishedTree.mark)
  }

  init(root: String) {
    self.root = root
  }

  /// Nil when the bytes are damaged or of another version.
  init?(bytes: [UInt8]) {
    guard var unpacker = Unpacker(sealed: bytes, as: PublishedTree.mark), let root = unpacker.text(),
      let files = unpacker.count()
    else { return nil }
    self.root = root
    self.files.reserveCapacity(files)
    for _ in 0..<files {
      guard let path = unpacker.text(), let fingerprint = unpacker.number(UInt64.self), let stamp = unpacker.stamp()
      else { return nil }
      self.files[path] = File(fingerprint: fingerprint, stamp: stamp)
    }
    guard let folders = unpacker.count() else { return nil }
    for _ in 0..<folders {
      guard let path = unpacker.text(), let modified = unpacker.number(Int64.self) else { return nil }
      self.folders[path] = modified
    }
    for list in [\PublishedTree.foreign, \.spareForeign] {
      guard let count = unpacker.count() else { return nil }
      for _ in 0..<count {
        guard let path = unpacker.text() else { return nil }
        self[keyPath: list].append(path)
      }
    }
  }

  /// Notes what was published, as the file system has it now.
  ///
  /// - Parameter others: folders that may be there beside those of the pages.
  mutating func note(_ pages: [Page], _ stamps: [FileStamp?], others: [String]) {
    let tree = StampedFolder(root)
    var names = Set(others).union([""])
    for (page, stamp) in zip(pages, stamps) {
      guard let stamp else { continue }
      files[page.path] = File(fingerprint: page.fingerprint ?? 0, stamp: stamp)
      var folder = FileTree.parent(of: page.path)
      while let name = folder, names.insert(name).inserted { folder = FileTree.parent(of: name) }
    }
    let folders = Array(names)
    let times = Parallel.map(folders, chunk: 512) { tree?.stamp($0)?.modified }
    for (folder, time) in zip(folders, times) { self.folders[folder] = time }
  }

  /// Whether every file and folder is as it was left, so that nothing has been changed, removed or added.
  func isAsLeft() -> Bool {
    guard let stamps = StampedFolder(root) else { return false }
    let tree = FileTree(root: root)
    let areFilesLeft = Parallel.map(Array(files), chunk: 512) { path, file in
      stamps.stamp(path).map { $0.hasSameBytes(as: file.stamp) } ?? false
    }
    return areFilesLeft.allSatisfy(\.self) && hasSameFolders()
      && tree.isFile(Manifest.fileName) && foreign.allSatisfy(tree.isFile)
  }

  /// Whether nothing has been put into any folder or taken away.
  func hasSameFolders() -> Bool {
    guard let stamps = StampedFolder(root) else { return false }
    return Parallel.map(Array(folders), chunk: 512) { path, modified in stamps.stamp(path)?.modified == modified }
      .allSatisfy(\.self)
  }
}
