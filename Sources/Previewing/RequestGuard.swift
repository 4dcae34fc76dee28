/// Decides what a request may have, before anything of it is looked up.
///
/// The preview answers only readers on this machine: the request's Host must be a loopback name with the
/// server's own port, so that a page on the web cannot reach it through a name that it has pointed here
/// (DNS rebinding). Paths are resolved here and never by the file system: pages are looked up by name in
/// memory, so no path can leave the site.
struct RequestGuard: Sendable {
  let port: UInt16
  /// The folder under which the site stands: `/` or `/folder/`.
  let base: String

  enum Verdict: Equatable {
    /// The name of a page: `mallit/index.html`.
    case page(String)
    /// The address lacks its last slash or its base; where it should lead.
    case redirect(String)
    case wait(after: Int)
    case script
    case notAllowed
    case foreign
    case notFound
  }

  func verdict(method: String, host: String?, origin: String?, target: String) -> Verdict {
    guard let host, isOwn(host) else { return .foreign }
    if let origin, !isOwnOrigin(origin) { return .foreign }
    guard method == "GET" || method == "HEAD" else { return .notAllowed }
    let path = String(target.prefix { $0 != "?" && $0 != "#" })
    if path == PreviewPaths.script { return .script }
    if path == PreviewPaths.wait { return .wait(after: number("after", in: target) ?? -1) }
    guard let decoded = RequestGuard.decoded(path) else { return .notFound }
    if decoded == "/", base != "/" { return .redirect(base) }
    guard decoded.hasPrefix(base) else { return .notFound }
    var name = String(decoded.dropFirst(base.count))
    if name.isEmpty || name.hasSuffix("/") {
      name += "index.html"
    } else if name.split(separator: "/").last?.contains(".") == false {
      return .redirect(path + "/" + target.dropFirst(path.count))
    }
    return .page(name)
  }

  private func isOwn(_ host: String) -> Bool {
    ["127.0.0.1", "localhost", "[::1]"].contains { host.lowercased() == "\($0):\(port)" }
  }

  private func isOwnOrigin(_ origin: String) -> Bool {
    guard origin.hasPrefix("http://") else { return false }
    return isOwn(String(origin.dropFirst("http://".count)))
  }

  private func number(_ name: String, in target: String) -> Int? {
    guard let query = target.split(separator: "?", maxSplits: 1).dropFirst().first else { return nil }
    let pair = query.split(separator: "&").first { $0.hasPrefix(name + "=") }
    return pair.flatMap { Int($0.dropFirst(name.count + 1)) }
  }

  /// The path with `%C3%A4` and the like decoded once; nil for anything that is no plain path from the
  /// root: empty, dot and double-dot parts, back slashes, NUL, broken encodings.
  static func decoded(_ path: String) -> String? {
    guard path.hasPrefix("/") else { return nil }
    var bytes: [UInt8] = []
    var rest = Substring(path).utf8
    while let byte = rest.popFirst() {
      guard byte == 0x25 else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2, let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
        return nil
      }
      bytes.append(code)
      rest = rest.dropFirst(2)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    guard !text.unicodeScalars.contains(where: { $0 == "\\" || $0.value < 0x20 || $0.value == 0x7F }) else {
      return nil
    }
    let parts = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated()
    where part == "." || part == ".." || (part.isEmpty && index < parts.count - 1) {
      return nil
    }
    return text
  }
}

/// Addresses of the preview's own that no page of a site has.
enum PreviewPaths {
  static let script = "/_mallisto/preview.js"
  static let wait = "/_mallisto/wait"
}
