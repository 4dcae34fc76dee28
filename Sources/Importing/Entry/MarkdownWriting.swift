/// Writes blocks of plain text as Markdown that reads back as the same words.
enum MarkdownWriting {
  static func text(_ blocks: [SectionBlock]) -> String {
    var lines: [String] = []
    var list = ListState()
    for block in blocks {
      switch block {
      case .paragraph(let texts):
        list = ListState()
        lines += [""] + broken(texts, indent: "")
      case .heading(let level, let text):
        list = ListState()
        lines += ["", String(repeating: "#", count: level + 2) + " " + heading(text)]
      case .item(let depth, let number, let texts):
        if list.needsBlank(depth, number) { lines.append("") }
        let marker = list.marker(depth, number)
        var written = broken(texts, indent: marker.blanks + String(repeating: " ", count: marker.sign.utf8.count))
        written[0] = marker.blanks + marker.sign + written[0].drop { $0 == " " }
        lines += written
      }
    }
    return lines.dropFirst(lines.first == "" ? 1 : 0).joined(separator: "\n")
  }

  /// The open lists, by their depth.
  private struct ListState {
    private struct Level {
      var number: Int?
      /// Where the items' words start.
      var content: Int
      var delimiter: String
    }

    private var levels: [Level] = []

    /// Before a list, and before one of another kind. A numbered list within an item that does not start
    /// from 1 would be read as words of the item.
    func needsBlank(_ depth: Int, _ number: Int?) -> Bool {
      if levels.isEmpty { return true }
      guard depth < levels.count else { return number.map { $0 != 1 } ?? false }
      return (levels[depth].number == nil) != (number == nil) || startsAnew(levels[depth], number)
    }

    private func startsAnew(_ level: Level, _ number: Int?) -> Bool {
      guard let number, let last = level.number else { return false }
      return number != last + 1
    }

    mutating func marker(_ depth: Int, _ number: Int?) -> (blanks: String, sign: String) {
      var delimiter = "."
      if depth < levels.count {
        // Another delimiter makes another list, so that each keeps its numbers.
        let level = levels[depth]
        delimiter = startsAnew(level, number) ? (level.delimiter == "." ? ")" : ".") : level.delimiter
        levels.removeSubrange(depth...)
      }
      let start = levels.last?.content ?? 0
      let sign = number.map { "\($0)\(delimiter) " } ?? "- "
      levels.append(Level(number: number, content: start + sign.utf8.count, delimiter: delimiter))
      return (String(repeating: " ", count: start), sign)
    }
  }

  /// Lines with a hard line break between them.
  private static func broken(_ texts: [String], indent: String) -> [String] {
    texts.enumerated().map { index, text in
      indent + line(text) + (index + 1 < texts.count ? "\\" : "")
    }
  }

  private static func heading(_ text: String) -> String {
    let inline = inline(text)
    // Number signs at the end of a heading are no part of it, unless the first of them is escaped.
    guard inline.hasSuffix("#") else { return inline }
    let words = inline.unicodeScalars.reversed().drop { $0 == "#" }.count
    let scalars = Array(inline.unicodeScalars)
    var out = String.UnicodeScalarView(scalars[..<words])
    out.append("\\")
    out.append(contentsOf: scalars[words...])
    return String(out)
  }

  /// A line of words that starts nothing: no list, heading, quote, rule or code.
  static func line(_ text: String) -> String {
    let inline = inline(text)
    let bytes = Array(inline.utf8)
    guard let first = bytes.first else { return inline }
    let next = bytes.count > 1 ? bytes[1] : 0x20
    switch first {
    case UInt8(ascii: "#"), UInt8(ascii: ">"): return "\\" + inline
    case UInt8(ascii: "-"), UInt8(ascii: "+"):
      let isRule = bytes.allSatisfy { $0 == first || $0 == 0x20 }
      return next == 0x20 || isRule ? "\\" + inline : inline
    case UInt8(ascii: "="): return bytes.allSatisfy { $0 == first || $0 == 0x20 } ? "\\" + inline : inline
    case UInt8(ascii: "~"): return bytes.starts(with: [first, first, first]) ? "\\" + inline : inline
    case 0x30...0x39:
      let digits = bytes.prefix { $0 &- 0x30 < 10 }.count
      guard digits < 10, digits < bytes.count, bytes[digits] == 0x2E || bytes[digits] == 0x29,
        digits + 1 == bytes.count || bytes[digits + 1] == 0x20
      else { return inline }
      return String(decoding: bytes[..<digits] + [0x5C] + bytes[digits...], as: UTF8.self)
    default: return inline
    }
  }

  // MARK: Within a line

  private static func inline(_ text: String) -> String {
    var out = ""
    for piece in InlineNotation.pieces(of: text) {
      switch piece {
      case .text(let text): out += escaped(text)
      case .link(let text, let address):
        // An exclamation mark right before a link would make it a picture.
        if out.hasSuffix("!") { out = out.dropLast() + "\\!" }
        out += link(text, address)
      }
    }
    return out
  }

  private static func link(_ text: String, _ address: String) -> String {
    let safe = InlineNotation.encoded(address)
    let isSelfTelling = text == address && safe == address && !address.utf8.contains(UInt8(ascii: "&"))
    if isSelfTelling { return "<\(address)>" }
    return "[\(escaped(text, isLinkText: true))](\(destination(safe)))"
  }

  private static func destination(_ address: String) -> String {
    var out = ""
    let scalars = Array(address.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if scalar == "&", isReference(at: index, in: scalars) { out.append("\\") }
      out.unicodeScalars.append(scalar)
    }
    return out
  }

  /// Text whose signs mean themselves.
  static func escaped(_ text: String, isLinkText: Bool = false) -> String {
    let scalars = Array(text.unicodeScalars)
    var out = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let needsEscape =
        switch scalar {
        case "\\", "`", "*", "[": true
        case "]": isLinkText
        case "_": !(isWord(index - 1, scalars) && isWord(index + 1, scalars))
        case "<": startsTag(index + 1, scalars)
        case "&": isReference(at: index, in: scalars)
        default: false
        }
      if needsEscape { out.append("\\") }
      out.append(scalar)
    }
    return String(out)
  }

  private static func isWord(_ index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    guard scalars.indices.contains(index) else { return false }
    let properties = scalars[index].properties
    return properties.isAlphabetic || properties.numericType != nil
  }

  private static func startsTag(_ index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    guard index < scalars.count else { return false }
    switch scalars[index] {
    case "a"..."z", "A"..."Z", "/", "!", "?": return true
    default: return false
    }
  }

  /// Whether an ampersand starts what Markdown would read as one character.
  private static func isReference(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    let rest = scalars[(index + 1)...].prefix(40)
    guard let end = rest.firstIndex(of: ";"), end > index + 1 else { return false }
    return rest[..<end].allSatisfy { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "#": true
      default: false
      }
    }
  }
}
