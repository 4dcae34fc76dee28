/// Cuts a page into tags and text, in one pass and whatever its faults.
///
/// It follows the tokenizer of the HTML Living Standard as far as the words of a page depend on it. An own
/// one, since findings need the place of every word in the file: libxml2 keeps lines without columns and
/// knows HTML 4 only, and would be a further library to install for the few states that are needed here.
struct HTMLTokenizer {
  enum Token {
    case text(Range<Int>)
    case start(String, HTMLAttributes, at: Int)
    case end(String)
    case comment(Range<Int>)
  }

  private let bytes: [UInt8]
  private var index: Int
  /// The element whose content is nothing but text, such as a script.
  private var rawElement: String?

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    index = start
  }

  mutating func next() -> Token? {
    guard index < bytes.count else { return nil }
    if let name = rawElement {
      rawElement = nil
      let start = index
      index = endOfRawText(name)
      if index > start { return .text(start..<index) }
    }
    return markup() ?? text()
  }

  private static let rawElements: Set<String> = [
    "script", "style", "textarea", "title", "iframe", "noframes", "noembed", "xmp",
  ]

  private func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  private mutating func text() -> Token {
    let start = index
    index += 1
    while index < bytes.count, !(bytes[index] == 0x3C && isMarkup(at: index)) { index += 1 }
    return .text(start..<index)
  }

  private func isMarkup(at index: Int) -> Bool {
    let next = byte(index + 1)
    return isLetter(next) || next == 0x2F || next == 0x21 || next == 0x3F
  }

  private mutating func markup() -> Token? {
    guard bytes[index] == 0x3C, isMarkup(at: index) else { return nil }
    let start = index
    switch byte(index + 1) {
    case 0x21 where byte(index + 2) == 0x2D && byte(index + 3) == 0x2D:
      // `<!-->` is a whole comment.
      var end = index + 2
      while end < bytes.count, !(bytes[end] == 0x2D && byte(end + 1) == 0x2D && byte(end + 2) == 0x3E) { end += 1 }
      index = min(end + 3, bytes.count)
      return .comment(min(start + 4, end)..<end)
    case 0x21, 0x3F: return bogusComment(start)
    case 0x2F:
      guard isLetter(byte(index + 2)) else { return bogusComment(start) }
      index += 2
      let name = tagName()
      _ = attributes()
      return .end(name)
    default:
      index += 1
      let name = tagName()
      let attributes = attributes()
      if HTMLTokenizer.rawElements.contains(name) { rawElement = name }
      return .start(name, attributes, at: start)
    }
  }

  private mutating func bogusComment(_ start: Int) -> Token {
    while index < bytes.count, bytes[index] != 0x3E { index += 1 }
    let end = index
    index = min(index + 1, bytes.count)
    return .comment(start..<end)
  }

  private mutating func tagName() -> String {
    var name: [UInt8] = []
    while index < bytes.count, bytes[index] > 0x20, bytes[index] != 0x3E, bytes[index] != 0x2F {
      name.append(isLetter(bytes[index]) ? bytes[index] | 0x20 : bytes[index])
      index += 1
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// To past the `>`; one within quotes does not count.
  private mutating func attributes() -> HTMLAttributes {
    let start = index
    var mayQuote = false
    while index < bytes.count, bytes[index] != 0x3E {
      let byte = bytes[index]
      index += 1
      if mayQuote, byte == 0x22 || byte == 0x27 {
        while index < bytes.count, bytes[index] != byte { index += 1 }
        index = min(index + 1, bytes.count)
      }
      mayQuote = byte == 0x3D || (mayQuote && byte <= 0x20)
    }
    let end = index
    index = min(index + 1, bytes.count)
    return HTMLAttributes(bytes[start..<end])
  }

  private func endOfRawText(_ name: String) -> Int {
    let name = Array(name.utf8)
    var end = index
    while end < bytes.count {
      if bytes[end] == 0x3C, byte(end + 1) == 0x2F, end + 2 + name.count <= bytes.count,
        zip(bytes[(end + 2)...], name).allSatisfy({ $0 | 0x20 == $1 }),
        [0x3E, 0x2F, 0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(byte(end + 2 + name.count))
      {
        return end
      }
      end += 1
    }
    return bytes.count
  }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}

/// The attributes of one tag, read when they are asked for.
struct HTMLAttributes {
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
  }

  /// The value of an attribute; empty where it has none, nil where there is no such attribute.
  subscript(name: String) -> String? {
    let wanted = Array(name.utf8)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      skip(&index) { $0 <= 0x20 || $0 == 0x2F }
      let start = index
      if index < bytes.endIndex { index += 1 }
      skip(&index) { $0 > 0x20 && $0 != 0x3D && $0 != 0x2F }
      let isWanted =
        index - start == wanted.count && zip(bytes[start..<index], wanted).allSatisfy { $0 == $1 || $0 | 0x20 == $1 }
      skip(&index) { $0 <= 0x20 }
      guard index < bytes.endIndex, bytes[index] == 0x3D else {
        if isWanted { return "" }
        continue
      }
      index += 1
      skip(&index) { $0 <= 0x20 }
      let value = value(at: &index)
      if isWanted { return HTMLCharacters.decoded(value) }
    }
    return nil
  }

  private func value(at index: inout Int) -> ArraySlice<UInt8> {
    guard index < bytes.endIndex, bytes[index] == 0x22 || bytes[index] == 0x27 else {
      let start = index
      skip(&index) { $0 > 0x20 }
      return bytes[start..<index]
    }
    let quote = bytes[index]
    index += 1
    let start = index
    skip(&index) { $0 != quote }
    defer { index = min(index + 1, bytes.endIndex) }
    return bytes[start..<index]
  }

  private func skip(_ index: inout Int, while condition: (UInt8) -> Bool) {
    while index < bytes.endIndex, condition(bytes[index]) { index += 1 }
  }
}
