import Diagnosing

extension SourceFile {
  /// The file after a fix, as `check --fix` would leave it.
  public func applying(_ fix: Fix) -> SourceFile {
    var bytes = bytes
    bytes.replaceSubrange(fix.range, with: Array(fix.replacement.utf8))
    return SourceFile(path: path, bytes: bytes)
  }
}

extension MarkedSource {
  /// The same source as it comes from different editors: as it is, with CR LF, after a byte order mark,
  /// and with all of that and an `ä` in a comment of its front matter before the fault.
  public var variants: [MarkedSource] {
    let marked = self.marked
    let crlf = marked.replacing("\n", with: "\r\n")
    let withLetter = crlf.replacing("---\r\n", with: "---\r\n# ä\r\n", maxReplacements: 1)
    return [marked, crlf, "\u{FEFF}" + marked, "\u{FEFF}" + withLetter].map { MarkedSource($0) }
  }
}
