/// A script whose constants that are declared one after another share one declaration: `const a = 1; const b = 2;` becomes
/// `const a = 1,b = 2;`. Where a line ends within a declaration it may end there too, and nothing is joined with it.
func withJoinedDeclarations(_ tokens: [ScriptToken]) -> [ScriptToken] {
  var joined: [ScriptToken] = []
  joined.reserveCapacity(tokens.count)
  var open = [OpenStatement(isInBlock: true)]
  var last = ""
  var place = 0
  while place < tokens.count {
    let token = tokens[place]
    place += 1
    switch token.kind {
    case .blank where token.text == "\n": open[open.count - 1].isOnOneLine = false
    case .blank, .comment: break
    case .sign where token.text == ";":
      if open[open.count - 1].isDeclaration, let next = afterConst(tokens[place...]) {
        joined.append(ScriptToken(kind: .sign, text: ","))
        (place, last) = (next, ",")
        continue
      }
      open[open.count - 1].begin()
    default:
      open[open.count - 1].note(token.text)
      if token.kind == .sign, ["}", ")", "]"].contains(token.text) || token.isEnd {
        if open.count > 1 { open.removeLast() }
        if token.text == "}" { open[open.count - 1].endBlock() }
      }
      if token.kind == .sign, ["{", "(", "["].contains(token.text) || token.isBeginning {
        open.append(OpenStatement(isInBlock: token.text == "{" && OpenStatement.beforeBlocks.contains(last)))
      }
    }
    joined.append(token)
    if token.kind != .blank, token.kind != .comment { last = token.text }
  }
  return joined
}

/// The statement that is being read between two brackets, or outside all.
private struct OpenStatement {
  /// Whether there are statements here: not in a list, an object or a condition.
  let isInBlock: Bool
  var isOnOneLine = true
  private var first: String?

  init(isInBlock: Bool) {
    self.isInBlock = isInBlock
  }

  var isDeclaration: Bool { isInBlock && isOnOneLine && first == "const" }

  /// What a brace follows that begins a block and not an object.
  static let beforeBlocks: Set = ["", ")", "=>", ";", "}", "{", "else", "try", "finally", "do"]
  private static let withBlocks = Set(
    "if else for while do try catch finally switch function async export {".split(separator: " ").map(String.init))

  mutating func begin() { (first, isOnOneLine) = (nil, true) }

  mutating func note(_ text: String) {
    if first == nil { (first, isOnOneLine) = (text, true) }
  }

  /// Notes the end of a block, with which a statement ends that is not an expression.
  mutating func endBlock() {
    if let first, OpenStatement.withBlocks.contains(first) { begin() }
  }
}

extension ScriptToken {
  /// Whether a part of a text in backticks ends before an expression.
  fileprivate var isBeginning: Bool { kind == .template && text.hasSuffix("${") }

  /// Whether it follows an expression.
  fileprivate var isEnd: Bool { kind == .template && text.hasPrefix("}") }
}

/// The place behind a `const` that comes next.
private func afterConst(_ tokens: ArraySlice<ScriptToken>) -> Int? {
  guard let next = tokens.firstIndex(where: { $0.kind != .blank }) else { return nil }
  return tokens[next].kind == .name && tokens[next].text == "const" ? next + 1 : nil
}
