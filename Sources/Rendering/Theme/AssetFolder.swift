import OrderedCollections

/// A theme's own files, published below one folder.
///
/// A folder whose name ends in `.css` or `.js` is published as one style sheet or script: the files in it, joined in the
/// order of their names. So it can be written in parts, and a page still asks for one file. Scripts are published as
/// ``publishedScript(_:joined:)`` tells.
struct AssetFolder: Sendable {
  let files: [(path: String, bytes: [UInt8])]
  /// From the site's root, without a slash at its end.
  let path = "/assets"

  init(_ files: [(path: String, bytes: [UInt8])]) {
    let files = files.sorted { $0.path < $1.path }
    let names = Set(files.compactMap { $0.path.split(separator: "/").last })
    var joined: OrderedDictionary<String, [UInt8]> = [:]
    for (path, bytes) in files {
      let whole = AssetFolder.published(path)
      let isPart = whole != path
      joined[whole, default: []] += whole.hasSuffix(".js") ? publishedScript(bytes, joined: isPart ? names : []) : bytes
    }
    self.files = joined.map { (path: $0.key, bytes: $0.value) }
  }

  /// `mallisto.css` for `mallisto.css/1-base.css`; any other path as it is.
  private static func published(_ path: String) -> String {
    for suffix in [".css", ".js"] where path.hasSuffix(suffix) {
      if let end = path.firstRange(of: suffix + "/") { return String(path[..<end.lowerBound]) + suffix }
    }
    return path
  }
}
