import Diagnosing
import Rendering

/// What one look at the content gave: pages to show, findings to tell, or both.
public struct PreviewBuild: Sendable {
  /// Nil when the content has errors: then the last good pages stay.
  public let pages: [Page]?
  public let findings: [Diagnostic]
  /// Bytes of files that pages copy, by their path below the site.
  public let readFile: @Sendable (String) -> [UInt8]?

  public init(pages: [Page]?, findings: [Diagnostic], readFile: @escaping @Sendable (String) -> [UInt8]?) {
    self.pages = pages
    self.findings = findings
    self.readFile = readFile
  }
}

/// The preview's memory: the last good pages, the latest findings, and who waits for news.
///
/// Pages are made when a browser asks for them, so an edit costs the check and one page, however large
/// the site is.
actor PreviewSite {
  private var pages: [String: Page] = [:]
  private var findings: [Diagnostic] = []
  private var readFile: @Sendable (String) -> [UInt8]? = { _ in nil }
  /// Grows with every look at the content.
  private(set) var version = 0
  private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
  private var nextWaiter = 0

  func update(_ build: PreviewBuild) {
    if let fresh = build.pages {
      pages = Dictionary(fresh.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
      readFile = build.readFile
    }
    findings = build.findings
    version += 1
    let all = waiting
    waiting = [:]
    for continuation in all.values { continuation.resume() }
  }

  /// A page's bytes, or nil where there is none of that name.
  func bytes(of name: String) -> [UInt8]? {
    guard let page = pages[name] else { return nil }
    switch page.content {
    case .bytes(let render): return render()
    case .copy(let source): return readFile(source)
    }
  }

  func state() -> (version: Int, findings: [Diagnostic]) { (version, findings) }

  /// Returns when there is something newer than a version, or when the time is up.
  func wait(after seen: Int, seconds: Double) async {
    if version > seen { return }
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
