import OrderedCollections

/// A theme's own files, published below one folder.
///
/// A folder whose name ends in `.css` is published as one style sheet: the files in it, joined in the order of
/// their names. So a style sheet can be written in parts, and a page still asks for one file.
struct AssetFolder: Sendable {
  let files: [(path: String, bytes: [UInt8])]
  /// From the site's root, without a slash at its end.
  let path = "/assets"

  init(_ files: [(path: String, bytes: [UInt8])]) {
    var joined: OrderedDictionary<String, [UInt8]> = [:]
    for (path, bytes) in files.sorted(by: { $0.path < $1.path }) {
      joined[AssetFolder.published(path), default: []] += bytes
    }
    self.files = joined.map { (path: $0.key, bytes: $0.value) }
  }

  /// `mallisto.css` for `mallisto.css/1-base.css`; any other path as it is.
  private static func published(_ path: String) -> String {
    guard path.hasSuffix(".css"), let end = path.firstRange(of: ".css/") else { return path }
    return String(path[..<end.lowerBound]) + ".css"
  }
}
