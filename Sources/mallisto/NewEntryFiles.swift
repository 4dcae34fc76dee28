import Diagnosing
import Glibc
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
        if try create(path, Array(text.utf8)) { return path }
      }
      name = "\(slug)-\(number)"
      number += 1
    }
  }

  /// Writes a file unless there is something of its name.
  private func create(_ path: String, _ bytes: [UInt8]) throws(EnvironmentFailure) -> Bool {
    let whole = "\(folder.root)/\(path)"
    mkdir("\(folder.root)/content/practices", 0o755)
    let descriptor = open(whole, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      if errno == EEXIST { return false }
      throw NewEntryFiles.failure(path, errno)
    }
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        let code = errno
        close(descriptor)
        unlink(whole)
        throw NewEntryFiles.failure(path, code)
      }
      rest = rest.dropFirst(written)
    }
    close(descriptor)
    return true
  }

  private static func failure(_ path: String, _ code: Int32) -> EnvironmentFailure {
    let reason = String(cString: strerror(code))
    return EnvironmentFailure(
      Localized(
        fi: "Tiedostoa \(path) ei voi kirjoittaa: \(reason)", sv: "Det går inte att skriva \(path): \(reason)",
        en: "Cannot write \(path): \(reason)"))
  }
}
