import Diagnosing
import Reading
import Rendering

/// The site that stands in the output folder, looked through while the next one is thought out.
struct PresentSite: Sendable {
  /// A file that is as the last build left it.
  struct StandingFile: Sendable {
    var stamp: FileStamp
    /// Whether the spare tree has the same file, under another name.
    var isInSpare: Bool
  }

  /// What the last build left; nil where nothing is remembered.
  let known: PublishedTree?
  /// By the place in `known.files`; nil where a file was changed or taken away.
  let standing: [StandingFile?]
  /// Whether nobody has put anything into the output folder or taken it away since.
  let hasSameFolders: Bool
  /// Files that others have put into the output folder, in the order of their paths.
  let foreignFiles: [String]
  /// The folders there.
  let folders: [String]

  /// - Parameter spare: the tree that the next site is made of; nil for a new one.
  init(in output: FileTree, known: PublishedTree?, spare: FileTree?) throws(EnvironmentFailure) {
    self.known = known
    standing = known.map { PresentSite.standing($0.files, in: output, spare: spare) } ?? []
    hasSameFolders = known?.hasSameFolders() ?? false
    if let known, hasSameFolders {
      var files: [String] = []
      for path in known.foreign where try output.has(path) { files.append(path) }
      foreignFiles = files
      folders = known.folders.map(\.path)
      return
    }
    let made = try Manifest(in: output).paths
    let (files, folders) = try output.everything()
    foreignFiles = files.filter { $0 != Manifest.fileName && !made.contains($0) }
    self.folders = folders
  }

  private static func standing(_ files: [PublishedTree.File], in output: FileTree, spare: FileTree?) -> [StandingFile?]
  {
    guard let present = OpenFolder(output.root) else { return files.map { _ in nil } }
    let spare = spare.flatMap { OpenFolder($0.root) }
    return Parallel.map(files, chunk: 256) { file in
      guard let stamp = present.stamp(file.path), stamp.hasSameBytes(as: file.stamp) else { return nil }
      return StandingFile(stamp: stamp, isInSpare: spare?.stamp(file.path)?.inode == stamp.inode)
    }
  }

  /// For each page the file under its path that was made of the same; nil where the page is to be made.
  func standing(for pages: [Page]) -> [StandingFile?] {
    guard let known else { return pages.map { _ in nil } }
    return zip(pages, known.places(of: pages)).map { page, place in
      guard let place, let fingerprint = page.fingerprint, known.files[place].fingerprint == fingerprint else {
        return nil
      }
      return standing[place]
    }
  }

  /// What to remember of the site that has taken this one's place.
  ///
  /// - Parameters:
  ///   - stamps: of the pages' files, in their order.
  ///   - touched: the folders of the next tree that something was put into or taken out of; nil for all.
  ///   - isExchanged: whether the two trees have changed places.
  func successor(
    in output: FileTree, _ pages: [Page], _ stamps: [FileStamp?], touched: Set<String>?, isExchanged: Bool
  ) -> PublishedTree {
    var tree = PublishedTree(root: output.root)
    tree.foreign = foreignFiles
    tree.spareForeign = isExchanged ? known?.foreign ?? foreignFiles : foreignFiles
    tree.files = zip(pages, stamps).compactMap { page, stamp in
      stamp.map { PublishedTree.File(path: page.path, fingerprint: page.fingerprint ?? 0, stamp: $0) }
    }
    // What the record says of folders holds only where it is of the tree that was found.
    let before = hasSameFolders ? known : nil
    let hasSamePaths = before.map { tree.files.elementsEqual($0.files) { $0.path == $1.path } } ?? false
    var folders =
      hasSamePaths
      ? before?.folders ?? []
      : PresentSite.folders(of: tree.files, and: folders, after: before?.folders ?? [])
    let root = OpenFolder(output.root)
    folders = Parallel.map(folders, chunk: 512) { folder in
      let isTouched = touched.map { $0.contains(folder.path) } ?? true
      let (present, next) = (folder.modified, isTouched ? nil : folder.spareModified)
      let (standing, spare) = isExchanged ? (next, present) : (present, next)
      return PublishedTree.Folder(
        path: folder.path, modified: standing ?? root?.stamp(folder.path)?.modified, spareModified: spare)
    }
    tree.folders = folders.filter { $0.modified != nil }
    return tree
  }

  /// The folders of files and others that are known to be there, with what is remembered of them.
  private static func folders(
    of files: [PublishedTree.File], and others: [String], after known: [PublishedTree.Folder]
  ) -> [PublishedTree.Folder] {
    var names = Set(others).union([""])
    for file in files {
      var folder = FileTree.parent(of: file.path)
      while let name = folder, names.insert(name).inserted { folder = FileTree.parent(of: name) }
    }
    let remembered = Dictionary(known.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    return names.sorted().map { remembered[$0] ?? PublishedTree.Folder(path: $0) }
  }
}
