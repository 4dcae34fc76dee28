import Diagnosing

/// The files of one theme, as they were read from `themes/NAME/`.
public struct ThemeSources: Sendable {
  public let name: String
  /// `templates/**/*.mustache`, in the order of their paths.
  public var templates: [SourceFile] = []
  /// `labels/LANGUAGE.yaml`.
  public var labels: [SourceFile] = []
  /// `map/wellbeing-areas.json`; nil where there is none.
  public var map: SourceFile?
  /// Paths below `assets/` with their bytes.
  public var assets: [(path: String, bytes: [UInt8])] = []
  public var symbolicLinks: [String] = []

  /// The theme's folder, relative to the site.
  public var folder: String { "themes/\(name)" }

  public init(name: String) {
    self.name = name
  }
}

/// Reads a theme's folder.
public enum ThemeReader {
  /// How large an asset may be.
  static let assetLimit = 16 << 20

  public static func read(_ name: String, in folder: Folder) throws(EnvironmentFailure) -> ThemeSources {
    var sources = ThemeSources(name: name)
    // All of `themes/` is listed, so that a theme that is itself a link is found and not followed.
    let listing = try folder.list("themes")
    sources.symbolicLinks = listing.symbolicLinks
    for path in listing.files where path.hasPrefix(sources.folder + "/") {
      let parts = path.split(separator: "/").map(String.init)
      guard parts.count > 3 else { continue }
      switch parts[2] {
      case "templates" where path.hasSuffix(".mustache"):
        if let bytes = try folder.read(path) { sources.templates.append(SourceFile(path: path, bytes: bytes)) }
      case "labels" where path.hasSuffix(".yaml"):
        if let bytes = try folder.read(path) { sources.labels.append(SourceFile(path: path, bytes: bytes)) }
      case "map" where path.hasSuffix("wellbeing-areas.json"):
        sources.map = try folder.read(path).map { SourceFile(path: path, bytes: $0) }
      case "assets":
        if let bytes = try folder.read(path, limit: assetLimit) {
          sources.assets.append((parts[3...].joined(separator: "/"), bytes))
        }
      default: break
      }
    }
    return sources
  }
}
