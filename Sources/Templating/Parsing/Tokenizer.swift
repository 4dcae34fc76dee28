import Diagnosing

/// Finds the tags of one template.
struct Tokenizer {
  private let file: SourceFile
  private let bytes: [UInt8]
  private var opening = Array("{{".utf8)
  private var closing = Array("}}".utf8)
  private var sequence: TagSequence
  private var diagnostics: [Diagnostic] = []

  static func tokenize(_ file: SourceFile) -> (TagSequence, [Diagnostic]) {
    var tokenizer = Tokenizer(file)
    tokenizer.run()
    return (tokenizer.sequence, tokenizer.diagnostics)
  }

  private init(_ file: SourceFile) {
    self.file = file
    bytes = file.bytes
    sequence = TagSequence(content: file.contentStart..<file.bytes.count)
  }

  private mutating func run() {
    var position = sequence.content.lowerBound
    while let start = find(opening, from: position) {
      position = readTag(at: start)
    }
  }

  /// Reads the tag that opens at an offset; returns where to go on.
  private mutating func readTag(at start: Int) -> Int {
    let inner = start + opening.count
    var index = skipSpaces(inner)
    let sign = index < bytes.count ? bytes[index] : 0
    let kind = Tokenizer.kind(of: sign)
    if kind != .variable { index += 1 }
    var closer = closing
    if sign == UInt8(ascii: "{") { closer = [UInt8(ascii: "}")] + closing }
    if kind == .delimiters { closer = [UInt8(ascii: "=")] + closing }
    guard let end = find(closer, from: index) else {
      diagnostics.append(TagSyntax.unclosed(in: file, at: start..<inner))
      return inner
    }
    let range = start..<(end + closer.count)
    let name = trimmed(index..<end)
    switch kind {
    case .comment:
      break
    case .delimiters:
      guard let pair = delimiters(in: name) else {
        diagnostics.append(TagSyntax.delimiters(in: file, at: range))
        return range.upperBound
      }
      (opening, closing) = pair
    default:
      let text = bytes[name]
      // A name holds no spaces: a tag over lines, or with another tag in it, was never closed.
      if text.contains(where: { $0 == 0x0A || $0 == 0x0D }) || find(opening, in: name) != nil {
        diagnostics.append(TagSyntax.unclosed(in: file, at: start..<inner))
        return inner
      }
      if text.isEmpty || text.contains(where: Tokenizer.isSpace) {
        diagnostics.append(TagSyntax.name(in: file, at: range))
        return range.upperBound
      }
    }
    sequence.tags.append(
      Tag(kind: kind, name: TagName(text: file.text(name), range: name), range: range))
    return range.upperBound
  }

  private static func kind(of sign: UInt8) -> Tag.Kind {
    switch sign {
    case UInt8(ascii: "{"), UInt8(ascii: "&"): .unescaped
    case UInt8(ascii: "#"): .section
    case UInt8(ascii: "^"): .inverted
    case UInt8(ascii: "/"): .close
    case UInt8(ascii: ">"): .partial
    case UInt8(ascii: "<"): .parent
    case UInt8(ascii: "$"): .block
    case UInt8(ascii: "!"): .comment
    case UInt8(ascii: "="): .delimiters
    default: .variable
    }
  }

  private func delimiters(in range: Range<Int>) -> (opening: [UInt8], closing: [UInt8])? {
    let parts = bytes[range].split(whereSeparator: Tokenizer.isSpace)
    guard parts.count == 2, !parts.contains(where: { $0.contains(UInt8(ascii: "=")) }) else { return nil }
    return (Array(parts[0]), Array(parts[1]))
  }

  private func find(_ sought: [UInt8], from start: Int) -> Int? {
    find(sought, in: start..<bytes.count)
  }

  private func find(_ sought: [UInt8], in range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index + sought.count <= range.upperBound {
      if bytes[index] == sought[0], bytes[index..<(index + sought.count)].elementsEqual(sought) { return index }
      index += 1
    }
    return nil
  }

  private func skipSpaces(_ start: Int) -> Int {
    var index = start
    while index < bytes.count, Tokenizer.isSpace(bytes[index]) { index += 1 }
    return index
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, Tokenizer.isSpace(bytes[start]) { start += 1 }
    while end > start, Tokenizer.isSpace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
