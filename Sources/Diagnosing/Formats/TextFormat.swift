/// Findings as people read them on a terminal.
///
/// ```text
/// content/practices/malli.md:7:8: error: Kenttä ”Kehittämisen vaihe” ei tunne arvoa ”Valmiss” [unknown-value]
///   7 | vaihe: Valmiss
///     |        ^~~~~~~
///   kirjoita: Valmis
/// ```
public struct TextFormat: Sendable {
  public var language: Language
  public var usesColour: Bool

  public init(language: Language, usesColour: Bool = false) {
    self.language = language
    self.usesColour = usesColour
  }

  /// The lines of all findings in the order given, an empty line between two.
  public func render(_ findings: [Diagnostic]) -> String {
    var positions = PositionFinder()
    return findings.map {
      render($0, at: positions.position(at: $0.range.lowerBound, in: $0.file))
    }.joined(separator: "\n")
  }

  /// The lines of one finding, each ended by a line feed.
  public func render(_ diagnostic: Diagnostic) -> String {
    render(diagnostic, at: diagnostic.position)
  }

  private func render(_ finding: Diagnostic, at position: SourcePosition) -> String {
    let diagnostic = finding.printable
    let severity =
      diagnostic.severity == .error
      ? painted("error:", "1;31") : painted("warning:", "1;33")
    var out = painted("\(Excerpt.shown(diagnostic.file.path)):\(position):", "1")
    out += " \(severity) \(Excerpt.shown(diagnostic.message[language])) "
    out += painted("[\(diagnostic.rule)]", "2") + "\n"
    out += excerpt(diagnostic, line: position.line)
    for note in diagnostic.notes {
      out += "  \(Excerpt.shown(note[language]))\n"
    }
    if let fix = diagnostic.fix {
      out += "  " + painted(FixWords.line(fix, in: diagnostic.file)[language], "32") + "\n"
    }
    return out
  }

  private func excerpt(_ diagnostic: Diagnostic, line: Int) -> String {
    let file = diagnostic.file
    let lineRange = file.lineRange(at: diagnostic.range.lowerBound)
    guard !lineRange.isEmpty else { return "" }
    let number = String(line)
    let indent = String(repeating: " ", count: number.count)
    let start = min(max(diagnostic.range.lowerBound, lineRange.lowerBound), lineRange.upperBound)
    let end = max(start, min(diagnostic.range.upperBound, lineRange.upperBound))
    let window = Excerpt(of: start..<end, in: lineRange, IdentityCodeMask.applied(to: file, near: lineRange))
    var out = "  \(number) | \(window.line)\n"
    out += "  \(indent) | \(window.padding)" + painted(window.underline, "1;31") + "\n"
    return out
  }

  private func painted(_ text: String, _ code: String) -> String {
    usesColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
