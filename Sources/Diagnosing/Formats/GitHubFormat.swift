/// Findings as GitHub Actions shows them: annotations on the lines at fault, then all of them as text.
///
/// A step shows ten errors and ten warnings at most. So the worst come first, a line tells how many more
/// there are, and the text that follows leaves none out. The form is that of GitHub's documentation
/// "Workflow commands for GitHub Actions".
public struct GitHubFormat: Sendable {
  /// How many annotations of one severity GitHub shows for a step.
  public static let limit = 10
  public var language: Language

  public init(language: Language) {
    self.language = language
  }

  public func render(_ findings: [Diagnostic]) -> String {
    let sorted = findings.sortedByPlace()
    let errors = sorted.filter { $0.severity == .error }
    let warnings = sorted.filter { $0.severity == .warning }
    let shown = errors.prefix(GitHubFormat.limit) + warnings.prefix(GitHubFormat.limit)
    var positions = PositionFinder()
    var out = ""
    for finding in shown { out += annotation(finding, &positions) }
    let more = sorted.count - shown.count
    if more > 0 {
      out += Localized(fi: "… ja \(more) muuta", sv: "… och \(more) till", en: "… and \(more) more")[language] + "\n"
    }
    if !sorted.isEmpty { out += "\n" }
    return out + harmless(TextFormat(language: language).render(sorted))
  }

  /// A Markdown table of the findings, for the page that `GITHUB_STEP_SUMMARY` names.
  public func summary(_ findings: [Diagnostic], filesChecked: Int) -> String {
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count - errors
    let heading = Localized(
      fi: "Tarkistettu \(filesChecked) tiedostoa: virheitä \(errors), varoituksia \(warnings)",
      sv: "\(filesChecked) filer kontrollerade: fel \(errors), varningar \(warnings)",
      en: "\(filesChecked) files checked: errors \(errors), warnings \(warnings)")
    var out = "### \(heading[language])\n"
    if findings.isEmpty { return out }
    out +=
      Localized(
        fi: "\n| Paikka | Vakavuus | Havainto | Sääntö |\n", sv: "\n| Plats | Allvar | Iakttagelse | Regel |\n",
        en: "\n| Place | Severity | Finding | Rule |\n")[language]
    out += "|---|---|---|---|\n"
    var positions = PositionFinder()
    for finding in findings.sortedByPlace() {
      let position = positions.position(at: finding.range.lowerBound, in: finding.file)
      let severity = GitHubFormat.severity(finding.severity)[language]
      let message = cell(finding.printable.message[language])
      out += "| \(cell("\(finding.printable.file.path):\(position)")) | \(severity) | \(message) "
      out += "| \(finding.rule) |\n"
    }
    return out
  }

  private static func severity(_ severity: Severity) -> Localized {
    severity == .error
      ? Localized(fi: "virhe", sv: "fel", en: "error") : Localized(fi: "varoitus", sv: "varning", en: "warning")
  }

  private func annotation(_ found: Diagnostic, _ positions: inout PositionFinder) -> String {
    let finding = found.printable
    let (start, end) = positions.positions(of: finding.range, in: finding.file)
    var out = "::\(finding.severity.rawValue) file=\(property(finding.file.path))"
    out += ",line=\(start.line),col=\(start.column),endLine=\(end.line)"
    // A column to end at counts only where the line is the same.
    if end.line == start.line { out += ",endColumn=\(end.column)" }
    out += ",title=\(property(finding.rule))::\(data(finding.message[language]))"
    return out + finding.notes.map { data("\n" + $0[language]) }.joined() + "\n"
  }

  // MARK: Escapes

  private func data(_ text: String) -> String { escaped(text, ["%", "\r", "\n"]) }

  private func property(_ text: String) -> String { escaped(text, ["%", "\r", "\n", ":", ","]) }

  /// By scalars, since a carriage return and a line feed are one character to Swift.
  private func escaped(_ text: String, _ special: Set<Unicode.Scalar>) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      if special.contains(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        out += "%" + (digits.count < 2 ? "0" : "") + digits
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private func cell(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r": out += " "
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case "|", "\\", "`", "*", "_", "[", "]", "#", "!", "~", "@": out += "\\\(scalar)"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// Text in which no line of the content can pass for a command: the older form `##[…]` counts anywhere.
  private func harmless(_ text: String) -> String {
    text.replacing("##[", with: "# #[")
  }
}
