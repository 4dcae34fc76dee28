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
  private let memory: EntryMemory
  private let watch: TextWatch

  init(_ folder: Folder, cache: SiteCache, timings: inout Timings) throws(EnvironmentFailure) {
    self.folder = folder
    self.cache = cache
    var source = try SiteSource.frame(folder)
    timings.mark("settings and theme")
    let key = source.content.judgingFingerprint
    let memory = cache.read(SiteBuild.name).map { EntryMemory(key: key, bytes: $0) } ?? EntryMemory(key: key)
    try SiteReader.readPractices(into: &source.content, from: folder) { memory[$0]?.stamp == $1 }
    let read = source.content.practices
    timings.mark("reading", files: read.count, bytes: read.reduce(0) { $0 + $1.file.bytes.count })
    let watch = TextWatch()
    prepared = PreparedSite(source) { path, schema in
      memory[path].map { known in
        let entry = MatchedEntry(known.facts) { watch.read(path, in: folder, expecting: known.content, schema) }
        return JudgedEntry(entry, findings: [])
      }
    }
    timings.mark("checking", files: source.filesChecked)
    self.source = source
    self.key = key
    self.memory = memory
    self.watch = watch
  }

  private static let name = "entries"

  /// Whether a text was changed while the build was at work, so that it has to be done again.
  var isOvertaken: Bool { watch.hasSeenChange }

  /// The site's model, and the memory for the next build.
  func model(_ site: MatchedSite, _ theme: Theme, base: BaseAddress, hasSearch: Bool) -> (SiteModel, EntryMemory) {
    // Without a cache there is nothing to remember.
    guard cache.path != nil else { return (SiteModel(site, theme: theme, base: base, hasSearch: hasSearch), memory) }
    let (known, judged, stamps) = (memory, prepared.assembly.judged, source.content.stamps)
    let ((digests, memory), model) = Parallel.both {
      known.renewed(with: judged, stamps: stamps)
    } and: {
      SiteModel(site, theme: theme, base: base, hasSearch: hasSearch)
    }
    return (model.remembering(inputs(of: digests, base: base, hasSearch: hasSearch)), memory)
  }

  private func inputs(of digests: [EntryDigest], base: BaseAddress, hasSearch: Bool) -> PageInputs {
    var whole = Fingerprint(seed: key)
    whole.add(base.text)
    whole.add(hasSearch ? 1 : 0)
    whole.add(source.fingerprint)
    var texts: [String: UInt64] = [:]
    texts.reserveCapacity(digests.count)
    for (item, digest) in zip(prepared.assembly.judged, digests) {
      whole.add(digest.facts)
      var text = Fingerprint(seed: key)
      text.add(digest.content)
      texts[item.entry.path] = text.value
    }
    return PageInputs(site: whole.value, texts: texts)
  }

  /// What ``save(_:)`` writes; nil without a cache.
  func packed(_ memory: EntryMemory) -> [UInt8]? { cache.path == nil ? nil : memory.bytes }

  func save(_ packed: [UInt8]?) {
    if let packed { cache.write(packed, as: SiteBuild.name) }
  }
}

/// Reads texts that are known from the cache, and notices when one is not what it was.
private final class TextWatch: Sendable {
  private let change = Atomic(false)

  var hasSeenChange: Bool { change.load(ordering: .relaxed) }

  func read(_ path: String, in folder: Folder, expecting content: UInt64, _ schema: Schema) -> EntryText {
    let bytes = (try? folder.read(path)).flatMap { $0 } ?? []
    var fingerprint = Fingerprint()
    fingerprint.add(bytes)
    if fingerprint.value != content { change.store(true, ordering: .relaxed) }
    return EntryMatcher.match(Entry.read(SourceFile(path: path, bytes: bytes)), schema: schema).text
  }
}
