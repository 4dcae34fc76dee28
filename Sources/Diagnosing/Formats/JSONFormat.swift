/// Findings as JSON, for programs: one object, on lines of two-space indentation.
///
/// ```json
/// {
///   "version": 1,
///   "language": "fi",
///   "findings": [
///     {
///       "rule": "unknown-value", "severity": "error",
///       "file": "content/practices/malli.md", "line": 7, "column": 8, "endLine": 7, "endColumn": 15,
///       "message": "…", "notes": ["…"],
///       "fix": {"line": 7, "column": 8, "endLine": 7, "endColumn": 15, "replacement": "Valmis", "isSafe": true}
///     }
///   ],
///   "summary": {"files": 5, "errors": 1, "warnings": 0}
/// }
/// ```
///
/// Findings stand in the order of their files and places. Lines and columns count from 1, columns in
/// Unicode scalars; the end is the place after the last character, so an empty range ends where it starts.
/// `file` is relative to the site's folder. `fix` is there only where one change would mend the finding;
/// `isSafe` tells whether `check --fix` makes it. The version grows when a member changes its meaning or
/// goes; new members may come under the same version.
public struct JSONFormat: Sendable {
  public static let version = 1
  public var language: Language

  public init(language: Language) {
    self.language = language
  }

  public func render(_ findings: [Diagnostic], filesChecked: Int) -> String {
    var json = JSONWriter(indented: true)
    var positions = PositionFinder()
    json.object {
      $0.member("version", JSONFormat.version)
      $0.member("language", language.rawValue)
      $0.member("findings") {
        $0.array(findings.sortedByPlace()) { write($1, &positions, to: &$0) }
      }
      $0.member("summary") {
        $0.object {
          $0.member("files", filesChecked)
          $0.member("errors", findings.count { $0.severity == .error })
          $0.member("warnings", findings.count { $0.severity == .warning })
        }
      }
    }
    return json.text + "\n"
  }

  private func write(_ found: Diagnostic, _ positions: inout PositionFinder, to json: inout JSONWriter) {
    let finding = found.printable
    let place = positions.positions(of: finding.range, in: finding.file)
    json.object {
      $0.member("rule", finding.rule)
      $0.member("severity", finding.severity.rawValue)
      $0.member("file", finding.file.path)
      write(place, to: &$0)
      $0.member("message", finding.message[language])
      $0.member("notes") { $0.array(finding.notes) { $0.value($1[language]) } }
      if let fix = finding.fix { $0.member("fix") { write(fix, in: finding.file, to: &$0) } }
    }
  }

  private func write(_ fix: Fix, in file: SourceFile, to json: inout JSONWriter) {
    var positions = PositionFinder()
    let place = positions.positions(of: fix.range, in: file)
    json.object {
      write(place, to: &$0)
      $0.member("replacement", fix.replacement)
      $0.member("isSafe", fix.isSafe)
    }
  }

  private func write(_ place: (start: SourcePosition, end: SourcePosition), to json: inout JSONWriter) {
    json.member("line", place.start.line)
    json.member("column", place.start.column)
    json.member("endLine", place.end.line)
    json.member("endColumn", place.end.column)
  }
}
