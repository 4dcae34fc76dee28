/// Findings as people read them on a terminal.
///
/// ```text
/// content/practices/malli.md:7:8: error: Kenttä ”Kehittämisen vaihe” ei tunne arvoa ”Valmiss” [unknown-value]
///   7 | vaihe: Valmiss
///     |        ^~~~~~~
///   fix: Valmis
/// ```
public struct TextFormat: Sendable {
  public var language: Language
  public var usesColour: Bool

  public init(language: Language, usesColour: Bool = false) {
    self.language = language
    self.usesColour = usesColour
  }

  /// The lines of one finding, each ended by a line feed.
  public func render(_ diagnostic: Diagnostic) -> String {
    let position = diagnostic.position
    let severity =
      diagnostic.severity == .error
      ? painted("error:", "1;31") : painted("warning:", "1;33")
    var out = painted("\(diagnostic.file.path):\(position):", "1")
    out += " \(severity) \(diagnostic.message[language]) "
    out += painted("[\(diagnostic.rule)]", "2") + "\n"
    out += excerpt(diagnostic, line: position.line)
    for note in diagnostic.notes {
      out += "  \(note[language])\n"
    }
    if let fix = diagnostic.fix {
      out += "  " + painted(fixLine(fix, in: diagnostic.file), "32") + "\n"
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
    let window = Excerpt(
      before: file.text(lineRange.lowerBound..<start), marked: file.text(start..<end),
      after: file.text(end..<lineRange.upperBound))
    var out = "  \(number) | \(window.line)\n"
    out += "  \(indent) | \(window.padding)" + painted(window.underline, "1;31") + "\n"
    return out
  }

  private func fixLine(_ fix: Fix, in file: SourceFile) -> String {
    let replacement = fix.replacement.split(separator: "\n", omittingEmptySubsequences: true)
      .joined(separator: " ⏎ ")
    if replacement.isEmpty {
      let removed = file.text(fix.range).split(whereSeparator: \.isNewline).joined(separator: " ⏎ ")
      return Localized(fi: "poista: \(removed)", sv: "ta bort: \(removed)", en: "remove: \(removed)")[language]
    }
    if fix.range.isEmpty {
      return Localized(
        fi: "lisää: \(replacement)", sv: "lägg till: \(replacement)", en: "add: \(replacement)")[language]
    }
    return Localized(
      fi: "kirjoita: \(replacement)", sv: "skriv: \(replacement)", en: "write: \(replacement)")[language]
  }

  private func painted(_ text: String, _ code: String) -> String {
    usesColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
