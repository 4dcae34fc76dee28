import Diagnosing
import Publishing
import Reading

/// The folder `.mallisto/` of a site, where builds leave what makes the next ones quick.
///
/// It may be deleted at any time; what is damaged, or was left by another program, is passed over.
struct SiteCache: Sendable {
  /// The folder's path; nil where nothing is to be read from it or written to it.
  let path: String?

  init(_ site: Folder, isUsed: Bool) {
    path = isUsed ? site.root + "/.mallisto" : nil
  }

  func bytes(_ name: String) -> KeptBytes? {
    path.flatMap { KeptBytes(ofFile: "\($0)/\(name)") }
  }

  /// A build without a cache is a good build: what cannot be written is not missed.
  func write(_ bytes: [UInt8], as name: String) {
    if let path { try? AtomicFile.write(bytes, to: "\(path)/\(name)") }
  }

  /// Takes away what killed builds had begun to write.
  func clear() {
    if let path { AtomicFile.clear(path) }
  }
}
