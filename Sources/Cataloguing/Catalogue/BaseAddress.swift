/// Where a site is published: a scheme, a host and a path that ends in `/`.
///
/// ```swift
/// BaseAddress("https://esimerkki.fi/mallit")?.path  // "/mallit/"
/// ```
public struct BaseAddress: Sendable, Hashable {
  /// `https://esimerkki.fi`.
  public let origin: String
  /// `/`, or the folder under which the site stands.
  public let path: String

  /// Nil for anything but `http` and `https` addresses without a query or a fragment.
  public init?(_ text: String) {
    guard let scheme = ["https://", "http://"].first(where: { text.hasPrefix($0) }) else { return nil }
    let rest = text.dropFirst(scheme.count)
    let host = rest.prefix { $0 != "/" }
    let allowed: (Unicode.Scalar) -> Bool = { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", "%", ":", "[", "]": true
      default: false
      }
    }
    guard !host.isEmpty, host.unicodeScalars.allSatisfy(allowed) else { return nil }
    var path = String(rest.dropFirst(host.count))
    guard path.unicodeScalars.allSatisfy({ allowed($0) || $0 == "/" || $0 == "+" || $0 == "@" }) else { return nil }
    if path.isEmpty || !path.hasSuffix("/") { path += "/" }
    origin = scheme + host
    self.path = path
  }

  public var text: String { origin + path }

  /// Where a path from the site's root stands on its host: `/mallit/` at `/luettelo/mallit/`.
  public func local(_ path: String) -> String { self.path == "/" ? path : self.path + path.dropFirst() }

  /// The whole address of a path from the site's root.
  public func absolute(_ path: String) -> String { origin + local(path) }
}
