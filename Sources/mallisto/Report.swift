import ArgumentParser
import Diagnosing
import Glibc

/// Prints findings in the format that was asked for, and the words of a summary.
struct Report {
  let format: OutputFormat
  let language: Language

  func print(_ findings: [Diagnostic], filesChecked: Int) {
    switch format {
    case .text, .json, .github, .sarif:
      let text = TextFormat(language: language, usesColour: Terminal.hasColour)
      for finding in findings { Terminal.error(text.render(finding)) }
      Terminal.error(summary(findings, filesChecked: filesChecked))
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
