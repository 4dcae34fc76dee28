import Diagnosing
import Reading

/// Tells where a link of an entry or a page leads.
public struct LinkResolver: Sendable {
  public enum Target: Sendable, Equatable {
    /// An address on another host, or `mailto:` and `tel:`.
    case external(String)
    /// Index of the entry in `MatchedSite.entries`, and an anchor in its page.
    case practice(Int, fragment: String?)
    /// Index of the page in `MatchedSite.pages`, and an anchor in it.
    case page(Int, fragment: String?)
    /// A heading of the same text.
    case fragment(String)
    /// A file beside the text, as a path relative to the site: `content/practices/kuvat/kaavio.png`.
    case file(String)
    /// An address of the site that is neither a practice nor a page of content: `/alueet/`.
    case address(String, fragment: String?)
    /// An address with a scheme that no page may hold, such as `javascript:`.
    case forbiddenScheme(String)
    /// A path that leaves the site.
    case outside
    /// Nothing stands there.
    case missing(String)
  }

  private let entriesByPath: [String: Int]
  private let entriesByAddress: [String: Int]
  private let pagesByPath: [String: Int]
  private let files: Set<String>

  public init(_ site: MatchedSite) {
    entriesByPath = Dictionary(
      site.entries.enumerated().map { ($1.file.path, $0) }, uniquingKeysWith: { first, _ in first })
    var addresses: [String: Int] = [:]
    for (index, entry) in site.entries.enumerated() {
      // A practice has one page, but its Finnish address is the one that editors know; both are accepted.
      for language in [Language.fi, entry.language] {
        addresses[SiteAddresses.practice(entry.entry.slug, language)] = index
      }
    }
    entriesByAddress = addresses
    pagesByPath = Dictionary(
      site.pages.enumerated().map { ($1.entry.file.path, $0) }, uniquingKeysWith: { first, _ in first })
    files = site.files
  }

  /// Where a destination leads that stands in the file at `path`.
  public func resolve(_ destination: String, from path: String) -> Target {
    let text = destination
    if let scheme = LinkResolver.scheme(of: text) {
      return ["http", "https", "mailto", "tel"].contains(scheme) ? .external(text) : .forbiddenScheme(scheme)
    }
    if text.hasPrefix("//") || text.hasPrefix("\\") || text.contains("\\") { return .outside }
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
    if let entry = entriesByAddress[folder] { return .practice(entry, fragment: fragment) }
    return .address(folder, fragment: fragment)
  }

  /// The scheme before the first colon, in lower case; nil where there is none.
  ///
  /// Blanks and control characters are passed over, as browsers do, so `java\tscript:` is seen as it is.
  public static func scheme(of text: String) -> String? {
    var scheme = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9", "+", ".", "-": scheme.unicodeScalars.append(scalar)
      case "A"..."Z": scheme.unicodeScalars.append(Unicode.Scalar(scalar.value + 0x20)!)
      case ":": return scheme.first?.isLetter == true ? scheme : nil
      case _ where scalar.value <= 0x20: continue
      default: return nil
      }
    }
    return nil
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
