import Diagnosing
import Reading

/// What the rules about the whole site found, as one build leaves it to the next.
///
/// Whether a rule finds anything is told by what others know of the entries (``EntryFacts``) and by everything that is no
/// entry; only where in a text it is depends on that text. So it holds while the facts are the same, and the texts in
/// which something was found.
public struct SiteFindings: Sendable {
  private let frame: UInt64
  private let kept: KeptBytes?

  private static let mark = "mallisto site findings 1"

  /// - Parameters:
  ///   - kept: what ``bytes(of:_:)`` gave; passed over where it is of another site, or damaged.
  ///   - frame: a hash of everything but the entries: of the program and of all files that it reads.
  public init(_ kept: KeptBytes?, frame: UInt64) {
    self.kept = kept
    self.frame = frame
  }

  /// What was found before; nil where it is not known or may be another now.
  func findings(in site: MatchedSite, _ judged: [JudgedEntry]) -> [Diagnostic]? {
    guard let kept, var unpacker = Unpacker(sealed: kept, as: SiteFindings.mark) else { return nil }
    let facts = judged.map { $0.known?.factsHash ?? EntryMemory.hash(of: $0.entry.facts) }
    guard unpacker.number(UInt64.self) == key(site, facts), let count = unpacker.count() else { return nil }
    var files: [String: SourceFile] = [:]
    var findings: [Diagnostic] = []
    for _ in 0..<count {
      guard let path = unpacker.text(), let hash = unpacker.number(UInt64.self) else { return nil }
      let file = files[path] ?? SiteFindings.file(path, in: site)
      files[path] = file
      guard SiteFindings.hash(of: file) == hash, let finding = unpacker.finding(in: file) else { return nil }
      findings.append(finding)
    }
    return unpacker.isAtEnd ? findings : nil
  }

  /// What the next build is to know.
  ///
  /// - Parameter digests: of the judged entries, in their order.
  public func bytes(of assembly: SiteAssembly, _ digests: [EntryDigest]) -> [UInt8]? {
    guard let site = assembly.site else { return nil }
    var packer = Packer(sealedAs: SiteFindings.mark)
    packer.pack(key(site, digests.map(\.facts)))
    packer.pack(small: assembly.siteFindings.count)
    for finding in assembly.siteFindings {
      packer.pack(finding.file.path)
      packer.pack(SiteFindings.hash(of: finding.file))
      packer.pack(finding)
    }
    return packer.sealed()
  }

  private func key(_ site: MatchedSite, _ facts: [UInt64]) -> UInt64 {
    var fingerprint = Fingerprint(seed: frame)
    for files in [site.unreadablePictures, site.activePictures, site.oversizedFiles] {
      fingerprint.add(files.count)
      for file in files.sorted() { fingerprint.add(file) }
    }
    for hash in facts { fingerprint.add(hash) }
    return fingerprint.value
  }

  /// A text of the site; a file of another kind is told of without its bytes.
  private static func file(_ path: String, in site: MatchedSite) -> SourceFile {
    // They are in the order of their paths.
    var (low, high) = (0, site.entries.count)
    while low < high {
      let middle = (low + high) / 2
      if site.entries[middle].path.precedesInBytes(path) { low = middle + 1 } else { high = middle }
    }
    if low < site.entries.count, site.entries[low].path == path { return site.entries[low].file }
    return site.pages.first { $0.matched.path == path }?.entry.file ?? SourceFile(path: path, bytes: [])
  }

  private static func hash(of file: SourceFile) -> UInt64 {
    var fingerprint = Fingerprint()
    fingerprint.add(file.bytes)
    return fingerprint.value
  }
}

extension Packer {
  fileprivate mutating func pack(_ text: Localized) {
    for text in text.all { pack(text) }
  }

  fileprivate mutating func pack(_ range: Range<Int>) {
    pack(small: range.lowerBound)
    pack(small: range.count)
  }

  fileprivate mutating func pack(_ finding: Diagnostic) {
    pack(finding.rule)
    pack(finding.severity.rawValue)
    pack(finding.range)
    pack(finding.message)
    pack(small: finding.notes.count)
    for note in finding.notes { pack(note) }
    pack(small: finding.fix == nil ? 0 : 1)
    if let fix = finding.fix {
      pack(fix.range)
      pack(fix.replacement)
      pack(small: fix.isSafe ? 1 : 0)
    }
  }
}

extension Unpacker {
  fileprivate mutating func finding(in file: SourceFile) -> Diagnostic? {
    guard let rule = text(), let severity = text().flatMap(Severity.init(rawValue:)), let range = range(),
      let message = localized(), let count = count()
    else { return nil }
    var notes: [Localized] = []
    for _ in 0..<count {
      guard let note = localized() else { return nil }
      notes.append(note)
    }
    guard let hasFix = small() else { return nil }
    var fix: Fix?
    if hasFix == 1 {
      guard let range = self.range(), let replacement = text(), let isSafe = small() else { return nil }
      fix = Fix(replacing: range, with: replacement, isSafe: isSafe == 1)
    }
    return Diagnostic(rule: rule, severity, in: file, at: range, message, notes: notes, fix: fix)
  }

  private mutating func localized() -> Localized? {
    guard let fi = text(), let sv = text(), let en = text() else { return nil }
    return Localized(fi: fi, sv: sv, en: en)
  }

  private mutating func range() -> Range<Int>? {
    guard let start = small(), let count = small(), start >= 0, count >= 0 else { return nil }
    return start..<(start + count)
  }
}
