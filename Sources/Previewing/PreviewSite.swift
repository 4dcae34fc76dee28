import Diagnosing
import Glibc
import Rendering

/// What one look at the content gave: pages to show, findings to tell, or both.
public struct PreviewBuild: Sendable {
  /// Nil when the content has errors: then the last good pages stay.
  public let pages: [Page]?
  public let findings: [Diagnostic]
  /// Addresses of the practices that are shown here but not published.
  public let drafts: [String]
  /// Why the content could not be looked at, where that is so.
  public let failure: Localized?
  /// Bytes of files that pages copy, by their path below the site.
  public let readFile: @Sendable (String) -> [UInt8]?

  public init(
    pages: [Page]?, findings: [Diagnostic], drafts: [String] = [], failure: Localized? = nil,
    readFile: @escaping @Sendable (String) -> [UInt8]?
  ) {
    self.pages = pages
    self.findings = findings
    self.drafts = drafts
    self.failure = failure
    self.readFile = readFile
  }
}

/// The preview's memory: the last good pages, the latest findings, and who waits for news.
///
/// Pages are made when a browser asks for them, so an edit costs the check and one page, however large
/// the site is.
actor PreviewSite {
  /// What there is to tell.
  struct State: Sendable {
    /// Another number for every look at the content, and for every server.
    var version: Int
    var findings: [Diagnostic] = []
    var drafts: [String] = []
    var failure: Localized?
  }

  private(set) var state: State
  private let first: Int
  private var pages: [String: Page] = [:]
  /// The folder of the theme's files as it is called now: `assets/5f0d2c9a417be386/`.
  private var assets: Substring?
  /// The folder whose pages come later than the others.
  private var later: String?
  private var readFile: @Sendable (String) -> [UInt8]? = { _ in nil }
  private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
  private var nextWaiter = 0

  init() {
    // A page that an earlier server left open sees that this is another.
    first = Int(getpid()) * 1_000_000
    state = State(version: first)
  }

  func update(_ build: PreviewBuild) {
    if let fresh = build.pages {
      // What comes later by `replace` stays until then.
      let kept = later.map { folder in pages.filter { $0.key.hasPrefix(folder) } } ?? [:]
      pages = Dictionary(fresh.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
      pages.merge(kept) { fresh, _ in fresh }
      assets = pages.keys.lazy.compactMap { PreviewSite.assetFolder(of: $0) }.min()
      readFile = build.readFile
      state.drafts = build.drafts
    }
    state.findings = build.findings
    state.failure = build.failure
    state.version += 1
    let all = waiting
    waiting = [:]
    for continuation in all.values { continuation.resume() }
  }

  /// Puts pages in the place of those in the same folder without telling anybody.
  func replace(_ fresh: [Page], below folder: String) {
    pages = pages.filter { !$0.key.hasPrefix(folder) }
    later = folder
    for page in fresh { pages[page.path] = page }
  }

  /// A page's bytes, or nil where there is none of that name, and the version they are of.
  func page(_ name: String) async -> (bytes: [UInt8]?, version: Int) {
    // Who asks before the first look waits for it.
    if state.version == first { await wait(after: first, seconds: 10) }
    return (bytes(of: name), state.version)
  }

  private func bytes(of name: String) -> [UInt8]? {
    guard let page = pages[name] ?? successor(of: name) else { return nil }
    switch page.content {
    case .bytes(let render): return render()
    case .copy(let source): return readFile(source).map(PublishedFile.bytes)
    }
  }

  /// Today's file of the theme for a name in a folder of former days.
  ///
  /// The folder's name is a hash of what is in it, so a page that a browser opened before the theme changed asks
  /// for files where there are none any more, until it is loaded again.
  private func successor(of name: String) -> Page? {
    guard let assets, let former = PreviewSite.assetFolder(of: name) else { return nil }
    return pages["\(assets)\(name.dropFirst(former.count))"]
  }

  /// `assets/5f0d2c9a417be386/` of `assets/5f0d2c9a417be386/icon.svg`.
  private static func assetFolder(of name: String) -> Substring? {
    guard name.hasPrefix("assets/"), let end = name.dropFirst("assets/".count).firstIndex(of: "/") else { return nil }
    return name[...end]
  }

  /// Returns when the version is another than one that was seen, or when the time is up.
  func wait(after seen: Int, seconds: Double) async {
    if state.version != seen { return }
    let ticket = nextWaiter
    nextWaiter += 1
    let alarm = Task {
      try? await Task.sleep(for: .seconds(seconds))
      self.release(ticket)
    }
    await withCheckedContinuation { waiting[ticket] = $0 }
    alarm.cancel()
  }

  private func release(_ ticket: Int) {
    waiting.removeValue(forKey: ticket)?.resume()
  }
}
