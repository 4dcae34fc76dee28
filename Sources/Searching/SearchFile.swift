/// One file of the search.
public struct SearchFile: Sendable, Hashable {
  /// The path below `/search/`.
  public var path: String
  public var bytes: [UInt8]
}
