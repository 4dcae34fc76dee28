import Cataloguing
import Diagnosing
import Publishing
import Reading
import Rendering
import Searching
import Synchronization

/// One build of a site from its folder to its pages, with what the cache knows of unchanged entries.
struct SiteBuild {
  let folder: Folder
  let cache: SiteCache
  let source: SiteSource
  let prepared: PreparedSite
  /// Of the frame: everything that entries are read and judged by.
  private let key: UInt64
  /// Of everything but the practices.
  private let frameHash: UInt64
  private let findings: SiteFindings
  private let memory: EntryMemory
  private let watch: TextWatch

  /// - Parameter looked: `content/` where it was looked through before.
  init(
    _ folder: Folder, cache: SiteCache, looked: StampedListing?, timings: inout Timings
  ) throws(EnvironmentFailure) {
    self.folder = folder
    self.cache = cache
    let (frame, known) = Parallel.both {
      Result { () throws(EnvironmentFailure) in try SiteSource.frame(folder, looked: looked) }
    } and: {
      cache.bytes(SiteBuild.name).flatMap { EntryMemory($0, newer: cache.bytes(SiteBuild.newerName)) }
    }
    var source = try frame.get()
    timings.mark("settings and theme")
    let key = source.content.judgingFingerprint
    let memory = known?.key == key ? known ?? EntryMemory(key: key) : EntryMemory(key: key)
    let frameHash = cache.path == nil ? 0 : source.fingerprint
    // No practice is read before it can be judged: so its file's bytes and its keys are soon let go.
    SiteReader.leavePractices(of: &source.content, in: folder, areStamped: cache.path != nil)
    let stamps = source.content.stamps
    timings.mark("reading", files: source.content.unread.count)
    let watch = TextWatch()
    let assets = cache.path.map { _ in
      AssetMemory(source.theme, kept: cache.bytes(SiteBuild.assetsName), program: Program.fingerprint)
    }
    let findings = SiteFindings(cache.bytes(SiteBuild.findingsName), frame: frameHash)
    let whole = PreparedSite(source, assets: assets, memory: cache.path == nil ? nil : findings) { path, schema in
      guard let known = memory[path], known.stamp == stamps[path] else {
        return watch.judge(path, in: folder, schema)
      }
      return JudgedEntry(known) { watch.read(path, in: folder, expecting: known.content, schema) }
    }
    if let failure = watch.failure { throw failure }
    if whole.assembly.site == nil {
      // Without a template nothing is judged, but what cannot be read at all is told all the same.
      try SiteReader.readPractices(into: &source.content, from: folder) { _, _ in false }
      prepared = PreparedSite(source)
    } else {
      prepared = whole
    }
    if let kept = prepared.theme.flatMap({ assets?.bytes(of: $0) }) { cache.write(kept, as: SiteBuild.assetsName) }
    timings.mark("checking", files: watch.filesRead, bytes: watch.bytesRead)
    self.source = source
    self.key = key
    self.frameHash = frameHash
    self.findings = findings
    self.memory = memory
    self.watch = watch
  }

  private static let name = "entries"
  private static let newerName = "entries-newer"
  private static let assetsName = "assets"
  private static let findingsName = "findings"

  /// Whether a text was changed while the build was at work, so that it has to be done again.
  var isOvertaken: Bool { watch.hasSeenChange }

  /// The site's model.
  ///
  /// What the next build is to know of the entries is written on the way, whether or not this one will publish: it is true
  /// of the files as they were read. Later it would be held while the search is made, when memory is short.
  func model(_ site: MatchedSite, _ theme: Theme, base: BaseAddress, hasSearch: Bool) -> SiteModel {
    // Without a cache there is nothing to remember.
    guard cache.path != nil else { return SiteModel(site, theme: theme, base: base, hasSearch: hasSearch) }
    let (digests, model) = Parallel.both {
      let (digests, memory) = memory.renewed(with: prepared.assembly.judged, stamps: source.content.stamps)
      save(memory)
      if let kept = findings.bytes(of: prepared.assembly, digests) { cache.write(kept, as: SiteBuild.findingsName) }
      return digests
    } and: {
      SiteModel(site, theme: theme, base: base, hasSearch: hasSearch)
    }
    return model.remembering(inputs(of: digests, base: base, hasSearch: hasSearch))
  }

  private func inputs(of digests: [EntryDigest], base: BaseAddress, hasSearch: Bool) -> PageInputs {
    var whole = Fingerprint(seed: key)
    whole.add(base.text)
    whole.add(hasSearch ? 1 : 0)
    whole.add(frameHash)
    var texts: [String: UInt64] = [:]
    texts.reserveCapacity(digests.count)
    for (item, digest) in zip(prepared.assembly.judged, digests) {
      whole.add(digest.facts)
      var text = Fingerprint(seed: key)
      text.add(digest.content)
      texts[item.entry.path] = text.value
    }
    return PageInputs(site: whole.value, maker: key, texts: texts)
  }

  private func save(_ memory: EntryMemory) {
    if let newer = memory.newerBytes {
      cache.write(newer, as: SiteBuild.newerName)
    } else {
      cache.write(memory.bytes, as: SiteBuild.name)
    }
  }
}

/// Reads texts when they are asked for, and notices when one is not what it was.
private final class TextWatch: Sendable {
  private let change = Atomic(false)
  private let files = Atomic(0)
  private let bytes = Atomic(0)
  private let fault = Mutex<EnvironmentFailure?>(nil)

  var hasSeenChange: Bool { change.load(ordering: .relaxed) }
  var filesRead: Int { files.load(ordering: .relaxed) }
  var bytesRead: Int { bytes.load(ordering: .relaxed) }
  /// Why a text could not be read.
  var failure: EnvironmentFailure? { fault.withLock { $0 } }

  /// Reads and judges a text that is not known; nil where it is gone or cannot be read.
  func judge(_ path: String, in folder: Folder, _ schema: Schema) -> JudgedEntry? {
    do throws(EnvironmentFailure) {
      guard let bytes = try folder.read(path) else { return nil }
      files.add(1, ordering: .relaxed)
      self.bytes.add(bytes.count, ordering: .relaxed)
      return JudgedEntry(Entry.read(SourceFile(path: path, bytes: bytes)), schema: schema) {
        self.file(path, in: folder, expecting: $0)
      }
    } catch {
      fault.withLock { $0 = $0 ?? error }
      return nil
    }
  }

  /// A text that is known from the cache, read and held against the template again.
  func read(_ path: String, in folder: Folder, expecting content: UInt64, _ schema: Schema) -> EntryText {
    EntryMatcher.match(Entry.read(file(path, in: folder, expecting: content)), schema: schema).text
  }

  /// A file that was read before, which is to have bytes of this hash.
  private func file(_ path: String, in folder: Folder, expecting content: UInt64) -> SourceFile {
    let bytes = (try? folder.read(path)).flatMap { $0 } ?? []
    var fingerprint = Fingerprint()
    fingerprint.add(bytes)
    if fingerprint.value != content { change.store(true, ordering: .relaxed) }
    return SourceFile(path: path, bytes: bytes)
  }
}
