/// A script without the blanks that mean nothing: `if (a > b)` becomes `if(a>b)`. Line ends stay, since a statement may end
/// there. A script that cannot be read stays as it is.
func withoutIdleBlanks(_ script: [UInt8]) -> [UInt8] {
  guard let tokens = ScriptScanner.tokens(of: script) else { return script }
  var kept: [UInt8] = []
  kept.reserveCapacity(script.count)
  var last: ScriptToken?
  var isApart = false
  for token in tokens {
    if token.kind == .blank, token.text != "\n" {
      isApart = true
      continue
    }
    if isApart, let last, wouldJoin(last, token) { kept.append(UInt8(ascii: " ")) }
    kept += token.text.utf8
    (last, isApart) = (token, false)
  }
  return kept
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
