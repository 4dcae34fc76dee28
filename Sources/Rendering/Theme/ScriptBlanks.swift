/// A script without the blanks that mean nothing: `if (a > b)` becomes `if(a>b)`. Line ends stay, since a statement may end
/// there. A semicolon before the end of a block means nothing either, unless it may be a statement of its own (`for (…);`).
func withoutIdleBlanks(_ tokens: [ScriptToken]) -> [ScriptToken] {
  var kept: [ScriptToken] = []
  kept.reserveCapacity(tokens.count)
  var last: ScriptToken?
  var isApart = false
  for (place, token) in tokens.enumerated() {
    if token.text == ";", let last, isValue(last), isBlockEnd(tokens[(place + 1)...]) { continue }
    if token.kind == .blank, token.text != "\n" {
      isApart = true
      continue
    }
    if isApart, let last, wouldJoin(last, token) { kept.append(ScriptToken(kind: .blank, text: " ")) }
    kept.append(token)
    (last, isApart) = (token, false)
  }
  return kept
}

/// Whether a statement that has no other statement in it ends with a piece, as far as the piece tells.
private func isValue(_ token: ScriptToken) -> Bool {
  switch token.kind {
  case .name: !["else", "do"].contains(token.text)
  case .sign: ["]", "}"].contains(token.text)
  case .text, .template, .number, .pattern: true
  case .blank, .comment: false
  }
}

/// Whether a block ends with what comes next.
private func isBlockEnd(_ tokens: ArraySlice<ScriptToken>) -> Bool {
  tokens.first { $0.kind != .blank }.map { $0.kind == .sign && $0.text == "}" } ?? false
}

/// Whether two pieces would be read otherwise with nothing between them.
private func wouldJoin(_ first: ScriptToken, _ second: ScriptToken) -> Bool {
  guard let end = first.text.utf8.last, let start = second.text.utf8.first else { return false }
  // Flags may follow a pattern, and a point belong to a number.
  let isOpen = [.name, .number, .pattern].contains(first.kind)
  if isOpen, ScriptScanner.isOfName(start) || start == UInt8(ascii: ".") { return true }
  // `a + +b` is not `a ++b`, nor `a / /b/` the beginning of a comment.
  return end == start && "+-/".utf8.contains(end)
}
