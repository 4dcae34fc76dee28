import Diagnosing
import Reading
import Rendering

/// Puts a site's pages in its output folder, all of them or none.
///
/// The new site is prepared out of sight and the two folders change places in one system call, so a reader never
/// sees a half-built site. Files that have not changed are given a second name instead of being written. A build
/// that is stopped leaves the old site, and what it had begun is used up or cleared away by the next.
///
/// With a folder to remember in, the site before the present one is kept there and made into the next one, so that
/// a build costs what has changed, not what there is.
public struct Publisher: Sendable {
  /// What a build did to the output folder.
  public struct Outcome: Sendable {
    public var written = 0
    public var unchanged = 0
    public var removed = 0
    /// The bytes of the files that were written.
    public var bytes = 0
    /// What is another than it was, in no order.
    public var changes: [PublishedChange] = []

    public init(written: Int = 0, unchanged: Int = 0, removed: Int = 0) {
      self.written = written
      self.unchanged = unchanged
      self.removed = removed
    }
  }

  private let output: FileTree
  private let site: Folder
  private let memory: PublishingMemory?
  /// Where the next site is prepared when nothing is remembered: beside the output folder.
  private let beside: FileTree

  /// - Parameters:
  ///   - output: the folder to publish in; it is made where it is missing.
  ///   - site: the folder that copied files are relative to.
  ///   - cache: the folder to remember in, `.mallisto` of the site; nil to remember nothing.
  public init(output: String, site: Folder, cache: String? = nil) {
    let resolved = FileTree.resolved(output)
    self.output = FileTree(root: resolved)
    self.site = site
    let parent = FileTree.parent(of: resolved) ?? ""
    let name = resolved.split(separator: "/").last.map(String.init) ?? "public"
    beside = FileTree(root: "\(parent)/.\(name).mallisto-next")
    memory = cache.map { PublishingMemory(folder: $0, output: resolved) }
  }

  /// Whether the output folder is exactly as the last build left it.
  public var isAsLeft: Bool { memory?.load()?.isAsLeft() ?? false }

  public func publish(_ pages: [Page]) throws(EnvironmentFailure) -> Outcome {
    try publish(ifStill: { true }, listing: { pages }) ?? Outcome()
  }

  /// Publishes the pages that are listed while the output folder is looked through.
  ///
  /// - Parameters:
  ///   - isGood: asked once all pages are made, before they take the old ones' place.
  ///   - list: gives all pages of the site.
  /// - Returns: nil where they were not good; then the old site stays.
  public func publish(
    ifStill isGood: () -> Bool, listing list: () throws(EnvironmentFailure) -> [Page]
  ) throws(EnvironmentFailure) -> Outcome? {
    let lock = try OutputLock(beside: output)
    defer { lock.release() }
    try beside.remove()
    let spare = memory?.spare(for: output)
    let (listed, looked) = Parallel.both {
      Result { () throws(EnvironmentFailure) in try list() }
    } and: {
      Result { () throws(EnvironmentFailure) in try PresentSite(in: output, known: memory?.load(), spare: spare) }
    }
    let (pages, present) = (try listed.get(), try looked.get())
    if let spare {
      // Whatever is wrong with the spare tree, a new one does as well.
      do {
        return try publish(pages, into: NextTree(tree: spare, isSpare: true), present, isGood)
      } catch {
        try spare.remove()
      }
    }
    let next = memory?.place(for: output) ?? beside
    do {
      try next.remove()
      try next.makeFolder("")
      return try publish(pages, into: NextTree(tree: next, isSpare: false), present, isGood)
    } catch {
      // The old site is still in its place; what was begun is cleared away if the disk lets it.
      try? next.remove()
      throw error
    }
  }

