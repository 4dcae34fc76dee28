import Cataloguing
import Diagnosing
import Glibc
import Importing
import Rendering

/// Prints findings in the format that was asked for, and the words of a summary.
struct Report {
  let format: OutputFormat
  let language: Language

  func print(_ findings: [Diagnostic], filesChecked: Int) {
    switch format {
    case .text:
      Terminal.error(TextFormat(language: language, usesColour: Terminal.hasColour).render(findings))
      if !findings.isEmpty { Terminal.error("\n") }
      Terminal.error(summary(findings, filesChecked: filesChecked))
    case .json:
      Terminal.output(JSONFormat(language: language).render(findings, filesChecked: filesChecked))
    case .sarif:
      let format = SARIFFormat(language: language, version: Program.version, rules: Program.rules)
      Terminal.output(format.render(findings))
    case .github:
      let format = GitHubFormat(language: language)
      Terminal.output(format.render(findings))
      Terminal.error(summary(findings, filesChecked: filesChecked))
      if let page = getenv("GITHUB_STEP_SUMMARY") {
        Terminal.append(format.summary(findings, filesChecked: filesChecked), to: String(cString: page))
      }
    }
  }

  private func summary(_ findings: [Diagnostic], filesChecked: Int) -> String {
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count - errors
    let text = Localized(
      fi: "Tarkistettu \(filesChecked) tiedostoa: \(errors) virhettä, \(warnings) varoitusta.",
      sv: "\(filesChecked) filer kontrollerade: \(errors) fel, \(warnings) varningar.",
      en: "\(filesChecked) files checked: \(errors) errors, \(warnings) warnings.")
    return text[language] + "\n"
  }
}

/// The terminal: what goes to standard output and to standard error, and whether it shows colours.
enum Terminal {
  static var hasColour: Bool { isatty(2) == 1 && getenv("NO_COLOR") == nil }

  static func error(_ text: String) { write(text, to: 2) }
  static func output(_ text: String) { write(text, to: 1) }

  /// Adds to a file that the environment names; what cannot be written there is not missed.
  static func append(_ text: String, to path: String) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    write(text, to: descriptor)
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        return
      }
      bytes = bytes.dropFirst(written)
    }
  }
}
