import Diagnosing
import Publishing
import Reading

/// Writes new entries under `content/practices/`, never over another file.
struct NewEntryFiles {
  private let folder: Folder
  /// File names without `.md` in any folder, in lower case: where letters' case makes no difference, they clash.
  private var taken: Set<String>

  init(in folder: Folder, besides sources: SiteSources) {
    self.folder = folder
    taken = Set(
      sources.files.union(sources.symbolicLinks)
        .filter { $0.hasPrefix("content/practices/") }
        .compactMap { $0.split(separator: "/").last?.lowercased() }
        .filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) })
  }

  /// Writes an entry under its slug, or with `-2`, `-3` … after it where the name is taken; its path.
  mutating func write(_ text: String, slug: String) throws(EnvironmentFailure) -> String {
    var name = slug
    var number = 2
    while true {
      if taken.insert(name).inserted {
        let path = "content/practices/\(name).md"
        if try AtomicFile.create(Array(text.utf8), at: "\(folder.root)/\(path)") { return path }
      }
      name = "\(slug)-\(number)"
      number += 1
    }
  }
}
