import Diagnosing
import Reading

extension SiteSource {
  /// Of everything but the practices: settings, template, vocabularies, pages, theme, and the names of all files.
  var fingerprint: UInt64 {
    var fingerprint = Fingerprint(seed: content.judgingFingerprint)
    for page in content.pages { fingerprint.add(page.file) }
    for file in content.files.sorted() { fingerprint.add(file) }
    for link in content.symbolicLinks + theme.symbolicLinks { fingerprint.add(link) }
    for (path, size) in content.images.sorted(by: { $0.key < $1.key }) {
      fingerprint.add(path)
      fingerprint.add(size.width)
      fingerprint.add(size.height)
    }
    fingerprint.add(theme.name)
    for file in theme.templates + theme.labels + (theme.map.map { [$0] } ?? []) { fingerprint.add(file) }
    for (path, bytes) in theme.assets {
      fingerprint.add(path)
      fingerprint.add(bytes)
    }
    return fingerprint.value
  }
}

extension SiteSources {
  /// Of what entries are read and judged by: the program, the settings, the template and the vocabularies.
  var judgingFingerprint: UInt64 {
    var fingerprint = Fingerprint(seed: Program.fingerprint)
    for file in [configuration, template] {
      if let file { fingerprint.add(file) } else { fingerprint.add("") }
    }
    for file in vocabularies { fingerprint.add(file) }
    return fingerprint.value
  }
}

extension Fingerprint {
  fileprivate mutating func add(_ file: SourceFile) {
    add(file.path)
    add(file.bytes)
  }
}
