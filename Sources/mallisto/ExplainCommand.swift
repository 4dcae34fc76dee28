import ArgumentParser
import Cataloguing
import Diagnosing
import Glibc
import Importing
import Publishing
import Rendering

/// `mallisto explain RULE`: what a rule asks, with an example of wrong and right.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explains a rule, with an example of wrong and right.",
    discussion: """
      The rule's name stands in brackets after a finding. Without a name all rules are listed.

        mallisto explain unknown-value
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "The rule's name, such as unknown-value.")
  var rule: String?

  @Flag(help: "Write the pages of all rules as Markdown, one file a language.")
  var all = false

  @Option(help: ArgumentHelp("The folder that --all writes to.", valueName: "dir"))
  var output = "docs/rules"

  func run() throws {
    let language = common.messageLanguage(site: nil)
    let rules = Program.rules.sorted { $0.id < $1.id }
    if all { return try write(rules) }
    guard let name = rule else {
      for rule in rules { Terminal.output(RulePage(rule, language).line) }
      return
    }
    guard let found = rules.first(where: { $0.id == name }) else {
      let near = NearestName.suggestions(for: name, among: rules.map(\.id)).joined(separator: ", ")
      throw ValidationError("There is no rule \(name)." + (near.isEmpty ? "" : " Did you mean \(near)?"))
    }
    Terminal.output(RulePage(found, language).text)
  }
}

extension ExplainCommand {
  private func write(_ rules: [Rule]) throws {
    var folder = output.hasPrefix("/") ? "/" : ""
    for part in output.split(separator: "/") {
      folder += part
      mkdir(folder, 0o755)
      folder += "/"
    }
    for language in Language.allCases {
      let pages = RulePages(rules: rules, language: language)
      let path = "\(output)/\(language.rawValue).md"
      try Exit.onFailure(common) { () throws(EnvironmentFailure) in
        try AtomicFile.write(Array(pages.markdown.utf8), to: path)
      }
      Terminal.output(path + "\n")
    }
  }
}

/// A rule as a page of text.
struct RulePage {
  let rule: Rule
  let language: Language

  init(_ rule: Rule, _ language: Language) {
    self.rule = rule
    self.language = language
  }

  /// `unknown-value          error    The value is one of the field's list`
  var line: String {
    let name = rule.id + String(repeating: " ", count: max(1, 28 - rule.id.count))
    let severity = rule.severity.rawValue + String(repeating: " ", count: 9 - rule.severity.rawValue.count)
    return name + severity + rule.title[language] + "\n"
  }

  var text: String {
    var text = "\(rule.title[language])\n\n[\(rule.id)] \(rule.severity.rawValue)\n\n\(rule.explanation[language])\n"
    if let example = rule.example {
      let wrong = Localized(fi: "Väärin:", sv: "Fel:", en: "Wrong:")[language]
      let right = Localized(fi: "Oikein:", sv: "Rätt:", en: "Right:")[language]
      text += "\n\(wrong)\n\(indented(example.wrong))\n\(right)\n\(indented(example.right))"
    }
    return text
  }

  private func indented(_ lines: String) -> String {
    let split = lines.split(separator: "\n", omittingEmptySubsequences: false)
    return split.map { "    \($0)\n" }.joined()
  }
}
