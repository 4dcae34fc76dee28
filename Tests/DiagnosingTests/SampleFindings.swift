import Diagnosing

/// Findings to print: rules and messages that tell which language was asked for.
enum SampleFindings {
  static let wrong = rule("unknown-value", .error)
  static let doubtful = rule("text-length", .warning)

  static func rule(_ id: String, _ severity: Severity) -> Rule {
    Rule(
      id, severity, title: Localized(fi: "otsikko", sv: "rubrik", en: "title"),
      explanation: Localized(fi: "Selitys.", sv: "Förklaring.", en: "Explanation."))
  }

  /// A finding at the first place of some text in a file.
  static func finding(
    _ rule: Rule = wrong, at text: String, in file: SourceFile, notes: [String] = [], fix: String? = nil
  ) -> Diagnostic {
    let needle = Array(text.utf8)
    let start = file.bytes.indices.first { file.bytes[$0...].starts(with: needle) } ?? 0
    let range = start..<start + needle.count
    return Diagnostic(
      rule, in: file, at: range, Localized(fi: "Väärin: \(text)", sv: "Fel: \(text)", en: "Wrong: \(text)"),
      notes: notes.map { Localized(same: $0) }, fix: fix.map { Fix(replacing: range, with: $0, isSafe: true) })
  }
}
