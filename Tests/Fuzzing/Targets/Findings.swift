import Diagnosing

/// What must hold of findings, whatever they are about.
enum Findings {
  static func complaint(_ findings: [Diagnostic]) -> String? {
    for finding in findings {
      let size = finding.file.bytes.count
      if finding.range.upperBound > size { return "\(finding.rule) lies past the end" }
      if let fix = finding.fix, fix.range.upperBound > size { return "the fix of \(finding.rule) lies past the end" }
    }
    let sorted = findings.sortedByPlace()
    for language in Language.allCases {
      let text = TextFormat(language: language).render(sorted)
      // A hostile text must not write on the terminal by itself.
      let stray = text.unicodeScalars.first {
        ($0.value < 0x20 && $0 != "\n" && $0 != "\t") || (0x7F...0x9F ~= $0.value)
      }
      if let stray { return "control character \(stray.value) on the terminal" }
    }
    if findings.isEmpty { return nil }
    let annotations = GitHubFormat(language: .fi).render(sorted)
    for line in annotations.split(separator: "\n") where line.hasPrefix("::") {
      if !line.hasPrefix("::error file=") && !line.hasPrefix("::warning file=") {
        return "a command of its own: \(line)"
      }
    }
    if JSONFormat(language: .sv).render(sorted, filesChecked: 1).isEmpty { return "no JSON" }
    if SARIFFormat(language: .en, version: "1", rules: []).render(sorted).isEmpty { return "no SARIF" }
    return nil
  }

  /// Fixes that are made without asking leave text behind them.
  static func complaint(fixing findings: [Diagnostic], in file: SourceFile) -> String? {
    let (bytes, count) = FixApplication.apply(findings, to: file)
    if count == 0, bytes != file.bytes { return "no fix, and yet a change" }
    let wasText = String(validating: file.bytes, as: UTF8.self) != nil
    return wasText && String(validating: bytes, as: UTF8.self) == nil ? "a fix broke a character" : nil
  }
}
