import Cataloguing

/// Links within a line of plain text: an address that stands bare, or ”a text” (with its address).
enum InlineNotation {
  enum Piece: Sendable, Hashable {
    case text(String)
    case link(text: String, address: String)
  }

  /// The pieces of a line, in order; no two texts follow each other.
  static func pieces(of line: String) -> [Piece] {
    let bytes = Array(line.utf8)
    guard mayHoldLink(bytes) else { return line.isEmpty ? [] : [.text(line)] }
    var pieces: [Piece] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      if let named = NamedLink(closingAt: index, in: bytes, from: start) {
        appendText(bytes[start..<named.range.lowerBound], to: &pieces)
        pieces.append(.link(text: named.text, address: named.address))
        start = named.range.upperBound
        index = start
      } else {
        index += 1
      }
    }
    appendText(bytes[start...], to: &pieces)
    return pieces
  }

  /// A link as it is written in plain text.
  ///
  /// An address that is its own text stands bare. Quotation marks within a link's text become single ones.
  static func written(_ text: String, address: String) -> String {
    if isBare(text, address) { return text }
    return "”\(text.replacing("”", with: "’"))” (\(encoded(address)))"
  }

  /// The words of a line, without the addresses of its links.
  static func words(of line: String) -> String {
    pieces(of: line).map { piece in
      switch piece {
      case .text(let text): text
      case .link(let text, _): text
      }
    }.joined()
  }

  /// Whether a link's text is its address, as far as readers see.
  static func isBare(_ text: String, _ address: String) -> Bool {
    guard let bare = BareLink(at: 0, in: Array(text.utf8)), bare.range.count == text.utf8.count else { return false }
    return bare.address == address || bare.address + "/" == address
  }

  /// With the characters that would end the address written as `%20` and the like.
  static func encoded(_ address: String) -> String {
    var out: [UInt8] = []
    for byte in address.utf8 {
      switch byte {
      case 0...0x20, 0x22, 0x28, 0x29, 0x3C, 0x3E, 0x5C, 0x60, 0x7F:
        out += [0x25, hexadecimal(byte >> 4), hexadecimal(byte & 15)]
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x37 + digit }

  private static func mayHoldLink(_ bytes: [UInt8]) -> Bool {
    // Every address that is known as one has a colon or `www.`.
    bytes.contains(UInt8(ascii: ":")) || bytes.contains { $0 | 0x20 == UInt8(ascii: "w") }
  }

  /// Adds a text without named links, cut at the addresses that stand bare in it.
  private static func appendText(_ bytes: ArraySlice<UInt8>, to pieces: inout [Piece]) {
    let bytes = Array(bytes)
    var start = 0
    var index = 0
    func text(_ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }
    while index < bytes.count {
      if let bare = BareLink(at: index, in: bytes) {
        if index > start { pieces.append(.text(text(index))) }
        start = index
        pieces.append(.link(text: text(bare.range.upperBound), address: bare.address))
        start = bare.range.upperBound
        index = start
      } else {
        index += 1
      }
    }
    if start < bytes.count { pieces.append(.text(text(bytes.count))) }
  }
}

/// `”text” (https://…)`.
private struct NamedLink {
  let range: Range<Int>
  let text: String
  let address: String

  private static let mark: [UInt8] = [0xE2, 0x80, 0x9D]
  private static let schemes = ["https://", "http://", "mailto:", "tel:"].map { Array($0.utf8) }

  /// - Parameter start: where the text before it ends that is already read.
  init?(closingAt index: Int, in bytes: [UInt8], from start: Int) {
    let mark = NamedLink.mark
    guard bytes[index] == mark[0], bytes[index...].starts(with: mark + [0x20, 0x28]) else { return nil }
    let open = index + mark.count + 2
    guard NamedLink.schemes.contains(where: { bytes[open...].starts(with: $0) }) else { return nil }
    var end = open
    var depth = 0
    while end < bytes.count, bytes[end] != 0x29 || depth > 0 {
      if bytes[end] <= 0x20 { return nil }
      if bytes[end] == 0x28 { depth += 1 }
      if bytes[end] == 0x29 { depth -= 1 }
      end += 1
    }
    guard end < bytes.count, let first = NamedLink.opening(before: index, in: bytes, from: start) else { return nil }
    text = String(decoding: bytes[first + mark.count..<index], as: UTF8.self)
    address = String(decoding: bytes[open..<end], as: UTF8.self)
    range = first..<end + 1
    if PlainLine.tidy(text) != text || text.isEmpty { return nil }
  }

  private static func opening(before index: Int, in bytes: [UInt8], from start: Int) -> Int? {
    var place = index - mark.count
    while place >= start {
      if bytes[place] == mark[0], bytes[place + 1] == mark[1], bytes[place + 2] == mark[2] { return place }
      place -= 1
    }
    return nil
  }
}

/// `https://www.esimerkki.fi/sivu` or `www.esimerkki.fi` in running text.
private struct BareLink {
  let range: Range<Int>
  let address: String

  init?(at index: Int, in bytes: [UInt8]) {
    guard index < bytes.count, [0x68, 0x77].contains(bytes[index] | 0x20) else { return nil }
    let hasScheme =
      BareLink.starts("https://", at: index, in: bytes) || BareLink.starts("http://", at: index, in: bytes)
    guard hasScheme || BareLink.starts("www.", at: index, in: bytes), BareLink.startsWord(index, in: bytes) else {
      return nil
    }
    let end = BareLink.end(of: index, in: bytes)
    let text = String(decoding: bytes[index..<end], as: UTF8.self)
    let address = hasScheme ? text : "https://" + text
    guard BareLink.hasHost(address) else { return nil }
    range = index..<end
    self.address = address
  }

  private static func starts(_ prefix: String, at index: Int, in bytes: [UInt8]) -> Bool {
    let prefix = prefix.utf8
    guard index + prefix.count <= bytes.count else { return false }
    return zip(bytes[index...], prefix).allSatisfy { $0 == $1 || $0 | 0x20 == $1 && $1 >= 0x61 }
  }

  private static func startsWord(_ index: Int, in bytes: [UInt8]) -> Bool {
    guard index > 0 else { return true }
    let before = bytes[index - 1]
    let isWord = before &- 0x30 < 10 || (before | 0x20) &- 0x61 < 26 || before == 0xA4 || before == 0xB6
    return !isWord && ![0x2E, 0x2F, 0x40, 0x3A, 0x2D, 0x5F, 0x3D].contains(before)
  }

  /// To the next blank, bracket or quotation mark, less the punctuation that ends a clause and a closing
  /// bracket that none within opens.
  private static func end(of start: Int, in bytes: [UInt8]) -> Int {
    var end = start
    var open = 0
    scan: while end < bytes.count {
      switch bytes[end] {
      case 0...0x20, 0x22, 0x3C, 0x3E, 0x5C, 0x60, 0x7C, 0x7F: break scan
      case 0xC2 where end + 1 < bytes.count && bytes[end + 1] == 0xA0: break scan
      case 0xE2 where end + 1 < bytes.count && bytes[end + 1] == 0x80: break scan
      case 0x28: open += 1
      case 0x29:
        if open == 0 { break scan }
        open -= 1
      default: break
      }
      end += 1
    }
    while end > start, [0x2E, 0x2C, 0x3A, 0x3B, 0x21, 0x3F, 0x27, 0x2A, 0x5F, 0x5D, 0x28].contains(bytes[end - 1]) {
      end -= 1
    }
    return end
  }

  private static func hasHost(_ address: String) -> Bool {
    guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let host = address[address.utf8.index(colon, offsetBy: 3)...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    let isNamed = labels.count > (host.hasPrefix("www.") ? 2 : 1)
    return isNamed && labels.allSatisfy { !$0.isEmpty } && labels.last.map { $0.count > 1 } == true
  }
}
