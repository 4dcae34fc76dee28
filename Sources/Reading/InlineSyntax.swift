/// The small pieces of CommonMark's inline grammar, read off a run of bytes.
///
/// Each function takes the offset where a piece would start and gives what it found there, or nil. The
/// grammar is that of the CommonMark specification 0.30, sections 6.3 to 6.6.
struct InlineSyntax {
  let bytes: [UInt8]
  /// No piece reaches past this offset.
  let end: Int
  /// Closers already looked for in vain; it keeps hostile input linear.
  private var missing: Set<String> = []

  init(bytes: [UInt8], end: Int) {
    self.bytes = bytes
    self.end = end
  }

  func byte(_ index: Int) -> UInt8 { index < end ? bytes[index] : 0 }

  /// The offset past spaces, tabs and line ends, with the `>` of quotes after a line end.
  func pastBlanks(_ start: Int) -> Int {
    var index = start
    var isAtLineStart = false
    while index < end {
      switch bytes[index] {
      case 0x20, 0x09: break
      case 0x0A, 0x0D: isAtLineStart = true
      case 0x3E where isAtLineStart: break
      default: return index
      }
      index += 1
    }
    return index
  }

  func isEscape(_ index: Int) -> Bool { byte(index) == 0x5C && Self.isPunctuation(byte(index + 1)) }

