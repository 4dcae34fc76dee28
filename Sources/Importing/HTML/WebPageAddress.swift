import Cataloguing

/// Makes the addresses of a saved page's links whole.
struct WebPageAddress: Sendable {
  enum Link: Sendable, Equatable {
    case address(String)
    /// A place in the same page, or nothing: only the link's words count.
    case none
    /// An address that leads nowhere from here, or that no page may hold.
    case unusable(String)
  }

  /// Where the page was saved from; nil while the page has not told.
  private(set) var origin: (root: String, folder: String)?

  /// Takes the page's own address from what its head or its browser says; the first that is one counts.
  mutating func learn(_ address: String) {
    guard origin == nil, let whole = BaseAddress(String(address.prefix { $0 != "?" && $0 != "#" })) else { return }
    let folder = address.hasSuffix("/") ? whole.path : WebPageAddress.parent(of: String(whole.path.dropLast()))
    origin = (whole.origin, folder)
  }

  /// `saved from url=(0042)https://…`, as browsers write it at the top of a page that they save.
  mutating func learn(comment: String) {
    guard let mark = comment.firstRange(of: "saved from url=("),
      let bracket = comment[mark.upperBound...].firstIndex(of: ")")
    else { return }
    learn(PlainLine.tidy(comment[comment.index(after: bracket)...]))
  }

  /// Where a link leads.
  func link(_ raw: String) -> Link {
    let text = PlainLine.tidy(raw)
    if text.isEmpty || text.hasPrefix("#") { return .none }
    switch LinkResolver.scheme(of: text) {
    case "http", "https", "mailto", "tel": return .address(InlineNotation.encoded(text))
    case "javascript": return .none
    case .some: return .unusable(text)
    case nil: break
    }
    guard let origin else { return .unusable(text) }
    if text.hasPrefix("//") { return .address("https:" + InlineNotation.encoded(text)) }
    let path = text.hasPrefix("/") ? text : origin.folder + text
    return .address(InlineNotation.encoded(origin.root + WebPageAddress.withoutDots(path)))
  }

  /// Where a picture is: on the web, or in the folder that a browser saved beside the page.
  func picture(_ raw: String) -> String {
    if raw.hasPrefix("/"), case .address(let whole) = link(raw) { return whole }
    return InlineNotation.encoded(PlainLine.tidy(raw))
  }

  private static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "/"
  }

  private static func withoutDots(_ path: String) -> String {
    let end = path.firstIndex { $0 == "?" || $0 == "#" } ?? path.endIndex
    var parts: [Substring] = []
    for part in path[..<end].split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/") + path[end...]
  }
}
