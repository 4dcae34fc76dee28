/// How far a URL attribute has been written: what may still decide its scheme and its host.
///
/// A set, because sections can leave more than one possibility open.
struct URLPosition: OptionSet, Sendable, Hashable {
  let rawValue: UInt16

  /// Nothing is written: a URL value may stand here, a text may not.
  static let start = URLPosition(rawValue: 1)
  /// Letters that may yet turn out to be a scheme.
  static let word = URLPosition(rawValue: 2)
  /// A single slash; one more would name a host.
  static let slash = URLPosition(rawValue: 4)
  /// In the host.
  static let host = URLPosition(rawValue: 8)
  /// Scheme and host are decided: a text is percent-encoded.
  static let decided = URLPosition(rawValue: 16)
  /// Right after a whole URL value.
  static let afterValue = URLPosition(rawValue: 32)
  /// A scheme that is not allowed, or signs that cannot be judged.
  static let unsafe = URLPosition(rawValue: 64)
  /// In `srcset`, after a URL: its width or density.
  static let descriptor = URLPosition(rawValue: 128)

  /// Whether a text, percent-encoded, can change nothing but the part of the URL that it stands in.
  var takesText: Bool { isSubset(of: [.word, .decided]) && !isEmpty }

  private static let schemes: [(name: String, next: URLPosition)] = [
    ("http", .host), ("https", .host), ("mailto", .decided), ("tel", .decided),
  ]

  /// The position after one more literal byte.
  ///
  /// - Parameter word: the letters since the start, which a colon makes a scheme.
  func advanced(over byte: UInt8, word: [UInt8], isList: Bool) -> URLPosition {
    var next: URLPosition = []
    for bit in 0..<8 {
      let position = URLPosition(rawValue: 1 << bit)
      if contains(position) { next.formUnion(position.step(byte, word, isList)) }
    }
    return next
  }

  private func step(_ byte: UInt8, _ word: [UInt8], _ isList: Bool) -> URLPosition {
    if isList, let position = stepInList(byte) { return position }
    let isSlash = byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
    let endsHost = isSlash || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
    switch self {
    case .start:
      if URLPosition.isSpace(byte) { return .start }
      if isSlash { return .slash }
      if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "&") { return .unsafe }
      return URLPosition.isSchemeByte(byte) ? .word : .decided
    case .word:
      if byte == UInt8(ascii: ":") {
        let scheme = String(decoding: word.map { $0 | 0x20 }, as: UTF8.self)
        return URLPosition.schemes.first { $0.name == scheme }?.next ?? .unsafe
      }
      if byte == UInt8(ascii: "&") { return .unsafe }
      return URLPosition.isSchemeByte(byte) ? .word : .decided
    case .slash:
      return isSlash ? .host : .decided
    case .host:
      // The slashes right after the scheme are not yet the end of the host.
      if endsHost, word.last == UInt8(ascii: ":") || word.last == UInt8(ascii: "/") { return .host }
      return endsHost ? .decided : .host
    case .afterValue:
      if isSlash { return .slash }
      return endsHost ? .decided : .host
    default:
      return self
    }
  }

  /// In `srcset`, a comma begins the next URL and a space ends one.
  private func stepInList(_ byte: UInt8) -> URLPosition? {
    if byte == UInt8(ascii: ",") { return .start }
    if URLPosition.isSpace(byte) { return self == .start ? .start : .descriptor }
    return self == .descriptor ? .descriptor : nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): true
    default: false
    }
  }
}
