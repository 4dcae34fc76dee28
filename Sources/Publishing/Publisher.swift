import CExchange
import Diagnosing
import Glibc
import Reading
import Rendering

/// Puts a site's pages in its output folder, all of them or none.
///
/// A whole new tree is written beside the folder and the two change places in one system call, so a
/// reader never sees a half-built site. Files that have not changed are given a second name instead of
/// being written. A build that is stopped leaves the old site and a tree that the next build removes.
public struct Publisher: Sendable {
  /// What a build did to the output folder.
  public struct Outcome: Sendable {
    public var written = 0
    public var unchanged = 0
    public var removed = 0
  }

  private let output: FileTree
  private let next: FileTree
  private let site: Folder

  /// - Parameters:
  ///   - output: the folder to publish in; it is made where it is missing.
  ///   - site: the folder that copied files are relative to.
  public init(output: String, site: Folder) {
    let resolved = Publisher.resolved(output)
    let parent = FileTree.parent(of: resolved) ?? "."
    let name =
      String(
        resolved.utf8.suffix(
          from: resolved.utf8.lastIndex(of: 0x2F).map { resolved.utf8.index(after: $0) } ?? resolved.utf8.startIndex))
      ?? "public"
    self.output = FileTree(root: resolved)
    next = FileTree(root: "\(parent.isEmpty ? "/" : parent)/.\(name).mallisto-next")
    self.site = site
  }

  public func publish(_ pages: [Page]) throws(EnvironmentFailure) -> Outcome {
    let lock = try OutputLock(beside: output)
    defer { lock.release() }
    try next.remove()
    do {
      try next.makeFolder("")
      let old = oldManifest()
      var outcome = try write(pages)
      outcome.removed = try carryOver(pages, old: old)
      try exchange()
      try next.remove()
      return outcome
    } catch {
      // The old site is still in its place; what was begun is cleared away if the disk lets it.
      try? next.remove()
      throw error
    }
  }

  private func oldManifest() -> Manifest {
    let lines = try? Folder(output.root).read(Manifest.fileName, limit: 1 << 30)
    return Manifest(lines: lines.flatMap { $0 } ?? [])
  }

  // MARK: Writing

  private func write(_ pages: [Page]) throws(EnvironmentFailure) -> Outcome {
    var folders: Set<String> = []
    for page in pages {
      if let folder = FileTree.parent(of: page.path), folders.insert(folder).inserted { try next.makeFolder(folder) }
    }
    let results = Parallel.map(pages, chunk: 32) { page in
      Result { () throws(EnvironmentFailure) in try write(page) }
    }
    var outcome = Outcome()
    for result in results {
      if try result.get() { outcome.unchanged += 1 } else { outcome.written += 1 }
    }
    try next.write(Manifest.fileName, Manifest(pages.map(\.path)).bytes)
    return outcome
  }

  /// Writes a page into the new tree; true when the old tree had the same bytes, which then are shared.
  private func write(_ page: Page) throws(EnvironmentFailure) -> Bool {
    let bytes: [UInt8]
    switch page.content {
    case .bytes(let render): bytes = render()
    case .copy(let source):
      guard let read = try site.read(source, limit: 1 << 30) else { throw FileTree.failure(source, code: ENOENT) }
      bytes = read
    }
    if output.holds(page.path, bytes), next.link(page.path, from: output) { return true }
    try next.write(page.path, bytes)
    return false
  }

  /// Keeps what others have put into the folder, and counts what is no longer made.
  private func carryOver(_ pages: [Page], old: Manifest) throws(EnvironmentFailure) -> Int {
    let made = Set(pages.map(\.path))
    let (files, _) = try output.everything()
    var removed = 0
    for file in files where file != Manifest.fileName && !made.contains(file) {
      if old.paths.contains(file) {
        removed += 1
        continue
      }
      if let folder = FileTree.parent(of: file) { try next.makeFolder(folder) }
      if !next.link(file, from: output) { throw next.failure(file) }
    }
    return removed
  }

  // MARK: Changing places

  private func exchange() throws(EnvironmentFailure) {
    if output.exists {
      if exchange_paths(next.root, output.root) == 0 { return }
      guard errno == EINVAL || errno == ENOSYS else { throw output.failure("") }
      // A file system without the exchange: two renames, and for a moment no folder.
      let old = FileTree(root: next.root + "-old")
      try old.remove()
      guard rename(output.root, old.root) == 0 else { throw output.failure("") }
      guard rename(next.root, output.root) == 0 else {
        let fault = output.failure("")
        rename(old.root, output.root)
        throw fault
      }
      try old.remove()
    } else if rename(next.root, output.root) != 0 {
      throw output.failure("")
    }
  }

  /// An absolute path without links, so that the folder itself is exchanged and not a link to it.
  private static func resolved(_ path: String) -> String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let parent = FileTree.parent(of: trimmed) ?? ""
    let name = trimmed.split(separator: "/").last.map(String.init) ?? "public"
    guard let real = realpath(parent.isEmpty ? (trimmed.hasPrefix("/") ? "/" : ".") : parent, nil) else {
      return trimmed
    }
    defer { free(real) }
    let folder = String(cString: real)
    return folder == "/" ? "/\(name)" : "\(folder)/\(name)"
  }
}
