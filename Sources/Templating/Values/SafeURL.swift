import Diagnosing

/// An address that is safe to follow: `https`, `http`, `mailto`, `tel`, or relative.
///
/// ```swift
/// SafeURL("https://thl.fi/a b")    // https://thl.fi/a%20b
/// SafeURL("../mallit/")            // relative
/// SafeURL("javascript:alert(1)")   // nil
/// SafeURL("//example.org/")        // nil: names a host without saying how to reach it
/// ```
///
/// Outer spaces are dropped; spaces, quotes, brackets and back slashes inside are percent-encoded, letters
/// beyond ASCII are kept. Control characters anywhere, which browsers skip over when they look for the
/// scheme, and the empty text make no address. Schemes are read as in the WHATWG URL standard.
public struct SafeURL: Sendable, Hashable {
  public let text: String

  public init?(_ text: String) {
    guard let checked = CheckedURL(text), checked.isFollowable else { return nil }
    self.text = checked.text
  }

  public init(_ local: LocalURL) {
    text = local.text
  }
}

/// An address within the site: relative, or from the root of the host, never of another host.
///
/// ```swift
/// LocalURL("../../assets/site.css")
/// LocalURL("/mallit/kiva/")
/// LocalURL("https://example.org/x.js")  // nil
/// ```
///
/// What a browser fetches while it loads a page (`src`, `srcset`, `poster`, style sheets) must be of this
/// type, so that no page can ask anything of another host.
public struct LocalURL: Sendable, Hashable {
  public let text: String

  public init?(_ text: String) {
    guard let checked = CheckedURL(text), checked.kind == .local else { return nil }
    self.text = checked.text
  }
}

/// A URL's text with what cannot stand in one encoded, and what it leads to.
private struct CheckedURL {
  enum Kind { case local, followable, other }

  let text: String
  let kind: Kind

  var isFollowable: Bool { kind != .other }

  init?(_ text: String) {
    var whole = text
    let checked = whole.withUTF8 { whole -> (Kind, encoded: String?)? in
      // Nearly every address is one as it stands.
      if !whole.isEmpty, whole.firstIndex(from: 0, where: CheckedURL.isSpecial) == whole.count {
        return (CheckedURL.kind(of: whole[...]), nil)
      }
      var bytes = whole[...]
      while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
      while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
      guard !bytes.isEmpty, !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return nil }
      let kind = CheckedURL.kind(of: bytes)
      if bytes.contains(where: CheckedURL.needsEncoding) { return (kind, CheckedURL.encoded(bytes)) }
      return (kind, bytes.count == whole.count ? nil : String(decoding: bytes, as: UTF8.self))
    }
    guard let checked else { return nil }
    kind = checked.0
    self.text = checked.encoded ?? text
  }

  private static func kind(of bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Kind {
    func isSlash(_ byte: UInt8?) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }
    let divider = isSlash(bytes.first) ? bytes.startIndex : bytes.firstIndex(where: dividesParts)
    guard let divider, bytes[divider] == UInt8(ascii: ":") else {
      return isSlash(bytes.first) && isSlash(bytes.dropFirst().first) ? .other : .local
    }
    let scheme = bytes[..<divider]
    func isScheme(_ name: StaticString) -> Bool {
      name.withUTF8Buffer { name in scheme.count == name.count && zip(scheme, name).allSatisfy { $0 | 0x20 == $1 } }
    }
    let rest = bytes[(divider + 1)...]
    if isScheme("https") || isScheme("http") {
      guard rest.starts(with: "//".utf8), let host = rest.dropFirst(2).first else { return .other }
      return "/?#\\@:".utf8.contains(host) ? .other : .followable
    }
    return isScheme("mailto") || isScheme("tel") ? (rest.isEmpty ? .other : .followable) : .other
  }

  /// Bytes that are changed, dropped or refused: blanks, control characters and those that ``needsEncoding(_:)`` tells.
  private static func isSpecial(_ bytes: SixteenBytes) -> SixteenBytes.Mask {
    bytes.below(0x21) | bytes.equal(to: 0x22) | bytes.equal(to: 0x27) | bytes.equal(to: 0x3C, without: 2)
      | bytes.equal(to: 0x5C, without: 2) | bytes.equal(to: 0x60) | bytes.equal(to: 0x7C, without: 1)
      | bytes.equal(to: 0x7B, without: 4)
  }

  /// Whether a byte ends a scheme, if there is one: it is a colon, or what may only stand behind a scheme.
  private static func dividesParts(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "\\"): true
    default: false
    }
  }

  private static func needsEncoding(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x22, 0x27, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B, 0x7C, 0x7D: true
    default: false
    }
  }

  private static func encoded(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    var encoded: [UInt8] = []
    for byte in bytes {
      if needsEncoding(byte) {
        encoded += [UInt8(ascii: "%"), Escaping.hexDigit(byte >> 4), Escaping.hexDigit(byte & 15)]
      } else {
        encoded.append(byte)
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}

extension Output {
  /// Appends a checked URL inside a quoted attribute.
  ///
  /// - Parameter encodesCommas: whether it stands in a list whose parts commas divide, as in `srcset`.
  mutating func append(_ url: SafeURL, encodesCommas: Bool = false) {
    guard encodesCommas, url.text.utf8.contains(UInt8(ascii: ",")) else { return appendEscaped(url.text) }
    var encoded = ""
    for part in url.text.split(separator: ",", omittingEmptySubsequences: false) {
      if !encoded.isEmpty || part.startIndex != url.text.startIndex { encoded += "%2C" }
      encoded += part
    }
    appendEscaped(encoded)
  }
}
