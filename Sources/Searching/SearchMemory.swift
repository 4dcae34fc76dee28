import CMemory
import Diagnosing

/// What one build leaves to the next: the whole index, from which the files that have not changed can be written.
///
/// It changes how fast an index is built, never what is in it.
public struct SearchMemory: Sendable {
  var base = SearchBase()
  /// Whether it has changed since it was made or read, so that it should be kept.
  public private(set) var isNew = false
  /// The most documents that may differ from the memory before it is made anew.
  var patchLimit = 24

  public init() {}

  init(base: SearchBase) {
    self.base = base
  }

  /// Makes the memory hold the documents, but for what the patch tells.
  ///
  /// A few edited documents leave the memory as it is, and it is read rather than written: what they change is found
  /// anew at every build, which costs less than keeping it.
  mutating func remember(_ documents: [SearchDocument]) throws(SearchFailure) -> SearchPatch {
    let version = documents.contains { $0.language == .fi } ? try VoikkoVersion.installed() : nil
    if version == base.version, let patch = try SearchPatch(documents, base: base, limit: patchLimit) { return patch }
    base = try BaseBuilder.build(documents, from: version == base.version ? base : SearchBase(), version: version)
    isNew = true
    // What the work took is given back before the pages are made, or the two would add up.
    release_unused_memory()
    return SearchPatch()
  }
}
