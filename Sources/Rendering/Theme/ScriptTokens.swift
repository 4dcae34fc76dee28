/// A piece of a script: a name, a sign, a text and so on.
struct ScriptToken {
  enum Kind {
    case blank, comment, text, pattern, number, name, sign
    /// A part of a text in backticks: up to and with `${`, or from `}` on.
    case template
  }

  let kind: Kind
  let text: String
}

/// A script whose pieces are changed; one that cannot be read stays as it is.
func script(_ bytes: [UInt8], changedBy change: ([ScriptToken]) -> [ScriptToken]) -> [UInt8] {
  guard let tokens = ScriptScanner.tokens(of: bytes) else { return bytes }
  var changed: [UInt8] = []
  changed.reserveCapacity(bytes.count)
  for token in change(tokens) { changed += token.text.utf8 }
  return changed
}

/// Cuts a script into its pieces.
struct ScriptScanner {
  private let script: [UInt8]
  private var place = 0
  private var tokens: [ScriptToken] = []
  /// The braces that are open; true for one that stands in a text in backticks.
  private var braces: [Bool] = []

  /// The pieces of a script, which make it up again; nil when it is not what it seems to be.
  static func tokens(of script: [UInt8]) -> [ScriptToken]? {
    var scanner = ScriptScanner(script)
    while scanner.place < script.count {
      let start = scanner.place
      guard let kind = scanner.readToken() else { return nil }
      let text = String(decoding: script[start..<scanner.place], as: UTF8.self)
      scanner.tokens.append(ScriptToken(kind: kind, text: text))
    }
    return scanner.braces.isEmpty ? scanner.tokens : nil
  }

  private init(_ script: [UInt8]) {
    self.script = script
  }

  private func byte(_ distance: Int = 0) -> UInt8 { place + distance < script.count ? script[place + distance] : 0 }

  private mutating func readToken() -> ScriptToken.Kind? {
    let first = byte()
    switch first {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      place += 1
      return .blank
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return skip(to: first) ? .text : nil
    case UInt8(ascii: "`"):
      return readTemplate()
    case UInt8(ascii: "}"):
      guard let isInText = braces.popLast() else { return nil }
      if isInText { return readTemplate() }
      place += 1
      return .sign
    case UInt8(ascii: "/"):
      if byte(1) == UInt8(ascii: "/") || byte(1) == UInt8(ascii: "*") { return readComment() }
      if isAtPattern { return readPattern() ? .pattern : nil }
      place += 1
      return .sign
    case 0x30...0x39:
      while ScriptScanner.isOfName(byte()) || byte() == UInt8(ascii: ".") { place += 1 }
      return .number
    case _ where ScriptScanner.isOfName(first):
      while ScriptScanner.isOfName(byte()) { place += 1 }
      return .name
    default:
      return readSign()
    }
  }

  private mutating func readSign() -> ScriptToken.Kind? {
    switch (byte(), byte(1), byte(2)) {
    case (UInt8(ascii: "."), UInt8(ascii: "."), UInt8(ascii: ".")): place += 3
    case (UInt8(ascii: "?"), UInt8(ascii: "."), _), (UInt8(ascii: "="), UInt8(ascii: ">"), _): place += 2
    default:
      if byte() == UInt8(ascii: "{") { braces.append(false) }
      place += 1
    }
    return .sign
  }

  /// Goes behind the end of a text that begins here and stays on its line.
  private mutating func skip(to end: UInt8) -> Bool {
    place += 1
    while place < script.count, byte() != UInt8(ascii: "\n") {
      let byte = byte()
      place += byte == UInt8(ascii: "\\") ? 2 : 1
      if byte == end { return true }
    }
    return false
  }

  private mutating func readTemplate() -> ScriptToken.Kind? {
    place += 1
    while place < script.count {
      switch byte() {
      case UInt8(ascii: "\\"): place += 2
      case UInt8(ascii: "`"):
        place += 1
        return .template
      case UInt8(ascii: "$") where byte(1) == UInt8(ascii: "{"):
        place += 2
        braces.append(true)
        return .template
      default: place += 1
      }
    }
    return nil
  }

  private mutating func readComment() -> ScriptToken.Kind? {
    if byte(1) == UInt8(ascii: "/") {
      while place < script.count, byte() != UInt8(ascii: "\n") { place += 1 }
      return .comment
    }
    place += 2
    while place < script.count {
      place += 1
      if byte(-1) == UInt8(ascii: "*"), byte() == UInt8(ascii: "/") {
        place += 1
        return .comment
      }
    }
    return nil
  }

  /// Whether a slash begins a pattern: it divides after a value.
  private var isAtPattern: Bool {
    guard let last = tokens.last(where: { $0.kind != .blank && $0.kind != .comment }) else { return true }
    switch last.kind {
    case .sign: return ![")", "]", "}"].contains(last.text)
    case .name: return ["return", "typeof", "case", "of", "in"].contains(last.text)
    case .template: return last.text.hasSuffix("${")
    default: return false
    }
  }

  private mutating func readPattern() -> Bool {
    var isInClass = false
    place += 1
    while place < script.count, byte() != UInt8(ascii: "\n") {
      switch byte() {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "["): isInClass = true
      case UInt8(ascii: "]"): isInClass = false
      case UInt8(ascii: "/") where !isInClass:
        place += 1
        while ScriptScanner.isOfName(byte()) { place += 1 }
        return true
      default: break
      }
      place += 1
    }
    return false
  }

  /// Whether a byte may be part of a name or a number.
  static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...: true
    default: false
    }
  }
}
