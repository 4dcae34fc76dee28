import Diagnosing
import Publishing
import Reading
import Searching

/// Keeps what the search learned of words between builds, in `.mallisto/` of the site.
///
/// It may be deleted at any time; a file that is damaged or of another version is passed over.
struct SearchCache {
  let folder: Folder
  let isUsed: Bool

  private var path: String { folder.root + "/.mallisto/search" }

  func load() -> SearchMemory {
    guard isUsed, let file = KeptFile(path) else { return SearchMemory() }
    return SearchMemory(file.bytes, keptBy: file) ?? SearchMemory()
  }

  /// Writes the memory when it is not the one that was loaded.
  func save(_ memory: SearchMemory) throws(EnvironmentFailure) {
    guard isUsed, memory.isNew else { return }
    try memory.withPieces { pieces throws(EnvironmentFailure) in try KeptFile.write(pieces, to: path) }
  }
}