  private func publish(
    _ pages: [Page], into next: NextTree, _ present: PresentSite, _ isGood: () -> Bool
  ) throws(EnvironmentFailure) -> Outcome? {
    let older = next.isSpare ? try Manifest(in: next.tree) : Manifest([])
    // A tree without its list is not used as a spare one: a build that is killed from here on leaves such.
    if next.isSpare { try next.tree.removeFile(Manifest.fileName) }
    let (results, manifest) = Parallel.both {
      // Nil where nothing is published yet.
      let stamps = OpenFolder(output.root)
      let standing = present.standing(for: pages)
      let pieces = stride(from: 0, to: pages.count, by: 32).map { $0..<min($0 + 32, pages.count) }
      return Parallel.map(pieces, chunk: 1) { piece in
        Result { () throws(EnvironmentFailure) in
          try next.makeFolders(of: pages[piece].lazy.map(\.path))
          return try piece.map { index throws(EnvironmentFailure) in
            if let standing = standing[index] { return try keep(pages[index], standing, in: next) }
            return try publish(pages[index], into: next, published: stamps?.stamp(pages[index].path))
          }
        }
      }
    } and: {
      Manifest(pages.map(\.path))
    }
    let published = try results.map { result throws(EnvironmentFailure) in try result.get() }.flatMap(\.self)
    guard isGood() else {
      try next.tree.remove()
      return nil
    }
    let old = try Manifest(in: output)
    var outcome = Outcome()
    let gone = old.missing(from: manifest).filter(output.isFile)
    outcome.changes = zip(pages, published).compactMap { page, file in
      file.change.map { PublishedChange($0, page.path) }
    }
    outcome.written = outcome.changes.count
    outcome.unchanged = published.count - outcome.written
    outcome.removed = gone.count
    outcome.bytes = published.reduce(0) { $0 + $1.bytes }
    outcome.changes += gone.map { PublishedChange(.removed, $0) }
    for path in present.foreignFiles { try next.share(path, from: output) }
    let strangers = Manifest((present.known?.spareForeign ?? []) + (present.known?.foreign ?? []))
    for path in older.missing(from: manifest).union(strangers.missing(from: manifest)).subtracting(present.foreignFiles)
    {
      try next.remove(path)
    }
    try next.write(Manifest.fileName, manifest.bytes)

    let isChanged = outcome.written + outcome.removed > 0 || manifest != old || !output.exists
    if isChanged { try next.tree.exchange(with: output) }
    if let memory, next.tree.root != beside.root {
      memory.save(
        present.successor(
          in: output, pages, published.map(\.stamp), touched: next.touchedFolders, isExchanged: isChanged))
    } else {
      // The new site stands; if the old one cannot be cleared away now, the next build does.
      try? next.tree.remove()
    }
    return outcome
  }

  private struct Published: Sendable {
    /// Nil where the site has the file already.
    var change: PublishedChange.Kind?
    /// How many were written.
    var bytes = 0
    var stamp: FileStamp?
  }

  /// Puts a page into the next tree as it is published.
  private func keep(
    _ page: Page, _ standing: PresentSite.StandingFile, in next: NextTree
  ) throws(EnvironmentFailure) -> Published {
    if !(next.isSpare && standing.isInSpare) { try next.share(page.path, from: output, stamp: standing.stamp) }
    return Published(stamp: standing.stamp)
  }

  /// Makes a page and puts it into the next tree.
  ///
  /// - Parameter stamp: of the file that is published under its path; nil where there is none.
  private func publish(
    _ page: Page, into next: NextTree, published stamp: FileStamp?
  ) throws(EnvironmentFailure) -> Published {
    let bytes =
      switch page.content {
      case .bytes(let render): render()
      case .copy(let source): PublishedFile.bytes(try FileTree(root: site.root).contents(source))
      }
    if stamp != nil, output.holds(page.path, bytes) {
      try next.share(page.path, from: output, stamp: stamp)
      return Published(stamp: stamp)
    }
    let written = try next.write(page.path, bytes)
    return Published(change: stamp == nil ? .added : .replaced, bytes: bytes.count, stamp: written)
  }
}
