import Cataloguing
import Diagnosing
import Glibc
import Importing
import Rendering

/// Prints findings in the format that was asked for, and the words of a summary.
struct Report {
  let format: OutputFormat
  let language: Language

  /// What goes to standard output and to standard error.
  struct Words: Sendable, Equatable {
    var output = ""
    var error = ""

    func print() {
      Terminal.output(output)
      Terminal.error(error)
    }
  }

  func print(_ findings: [Diagnostic], filesChecked: Int) {
    print(words(findings, filesChecked: filesChecked), of: findings, filesChecked: filesChecked)
  }

  /// - Parameter words: what ``words(_:filesChecked:)`` gave, where they are needed for something else too.
  func print(_ words: Words, of findings: [Diagnostic], filesChecked: Int) {
    words.print()
    if format == .github, let page = getenv("GITHUB_STEP_SUMMARY") {
      let summary = GitHubFormat(language: language).summary(findings, filesChecked: filesChecked)
      Terminal.append(summary, to: String(cString: page))
    }
  }

  func words(_ findings: [Diagnostic], filesChecked: Int) -> Words {
    let summary = summary(findings, filesChecked: filesChecked)
    switch format {
    case .text:
      let text = TextFormat(language: language, usesColour: Terminal.hasColour).render(findings)
      return Words(error: text + (findings.isEmpty ? "" : "\n") + summary)
    case .json: return Words(output: JSONFormat(language: language).render(findings, filesChecked: filesChecked))
    case .sarif:
      let format = SARIFFormat(language: language, version: Program.version, rules: Program.rules)
      return Words(output: format.render(findings))
    case .github: return Words(output: GitHubFormat(language: language).render(findings), error: summary)
    }
  }

  private func summary(_ findings: [Diagnostic], filesChecked: Int) -> String {
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count - errors
    let text = Localized(
      fi: "Tarkistettu \(filesChecked) tiedostoa: virheitä \(errors), varoituksia \(warnings).",
      sv: "\(filesChecked) filer kontrollerade: fel \(errors), varningar \(warnings).",
      en: "\(filesChecked) files checked: errors \(errors), warnings \(warnings).")
    return text[language] + "\n" + next(findings).map { "  \($0[language])\n" }.joined()
  }

  /// What to do next: first what a command can do, then what it says of the first rule that is broken.
  private func next(_ findings: [Diagnostic]) -> [Localized] {
    guard let first = findings.first(where: { $0.severity == .error }) ?? findings.first else { return [] }
    let safe = findings.count { $0.fix?.isSafe == true }
    let explain = Localized(
      fi: "Säännöstä kertoo: mallisto explain \(first.rule)", sv: "Mer om regeln: mallisto explain \(first.rule)",
      en: "More about the rule: mallisto explain \(first.rule)")
    if safe == 0 { return [explain] }
    let fix = Localized(
      fi: "Näistä \(safe) korjautuu komennolla: mallisto check --fix",
      sv: "Av dessa rättas \(safe) med: mallisto check --fix",
      en: "Of these, \(safe) can be mended with: mallisto check --fix")
    return [fix, explain]
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
