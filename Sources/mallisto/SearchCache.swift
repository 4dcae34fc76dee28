import Diagnosing
import Publishing
import Reading
import Searching

/// What the search learned of words, as a file of the site's cache: a number that tells which program learned it, for another
/// one may read words otherwise, and then the memory itself.
struct SearchCache {
  private let path: String?

  init(_ cache: SiteCache) {
    path = cache.path.map { $0 + "/search" }
  }

  func load() -> SearchMemory {
    let length = MemoryLayout<UInt64>.size
    guard let path, let file = KeptBytes(ofFile: path), file.bytes.count >= length,
      file.bytes.loadUnaligned(as: UInt64.self) == Program.fingerprint
    else { return SearchMemory() }
    return SearchMemory(UnsafeRawBufferPointer(rebasing: file.bytes[length...]), keptBy: file) ?? SearchMemory()
  }

  /// Writes the memory when it is not the one that was loaded; what cannot be written is not missed.
  func save(_ memory: SearchMemory) {
    guard let path, memory.isNew else { return }
    let program = [Program.fingerprint]
    program.withUnsafeBytes { program in
      try? memory.withPieces { pieces throws(EnvironmentFailure) in try AtomicFile.write([program] + pieces, to: path) }
    }
  }
}
