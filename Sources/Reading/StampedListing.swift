import Diagnosing

/// The files below a folder, each with its stamp as it was when the folder was looked through.
///
/// ```swift
/// let content = try StampedListing("content", in: folder)
/// content.files.first?.stamp
/// ```
public struct StampedListing: Sendable {
  public struct File: Sendable {
    public let path: String
    /// Nil where the file was gone before it could be looked at.
    public let stamp: FileStamp?
    /// Whether the file was changed so lately that the next change could leave the same stamp.
    public let isFresh: Bool
  }

  /// In the order of the bytes of their paths.
  public let files: [File]
  public let symbolicLinks: [String]

  public init(_ path: String, in folder: Folder) throws(EnvironmentFailure) {
    let listing = try folder.list(path)
    files = StampedListing.stamped(listing.files, in: folder)
    symbolicLinks = listing.symbolicLinks
  }

  static func stamped(_ paths: [String], in folder: Folder) -> [File] {
    let root = OpenFolder(folder.root)
    return Parallel.map(paths, chunk: 256) { path in
      let stamp = root?.stamp(path)
      return File(path: path, stamp: stamp, isFresh: stamp?.isFresh ?? true)
    }
  }
}
