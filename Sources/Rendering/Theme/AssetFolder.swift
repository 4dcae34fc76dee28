import OrderedCollections
import Reading

/// A theme's own files, published below one folder.
///
/// A folder whose name ends in `.css` or `.js` is published as one style sheet or script: the files in it, joined in the
/// order of their names. So it can be written in parts, and a page still asks for one file. A script that is written in
/// parts exports what the last of them exports: the others do it for one another. Scripts are published as
/// ``publishedScript(_:joined:)``, ``withoutIdleBlanks(_:)`` and ``withShortNames(_:)`` tell.
///
/// The folder is named by a fingerprint of all that is in it, so that an address always means the same bytes and a browser
/// may keep what it has fetched. Files name one another relative to themselves, so nothing in them has to be rewritten.
struct AssetFolder: Sendable {
  let files: [(path: String, bytes: [UInt8])]
  /// From the site's root, without a slash at its end: `/assets/5f0d2c9a417be386`.
  let path: String

  /// Where the folders of all versions of a theme stand.
  static let root = "/assets/"

  /// A folder that was made before.
  init(files: [(path: String, bytes: [UInt8])], path: String) {
    self.files = files
    self.path = path
  }

  init(_ files: [(path: String, bytes: [UInt8])]) {
    let files = files.sorted { $0.path < $1.path }
    let names = Set(files.compactMap { $0.path.split(separator: "/").last })
    let lasts = Set(Dictionary(grouping: files, by: { AssetFolder.published($0.path) }).values.compactMap(\.last?.path))
    var joined: OrderedDictionary<String, [UInt8]> = [:]
    for (path, bytes) in files {
      let whole = AssetFolder.published(path)
      let isPart = whole != path
      joined[whole, default: []] +=
        whole.hasSuffix(".js")
        ? publishedScript(bytes, joined: isPart ? names : [], isExporting: lasts.contains(path)) : bytes
    }
    self.files = joined.map { path, bytes in
      guard path.hasSuffix(".js") else { return (path, bytes) }
      return (path, script(bytes) { withoutIdleBlanks(withJoinedDeclarations(withShortNames($0))) })
    }
    var fingerprint = Fingerprint()
    for (path, bytes) in self.files {
      fingerprint.add(path)
      fingerprint.add(bytes)
    }
    let name = String(fingerprint.value, radix: 16)
    path = AssetFolder.root + String(repeating: "0", count: 16 - name.count) + name
  }

  /// `mallisto.css` for `mallisto.css/1-base.css`; any other path as it is.
  private static func published(_ path: String) -> String {
    for suffix in [".css", ".js"] where path.hasSuffix(suffix) {
      if let end = path.firstRange(of: suffix + "/") { return String(path[..<end.lowerBound]) + suffix }
    }
    return path
  }
}
