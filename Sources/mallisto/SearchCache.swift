import Diagnosing
import Publishing
import Reading
import Searching

/// What the search learned of words, as a file of the site's cache.
struct SearchCache {
  private let path: String?

  init(_ cache: SiteCache) {
    path = cache.path.map { $0 + "/search" }
  }

  func load() -> SearchMemory {
    guard let path, let file = KeptBytes(ofFile: path) else { return SearchMemory() }
    return SearchMemory(file.bytes, keptBy: file) ?? SearchMemory()
  }

  /// Writes the memory when it is not the one that was loaded; what cannot be written is not missed.
  func save(_ memory: SearchMemory) {
    guard let path, memory.isNew else { return }
    try? memory.withPieces { pieces throws(EnvironmentFailure) in try AtomicFile.write(pieces, to: path) }
  }
}
