/// Tells an address from a text that is none, before anyone asks where it leads.
enum WebAddress {
  /// Whether a text could be an address on the web or within the site.
  ///
  /// It has no blanks, and it has a scheme, is a path with `/` or `#`, or names a Markdown file. A host
  /// without its scheme (`www.varha.fi`, `varha.fi/mallit`) is not one: browsers would look for a file.
  static func isPlausible(_ text: String) -> Bool {
    let bytes = text.utf8
    if bytes.contains(where: { $0 <= 0x20 }) || holdsNoBreakSpace(text) { return false }
    if hasScheme(text) { return true }
    if startsWithHost(text) || bytes.first == UInt8(ascii: "<") || withoutColon(text) != nil { return false }
    return bytes.contains(UInt8(ascii: "/")) || bytes.first == UInt8(ascii: "#") || text.hasSuffix(".md")
      || text.contains(".md#")
  }

  private static func holdsNoBreakSpace(_ text: String) -> Bool {
    text.utf8.contains(0xC2) && zip(text.utf8, text.utf8.dropFirst()).contains { $0 == 0xC2 && $1 == 0xA0 }
  }

  /// The same address with the scheme that it lacks, without the brackets that do not belong to it.
  static func withScheme(_ text: String) -> String? {
    let marks = [("<", ">"), ("\"", "\""), ("'", "'"), ("”", "”")]
    if text.count > 2, marks.contains(where: { text.hasPrefix($0.0) && text.hasSuffix($0.1) }) {
      let inner = String(text.dropFirst().dropLast())
      return hasScheme(inner) ? inner : withScheme(inner)
    }
    if text.utf8.contains(where: { $0 <= 0x20 }) { return nil }
    if let rest = withoutColon(text) { return "https://" + rest }
    guard startsWithHost(text) else { return nil }
    return text.utf8.contains(UInt8(ascii: "@")) && !text.utf8.contains(UInt8(ascii: "/"))
      ? "mailto:" + text : "https://" + text
  }

  /// What follows a scheme whose colon or slashes are missing: `https//www.varha.fi`.
  private static func withoutColon(_ text: String) -> String? {
    for start in ["https//", "http//", "https/", "http/"] where text.hasPrefix(start) {
      return String(text.dropFirst(start.count).drop { $0 == "/" })
    }
    return nil
  }

  private static func hasScheme(_ text: String) -> Bool {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), colon > text.startIndex else { return false }
    return text[..<colon].utf8.allSatisfy { byte in
      switch byte {
      case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2B, 0x2D, 0x2E: true
      default: false
      }
    }
  }

  /// Whether the first part looks like `www.varha.fi` or `varha.fi`, and not like a folder or a file.
  private static func startsWithHost(_ text: String) -> Bool {
    let host = NameKey.of(String(text.prefix { $0 != "/" && $0 != "#" && $0 != "?" }))
    if host.hasPrefix("www.") { return true }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, let last = labels.last, !labels.contains("") else { return false }
    let isFile = ["md", "pdf", "html", "htm", "png", "jpg", "svg", "docx", "pptx", "xlsx"].contains(last)
    return !isFile && last.count >= 2 && last.allSatisfy { $0.isLetter }
  }
}
