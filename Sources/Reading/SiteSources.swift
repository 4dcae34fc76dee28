import Diagnosing

/// Everything that a site is made of, as it was read from its folder.
public struct SiteSources: Sendable {
  /// `content/site.yaml` and `content/template.yaml`; nil where there is none.
  public var configuration: SourceFile?
  public var template: SourceFile?
  /// `content/vocabularies/*.yaml`, in the order of their paths.
  public var vocabularies: [SourceFile] = []
  /// `content/practices/**/*.md` and `content/pages/*.md`, in the order of their paths.
  public var practices: [Entry] = []
  /// Paths of practices that were not read, since whoever asked knows them already.
  public var unread: [String] = []
  /// The stamps of practices as they were before they were read, by their paths. One that was changed in the very
  /// moment before has none here: the next change could leave the same.
  public var stamps: [String: FileStamp] = [:]
  public var pages: [Entry] = []
  /// Paths of all files below `content/`.
  public var files: Set<String> = []
  /// Paths of all practices, in order; with their stamps where the folder was looked through before.
  var practicePaths: [String] = []
  var stampedPractices: [StampedListing.File]?
  /// The sizes of the pictures below `content/`, by their paths.
  public var images: [String: ImageSize] = [:]
  /// Paths of pictures whose kind or size cannot be told.
  public var unreadablePictures: Set<String> = []
  /// Paths of SVG pictures that run or fetch something.
  public var activePictures: Set<String> = []
  /// Paths of pictures and attachments above the limit of their size.
  public var oversizedFiles: Set<String> = []
  /// Paths of symbolic links below `content/` and the theme, none of which is followed.
  public var symbolicLinks: [String] = []

  public init() {}
}

/// Reads a site's `content/`.
public enum SiteReader {
  public static func read(_ folder: Folder) throws(EnvironmentFailure) -> SiteSources {
    var sources = try frame(folder)
    try readPractices(into: &sources, from: folder) { _, _ in false }
    return sources
  }

  /// Reads the practices that are not known yet.
  ///
  /// - Parameter isKnown: tells of a path and its stamp whether the practice need not be read.
  public static func readPractices(
    into sources: inout SiteSources, from folder: Folder, unless isKnown: (String, FileStamp) -> Bool
  ) throws(EnvironmentFailure) {
    let files = sources.stampedPractices ?? StampedListing.stamped(sources.practicePaths, in: folder)
    var wanted: [String] = []
    sources.unread = []
    sources.stamps = [:]
    sources.stamps.reserveCapacity(files.count)
    for file in files {
      if !file.isFresh { sources.stamps[file.path] = file.stamp }
      if let stamp = file.stamp, isKnown(file.path, stamp) {
        sources.unread.append(file.path)
      } else {
        wanted.append(file.path)
      }
    }
    sources.practices = try entries(wanted, in: folder)
  }

  /// Leaves all practices unread, for a build that reads each of them when it is judged.
  ///
  /// - Parameter areStamped: whether their stamps are wanted, by which the next build knows which are as they were.
  public static func leavePractices(of sources: inout SiteSources, in folder: Folder, areStamped: Bool) {
    sources.unread = sources.practicePaths
    guard areStamped else { return }
    let files = sources.stampedPractices ?? StampedListing.stamped(sources.practicePaths, in: folder)
    for file in files where !file.isFresh {
      sources.stamps[file.path] = file.stamp
    }
  }

  /// Everything but the practices.
  ///
  /// - Parameter looked: `content/` where it was looked through before.
  public static func frame(
    _ folder: Folder, looked: StampedListing? = nil
  ) throws(EnvironmentFailure) -> SiteSources {
    let listing = if let looked { Folder.Listing(looked) } else { try folder.list("content") }
    var sources = SiteSources()
    sources.files = Set(listing.files)
    sources.symbolicLinks = listing.symbolicLinks
    sources.practicePaths = listing.files.filter(isPractice)
    sources.stampedPractices = looked?.files.filter { isPractice($0.path) }
    sources.configuration = try file("content/site.yaml", in: folder)
    sources.template = try file("content/template.yaml", in: folder)
    // Nearly all files are texts, so it is asked once which are not.
    let others = listing.files.filter { !$0.hasSuffix(".md") }
    for path in others where path.hasPrefix("content/vocabularies/") && path.hasSuffix(".yaml") {
      if let found = try file(path, in: folder) { sources.vocabularies.append(found) }
    }
    sources.pages = try entries(listing.files.filter { isMarkdown($0, under: "content/pages/") }, in: folder)
    let attachments = others.filter { !$0.hasSuffix(".yaml") }
    for path in attachments {
      if folder.size(of: path) ?? 0 > Limits.attachmentSize { sources.oversizedFiles.insert(path) }
    }
    for path in attachments where isPicture(path) {
      let isSVG = hasEnding([".svg"], path)
      let header = try folder.read(path, limit: isSVG ? Limits.fileSize : ImageSize.headerLength) ?? []
      sources.images[path] = ImageSize(header: header)
      if sources.images[path] == nil, header.count >= ImageSize.headerLength, !isSVG {
        // Colour profiles and a program's notes may stand before the frame.
        sources.images[path] = ImageSize(header: try folder.read(path, limit: Limits.attachmentSize) ?? [])
      }
      if sources.images[path] == nil { sources.unreadablePictures.insert(path) }
      if isSVG, header.count > Limits.fileSize || !SVGContent.isPassive(header) { sources.activePictures.insert(path) }
    }
    return sources
  }

  private static func isPicture(_ path: String) -> Bool {
    hasEnding(
      [
        ".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".gif", ".webp", ".svg", ".avif", ".heic", ".heif", ".tif", ".tiff",
        ".bmp",
      ], path)
  }

  private static func hasEnding(_ endings: [String], _ path: String) -> Bool {
    endings.contains { ending in
      path.utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8) { $0 == $1 || ($0 | 0x20) == $1 }
    }
  }

  private static func isPractice(_ path: String) -> Bool { isMarkdown(path, under: "content/practices/") }

  private static func isMarkdown(_ path: String, under prefix: String) -> Bool {
    path.hasPrefix(prefix) && path.utf8.suffix(3).elementsEqual(".md".utf8)
  }

  private static func file(_ path: String, in folder: Folder) throws(EnvironmentFailure) -> SourceFile? {
    try folder.read(path).map { SourceFile(path: path, bytes: $0) }
  }

  private static func entries(_ paths: [String], in folder: Folder) throws(EnvironmentFailure) -> [Entry] {
    let results = Parallel.map(paths) { path in
      Result { () throws(EnvironmentFailure) in try file(path, in: folder).map(Entry.read) }
    }
    var entries: [Entry] = []
    entries.reserveCapacity(results.count)
    for result in results {
      if let entry = try result.get() { entries.append(entry) }
    }
    return entries
  }
}
