/// A script as it is published: without the lines that are only a comment, without indentation, empty lines and line ends
/// after which a line goes on, and without the imports of files that it is joined with.
///
/// Only whole lines are looked at, so that nothing inside a line can be mistaken: a comment after code stays. A text in
/// backticks has to stay on one line, since the next would lose its indentation.
///
/// - Parameters:
///   - joined: the names of the files that stand in the same script; an import of one of them is on one line.
///   - isExporting: whether what it exports is exported, or is for the files that it is joined with.
func publishedScript(_ script: [UInt8], joined: Set<Substring>, isExporting: Bool = true) -> [UInt8] {
  var published: [UInt8] = []
  published.reserveCapacity(script.count)
  var isComment = false
  for line in script.split(separator: 0x0A) {
    let text = Substring(decoding: line, as: UTF8.self).trimmingBlanks
    if isComment || text.hasPrefix("/*") {
      isComment = !text.hasSuffix("*/")
    } else if !text.isEmpty, !text.hasPrefix("//"), !isImport(text, of: joined) {
      let isLocal = !isExporting && text.hasPrefix("export ")
      let line = Array(text.dropFirst(isLocal ? "export ".count : 0).utf8)
      published += line
      if !goesOn(after: line) { published.append(0x0A) }
    }
  }
  return published
}

/// Whether what follows a line may stand behind it: the line ends in a sign after which a line end means nothing, and in
/// no comment.
private func goesOn(after line: [UInt8]) -> Bool {
  guard let last = line.last, "{([,;".utf8.contains(last) else { return false }
  return !zip(line, line.dropFirst()).contains { $0 == UInt8(ascii: "/") && $1 == UInt8(ascii: "/") }
}

/// Whether a line is `import { … } from "./name";` with one of the names.
private func isImport(_ line: Substring, of names: Set<Substring>) -> Bool {
  guard line.hasPrefix("import "), let start = line.firstRange(of: " from \"./") else { return false }
  return names.contains { line[start.upperBound...] == $0 + "\";" }
}

extension Substring {
  fileprivate var trimmingBlanks: Substring {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" }
    let start = drop(while: isBlank)
    guard let end = start.lastIndex(where: { !isBlank($0) }) else { return start.prefix(0) }
    return start[...end]
  }
}