  static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }

  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  // MARK: Links

  /// The inside of a `[label]` that starts at an offset: at most 999 bytes, no bracket but escaped ones.
  func label(at start: Int) -> Range<Int>? {
    guard byte(start) == 0x5B else { return nil }
    var index = start + 1
    while index < end, index - start <= 1000 {
      switch bytes[index] {
      case 0x5D: return start + 1..<index
      case 0x5B: return nil
      case 0x5C where isEscape(index): index += 2
      default: index += 1
      }
    }
    return nil
  }

  /// A link's destination, without its angle brackets, and the offset past it.
  func destination(at start: Int) -> (inside: Range<Int>, end: Int)? {
    var index = start
    if byte(start) == 0x3C {
      index += 1
      while index < end {
        switch bytes[index] {
        case 0x3E: return (start + 1..<index, index + 1)
        case 0x3C, 0x0A, 0x0D: return nil
        case 0x5C where isEscape(index): index += 2
        default: index += 1
        }
      }
      return nil
    }
    var depth = 0
    loop: while index < end {
      switch bytes[index] {
      case 0...0x20, 0x7F: break loop
      case 0x28:
        depth += 1
        if depth > 32 { return nil }
        index += 1
      case 0x29:
        if depth == 0 { break loop }
        depth -= 1
        index += 1
      case 0x5C where isEscape(index): index += 2
      default: index += 1
      }
    }
    return depth == 0 ? (start..<index, index) : nil
  }

  /// The offset past a link's title.
  mutating func title(at start: Int) -> Int? {
    let close: UInt8
    switch byte(start) {
    case 0x22: close = 0x22
    case 0x27: close = 0x27
    case 0x28: close = 0x29
    default: return nil
    }
    if missing.contains("title\(close)") { return nil }
    var index = start + 1
    while index < end {
      if bytes[index] == close { return index + 1 }
      if close == 0x29, bytes[index] == 0x28 { return nil }
      index += isEscape(index) ? 2 : 1
    }
    missing.insert("title\(close)")
    return nil
  }

  /// What follows a link's text: `(destination "title")`.
  mutating func resource(at start: Int) -> (destination: Range<Int>, end: Int)? {
    guard byte(start) == 0x28 else { return nil }
    guard let (inside, afterDestination) = destination(at: pastBlanks(start + 1)) else { return nil }
    var index = pastBlanks(afterDestination)
    if index > afterDestination, let afterTitle = title(at: index) { index = pastBlanks(afterTitle) }
    return byte(index) == 0x29 ? (inside, index + 1) : nil
  }

  // MARK: Angle brackets

  /// The inside of an autolink `<https://…>` or `<name@host>`.
  func autolink(at start: Int) -> Range<Int>? {
    var index = start + 1
    var hasAt = false
    var hasColon = false
    while index < end {
      switch bytes[index] {
      case 0x3E: return index > start + 1 && (hasColon || hasAt) ? start + 1..<index : nil
      case 0...0x20, 0x7F, 0x3C: return nil
      case 0x3A where !hasAt:
        if !hasColon, !isScheme(start + 1..<index) { return nil }
        hasColon = true
      case 0x40: hasAt = true
      default: break
      }
      index += 1
    }
    return nil
  }

  private func isScheme(_ range: Range<Int>) -> Bool {
    (2...32).contains(range.count) && Self.isLetter(bytes[range.lowerBound])
      && bytes[range].allSatisfy {
        Self.isLetter($0) || Self.isDigit($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E
      }
  }

  /// The offset past a raw tag, comment, instruction, declaration or CDATA section.
  mutating func tag(at start: Int) -> Int? {
    switch byte(start + 1) {
    case 0x21:
      if starts("<!--", at: start) { return comment(from: start + 4) }
      if starts("<![CDATA[", at: start) { return past("]]>", from: start + 9) }
      return Self.isLetter(byte(start + 2)) ? past(">", from: start + 2) : nil
    case 0x3F: return past("?>", from: start + 2)
    case 0x2F:
      guard let name = pastName(start + 2) else { return nil }
      let index = pastBlanks(name)
      return byte(index) == 0x3E ? index + 1 : nil
    default: return openTag(at: start)
    }
  }

  /// A comment's text neither starts with `>` or `->` nor holds two hyphens.
  private mutating func comment(from start: Int) -> Int? {
    if starts(">", at: start) || starts("->", at: start) { return nil }
    guard let hyphens = past("--", from: start), byte(hyphens) == 0x3E else { return nil }
    return hyphens + 1
  }

  private mutating func openTag(at start: Int) -> Int? {
    guard var index = pastName(start + 1) else { return nil }
    while true {
      let next = pastBlanks(index)
      if byte(next) == 0x3E { return next + 1 }
      if byte(next) == 0x2F { return byte(next + 1) == 0x3E ? next + 2 : nil }
      guard next > index, let attribute = pastAttributeName(next) else { return nil }
      index = attribute
      let equals = pastBlanks(index)
      if byte(equals) == 0x3D {
        guard let value = pastAttributeValue(pastBlanks(equals + 1)) else { return nil }
        index = value
      }
    }
  }

  private func pastName(_ start: Int) -> Int? {
    guard Self.isLetter(byte(start)) else { return nil }
    var index = start
    while Self.isLetter(byte(index)) || Self.isDigit(byte(index)) || byte(index) == 0x2D { index += 1 }
    return index
  }

  private func pastAttributeName(_ start: Int) -> Int? {
    guard Self.isLetter(byte(start)) || byte(start) == 0x5F || byte(start) == 0x3A else { return nil }
    var index = start
    while Self.isLetter(byte(index)) || Self.isDigit(byte(index)) || [0x5F, 0x3A, 0x2E, 0x2D].contains(byte(index)) {
      index += 1
    }
    return index
  }

  private mutating func pastAttributeValue(_ start: Int) -> Int? {
    switch byte(start) {
    case 0x22: return past("\"", from: start + 1)
    case 0x27: return past("'", from: start + 1)
    default:
      var index = start
      while index < end, byte(index) > 0x20, ![0x22, 0x27, 0x3C, 0x3D, 0x3E, 0x60].contains(byte(index)) { index += 1 }
      return index > start ? index : nil
    }
  }

  private func starts(_ text: String, at index: Int) -> Bool {
    bytes[min(index, end)..<end].starts(with: text.utf8)
  }

  private mutating func past(_ closer: String, from start: Int) -> Int? {
    if missing.contains(closer) { return nil }
    let closing = Array(closer.utf8)
    var index = start
    while index + closing.count <= end {
      if bytes[index] == closing[0], bytes[index...].starts(with: closing) { return index + closing.count }
      index += 1
    }
    missing.insert(closer)
    return nil
  }
}
