import Diagnosing
import Glibc
import Publishing
import Reading
import Searching

/// Keeps what the search learned of words between builds, in `.mallisto/` of the site.
///
/// It may be deleted at any time; a file that is damaged or of another version is passed over.
struct SearchCache {
  let folder: Folder
  let isUsed: Bool

  private static let path = ".mallisto/search"

  func load() -> SearchMemory {
    guard isUsed, let found = try? folder.read(SearchCache.path, limit: 1 << 30) else { return SearchMemory() }
    return SearchMemory(bytes: found) ?? SearchMemory()
  }

  func save(_ memory: SearchMemory) throws(EnvironmentFailure) {
    if isUsed { try AtomicFile.write(memory.bytes, to: "\(folder.root)/\(SearchCache.path)") }
  }
}
