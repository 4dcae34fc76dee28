/// One file of the published site, made when it is asked for.
///
/// Whether anything has changed is told from the bytes, so the same inputs must give the same bytes.
public struct Page: Sendable {
  public enum Content: Sendable {
    case bytes(@Sendable () -> [UInt8])
    /// A file beside the content, as a path relative to the site's folder; published as `PublishedFile` gives it.
    case copy(of: String)
  }

  /// Relative to the output folder: `mallit/porrasmalli/index.html`.
  public let path: String
  public let content: Content
  /// A hash of everything that the bytes are made of: a published file that was made with the same one need not be
  /// made again. Nil where only the bytes can tell.
  public let fingerprint: UInt64?

  public init(path: String, fingerprint: UInt64? = nil, content: Content) {
    self.path = path
    self.fingerprint = fingerprint
    self.content = content
  }

  public init(path: String, fingerprint: UInt64? = nil, bytes: @escaping @Sendable () -> [UInt8]) {
    self.init(path: path, fingerprint: fingerprint, content: .bytes(bytes))
  }
}
