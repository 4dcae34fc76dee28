import Diagnosing
import Reading

/// Tells where a link of an entry or a page leads.
///
/// A class for the same reason as `Entry`.
public final class LinkResolver: Sendable {
  public enum Target: Sendable, Equatable {
    /// An address on another host, or `mailto:` and `tel:`.
    case external(String)
    /// Index of the entry among the site's, and an anchor in its page.
    case practice(Int, fragment: String?)
    /// Index of the page among the site's texts, and an anchor in it.
    case page(Int, fragment: String?)
    /// A heading of the same text.
    case fragment(String)
    /// A file beside the text, as a path relative to the site: `content/practices/kuvat/kaavio.png`.
    case file(String)
    /// An address of the site that is neither a practice nor a page of content: `/alueet/`; see
    /// `KnownAddresses`.
    case address(String, fragment: String?)
    /// An address with a scheme that no page may hold, such as `javascript:`.
    case forbiddenScheme(String)
    /// A path that leaves the site.
    case outside
    /// Nothing stands there.
    case missing(String)
  }

  private let entries: [MatchedEntry]
  private let pages: [ContentPage]
  private let files: Set<String>
  private let makeKnown: @Sendable () -> KnownAddresses
  // Most links lead to other hosts, and in many catalogues all of them: then nothing of this is made.
  private let latePaths = Late<(entries: [String: Int], pages: [String: Int])>()
  private let lateAddresses = Late<(slugs: [String: Int], pages: [String: Int])>()
  private let lateKnown = Late<KnownAddresses>()

  init(
    entries: [MatchedEntry], pages: [ContentPage], files: Set<String>, known: @escaping @Sendable () -> KnownAddresses
  ) {
    self.entries = entries
    self.pages = pages
    self.files = files
    makeKnown = known
  }

  var entriesByPath: [String: Int] { paths.entries }
  var pagesByPath: [String: Int] { paths.pages }
  var known: KnownAddresses { lateKnown.value(makeKnown) }

  private var paths: (entries: [String: Int], pages: [String: Int]) {
    latePaths.value {
      (
        Dictionary(entries.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first }),
        Dictionary(pages.enumerated().map { ($1.matched.path, $0) }, uniquingKeysWith: { first, _ in first })
      )
    }
  }

  private var addresses: (slugs: [String: Int], pages: [String: Int]) {
    lateAddresses.value {
      let slugs = entries.enumerated().map { ($1.slug, $0) }
      let pages = pages.enumerated().map { (SiteAddresses.path(of: $1), $0) }
      return (
        Dictionary(slugs, uniquingKeysWith: { _, last in last }),
        Dictionary(pages, uniquingKeysWith: { first, _ in first })
      )
    }
  }

  /// The practice at an address. It has one page, but its Finnish address is the one that editors know; both are
  /// accepted.
  private func practice(at folder: String) -> Int? {
    guard folder.hasSuffix("/") else { return nil }
    for language in Language.allCases {
      let list = SiteAddresses.path(.practices, language)
      guard folder.hasPrefix(list), let entry = addresses.slugs[String(folder.dropFirst(list.count).dropLast())] else {
        continue
      }
      if language == .fi || entries[entry].language == language { return entry }
    }
    return nil
  }

  /// Where a destination leads that stands in the file at `path`.
  public func resolve(_ destination: String, from path: String) -> Target {
    let text = destination
    switch LinkResolver.scheme(of: text) {
    case nil: break
    case "http", "https", "mailto", "tel": return .external(text)
    case let scheme?: return .forbiddenScheme(scheme)
    }
    if text.hasPrefix("//") || text.utf8.contains(0x5C) || LinkResolver.isDrive(text) { return .outside }
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let fragment = parts.count > 1 ? LinkResolver.decoded(String(parts[1])) : nil
    let target = String(parts[0].prefix { $0 != "?" })
    if target.isEmpty { return fragment.map { $0.isEmpty ? .missing("#") : .fragment($0) } ?? .missing("") }
    if target.hasPrefix("/") { return address(target, fragment) }
    guard let resolved = LinkResolver.join(LinkResolver.decoded(target), from: path) else { return .outside }
    if let entry = entriesByPath[resolved] { return .practice(entry, fragment: fragment) }
    if let page = pagesByPath[resolved] { return .page(page, fragment: fragment) }
    return files.contains(resolved) ? .file(resolved) : .missing(resolved)
  }

  private func address(_ target: String, _ fragment: String?) -> Target {
    let path = LinkResolver.decoded(target)
    if path.split(separator: "/").contains("..") { return .outside }
    let folder = path.hasSuffix("/") || path.contains(".") ? path : path + "/"
    if let entry = practice(at: folder) { return .practice(entry, fragment: fragment) }
    if let page = addresses.pages[folder] { return .page(page, fragment: fragment) }
    return known.contains(folder) ? .address(folder, fragment: fragment) : .missing(folder)
  }

  /// The scheme before the first colon, in lower case; nil where there is none.
  ///
  /// As in browsers (WHATWG URL, basic URL parser), blanks and control characters before it are passed over
  /// and so are tabs and line ends within it: `java\tscript:` is seen as what it is. A single letter is the
  /// drive of a computer and no scheme.
  public static func scheme(of text: String) -> String? {
    // Nearly all links are such.
    if text.hasPrefix("https:") { return "https" }
    var scheme: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39, 0x2B, 0x2D, 0x2E: scheme.append(byte)
      case 0x41...0x5A: scheme.append(byte + 0x20)
      case 0x3A:
        let startsWithLetter = scheme.first.map { (0x61...0x7A).contains($0) } ?? false
        return startsWithLetter && scheme.count > 1 ? String(decoding: scheme, as: UTF8.self) : nil
      case 0x09, 0x0A, 0x0D: continue
      case 0x00...0x20 where scheme.isEmpty: continue
      default: return nil
      }
    }
    return nil
  }

  /// Whether a text starts with a drive of a computer, as `C:/kuvat/kaavio.png` does.
  private static func isDrive(_ text: String) -> Bool {
    let start = text.utf8.prefix(2)
    return start.count == 2 && start.last == 0x3A && start.first.map { ($0 | 0x20) &- 0x61 < 26 } ?? false
  }

  /// A path relative to a file's folder as one relative to the site; nil where it leaves `content/`.
  static func join(_ target: String, from path: String) -> String? {
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in target.split(separator: "/", omittingEmptySubsequences: true) {
      switch part {
      case ".": continue
      case "..":
        if parts.count <= 1 { return nil }
        parts.removeLast()
      default: parts.append(String(part))
      }
    }
    return parts.first == "content" ? parts.joined(separator: "/") : nil
  }

  /// With `%C3%A4` and the like decoded.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(0x25) else { return text }
    var out: [UInt8] = []
    var rest = Substring(text).utf8
    while let byte = rest.popFirst() {
      if byte == 0x25, let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), rest.count >= 2 {
        out.append(code)
        rest = rest.dropFirst(2)
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
