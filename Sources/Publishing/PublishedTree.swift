import Reading
import Rendering

/// What a build left in the output folder, so that the next one can tell without reading it that it is still there.
struct PublishedTree: Sendable, Equatable {
  struct File: Sendable, Equatable {
    var path: String
    /// `Page.fingerprint` of what was published; 0 where it has none.
    var fingerprint: UInt64
    var stamp: FileStamp
  }

  struct Folder: Sendable, Equatable {
    /// Empty for the root.
    var path: String
    /// When something was last put into it or taken away; nil where it is not known.
    var modified: Int64?
    /// The same of the folder in the spare tree, the site before this one.
    var spareModified: Int64?
  }

  /// The output folder.
  var root: String
  /// The files that Mallisto made, in the order in which they were published.
  var files: [File] = []
  /// Every folder, the root among them.
  var folders: [Folder] = []
  /// Files of others, in the order of their paths.
  var foreign: [String] = []
  /// Files of others in the spare tree.
  var spareForeign: [String] = []

  init(root: String) {
    self.root = root
  }

  /// Whether every file and folder is as it was left, so that nothing has been changed, removed or added.
  func isAsLeft() -> Bool {
    guard let stamps = OpenFolder(root) else { return false }
    let tree = FileTree(root: root)
    let areFilesLeft = Parallel.map(files, chunk: 512) { file in
      stamps.stamp(file.path).map { $0.hasSameBytes(as: file.stamp) } ?? false
    }
    return areFilesLeft.allSatisfy(\.self) && hasSameFolders()
      && tree.isFile(Manifest.fileName) && foreign.allSatisfy(tree.isFile)
  }

  /// Whether nothing has been put into any folder or taken away.
  func hasSameFolders() -> Bool {
    guard let stamps = OpenFolder(root) else { return false }
    return Parallel.map(folders, chunk: 512) { folder in
      folder.modified.map { stamps.stamp(folder.path)?.modified == $0 } ?? false
    }.allSatisfy(\.self)
  }

  /// Where each page stands among ``files``; nil for a page that is new.
  ///
  /// The pages of a build come nearly in the order of those of the one before.
  func places(of pages: [Page]) -> [Int?] {
    var next = 0
    var index: [String: Int]?
    return pages.map { page in
      if next < files.count, files[next].path == page.path {
        next += 1
        return next - 1
      }
      let known = index ?? Dictionary(zip(files.map(\.path), files.indices), uniquingKeysWith: { _, last in last })
      index = known
      guard let place = known[page.path] else { return nil }
      next = place + 1
      return place
    }
  }
}

extension PublishedTree {
  private static let mark = "mallisto published tree 2"

  var bytes: [UInt8] {
    var packer = Packer(sealedAs: PublishedTree.mark, capacity: (files.count + folders.count) * 128)
    packer.pack(root)
    packer.pack(small: files.count)
    for file in files {
      packer.pack(file.path)
      packer.pack(file.fingerprint)
      packer.pack(file.stamp)
    }
    packer.pack(small: folders.count)
    for folder in folders {
      packer.pack(folder.path)
      packer.pack(folder.modified ?? 0)
      packer.pack(folder.spareModified ?? 0)
    }
    for list in [foreign, spareForeign] {
      packer.pack(small: list.count)
      for path in list { packer.pack(path) }
    }
    return packer.sealed()
  }

  /// Nil when the bytes are damaged or of another version.
  init?(_ bytes: KeptBytes) {
    guard var unpacker = Unpacker(sealed: bytes, as: PublishedTree.mark), let root = unpacker.text(),
      let files = unpacker.count()
    else { return nil }
    self.root = root
    self.files.reserveCapacity(files)
    for _ in 0..<files {
      guard let path = unpacker.text(), let fingerprint = unpacker.number(UInt64.self), let stamp = unpacker.stamp()
      else { return nil }
      self.files.append(File(path: path, fingerprint: fingerprint, stamp: stamp))
    }
    guard let folders = unpacker.count() else { return nil }
    self.folders.reserveCapacity(folders)
    for _ in 0..<folders {
      guard let path = unpacker.text(), let modified = unpacker.number(Int64.self),
        let spare = unpacker.number(Int64.self)
      else { return nil }
      self.folders.append(
        Folder(path: path, modified: modified == 0 ? nil : modified, spareModified: spare == 0 ? nil : spare))
    }
    for list in [\PublishedTree.foreign, \.spareForeign] {
      guard let count = unpacker.count() else { return nil }
      for _ in 0..<count {
        guard let path = unpacker.text() else { return nil }
        self[keyPath: list].append(path)
      }
    }
  }
}
