import Cataloguing
import Diagnosing
import Dispatch
import Previewing
import Reading
import Rendering
import Searching

/// Looks at the content again and again, and remembers between looks what has not changed.
///
/// An edited text costs its own reading and nothing else: as long as the frame of the site (settings, template,
/// vocabularies, pages, theme) and what others know of the entry are the same, all other pages are too.
actor Preview {
  private let folder: Folder
  private let base: BaseAddress
  private let language: Language
  private var memory = SearchMemory()
  private var last: Look?
  /// A terminal that is not read must not hold up the preview.
  private let terminal = DispatchQueue(label: "mallisto.terminal")

  init(folder: Folder, base: BaseAddress, language: Language) {
    self.folder = folder
    self.base = base
    self.language = language
  }

  /// What one look found, good or not.
  private struct Look {
    /// A hash of the frame's files and of the names of all files.
    var frame: UInt64
    /// A hash of what entries are judged by.
    var judging: UInt64
    /// Those that need not be read again while their stamp is the same.
    var stamps: [String: FileStamp]
    var judged: [String: JudgedEntry]
    var findings: [Diagnostic]
    /// The last good site; nil where this look found errors.
    var shown: (model: SiteModel, pages: [Page], drafts: [String])?
    var hasFreshSearch = false
  }

  /// One look, its findings printed as `check` prints them.
  func look() -> PreviewBuild {
    let folder = folder
    let readFile: @Sendable (String) -> [UInt8]? = { path in (try? folder.read(path, limit: 1 << 28)).flatMap { $0 } }
    let source: SiteSource
    let frame: UInt64
    do {
      (source, frame) = try read()
    } catch {
      let message = error.message
      terminal.async { [language] in Terminal.error("mallisto: \(message[language])\n") }
      return PreviewBuild(pages: nil, findings: [], failure: message, readFile: readFile)
    }
    let look = again(source, frame) ?? anew(source, frame)
    last = look
    let filesChecked = source.filesChecked
    terminal.async { [language] in
      Report(format: .text, language: language).print(look.findings, filesChecked: filesChecked)
    }
    return PreviewBuild(
      pages: look.shown?.pages, findings: look.findings, drafts: look.shown?.drafts ?? [], readFile: readFile)
  }

  /// The search's files for the pages of the last look; nil where they are up to date.
  func search() -> [Page]? {
    guard let model = last?.shown?.model, last?.hasFreshSearch == false else { return nil }
    last?.hasFreshSearch = true
    return try? model.searchPages(memory: &memory)
  }

  // MARK: Looking

  /// Reads the frame, and of the practices those that have changed since the last look.
  private func read() throws(EnvironmentFailure) -> (SiteSource, frame: UInt64) {
    var source = try SiteSource.frame(folder)
    let frame = source.fingerprint
    let known = last?.judging == source.content.judgingFingerprint ? last : nil
    try SiteReader.readPractices(into: &source.content, from: folder) { path, stamp in
      known?.stamps[path] == stamp && known?.judged[path] != nil
    }
    return (source, frame)
  }

  private func anew(_ source: SiteSource, _ frame: UInt64) -> Look {
    let known = last?.judged ?? [:]
    let prepared = PreparedSite(source, showsDrafts: true) { path, _ in known[path] }
    let judged = Dictionary(
      prepared.assembly.judged.map { ($0.entry.path, $0) }, uniquingKeysWith: { first, _ in first })
    var look = Look(
      frame: frame, judging: source.content.judgingFingerprint, stamps: source.content.stamps,
      judged: judged, findings: prepared.findings)
    if !prepared.findings.hasErrors, let site = prepared.assembly.site, let theme = prepared.theme {
      let model = SiteModel(site, theme: theme, base: base)
      look.shown = (model, SitePages.all(model), site.drafts)
    }
    return look
  }

  /// The last look with other texts, where nothing but texts has changed; else nil.
  private func again(_ source: SiteSource, _ frame: UInt64) -> Look? {
    guard var look = last, look.frame == frame, let shown = look.shown, source.content.practices.count < 32 else {
      return nil
    }
    var changed: [MatchedEntry] = []
    let told = Set(look.findings.map(\.file.path))
    for entry in source.content.practices {
      let path = entry.file.path
      guard let before = look.judged[path], !told.contains(path) else { return nil }
      let now = JudgedEntry(entry, schema: shown.model.site.schema)
      guard now.findings.isEmpty, EntryMemory.hash(of: now.entry.facts) == EntryMemory.hash(of: before.entry.facts)
      else { return nil }
      look.judged[path] = now
      changed.append(now.entry)
    }
    let (model, pages) = shown.model.replacing(changed)
    let fresh = Dictionary(pages.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    look.shown = (model, shown.pages.map { fresh[$0.path] ?? $0 }, shown.drafts)
    look.stamps = source.content.stamps
    if !changed.isEmpty { look.hasFreshSearch = false }
    return look
  }
}
