/// A script as it is published: without the lines that are only a comment, without indentation and empty lines, and
/// without the imports of files that it is joined with.
///
/// Only whole lines are looked at, so that nothing inside a line can be mistaken: a comment after code stays. A text in
/// backticks has to stay on one line, since the next would lose its indentation.
///
/// - Parameter joined: the names of the files that stand in the same script; an import of one of them is on one line.
func publishedScript(_ script: [UInt8], joined: Set<Substring>) -> [UInt8] {
  var published: [UInt8] = []
  published.reserveCapacity(script.count)
  var isComment = false
  for line in script.split(separator: 0x0A) {
    let text = Substring(decoding: line, as: UTF8.self).trimmingBlanks
    if isComment || text.hasPrefix("/*") {
      isComment = !text.hasSuffix("*/")
    } else if !text.isEmpty, !text.hasPrefix("//"), !isImport(text, of: joined) {
      published += Array(text.utf8)
      published.append(0x0A)
    }
  }
  return published
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
