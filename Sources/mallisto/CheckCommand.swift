import ArgumentParser
import Cataloguing
import Diagnosing
import Reading

/// `mallisto check`: says everything that is wrong with the content and writes nothing.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Checks content, template, vocabularies and theme.")

  @OptionGroup var common: CommonOptions

  @Flag(help: "Warnings fail the check too.")
  var strict = false

  func run() throws {
    let source = try Exit.onFailure(common) { () throws(EnvironmentFailure) in try SiteSource.read(common.folder) }
    let prepared = PreparedSite(source)
    let site = prepared.assembly.site
    let report = Report(
      format: common.format, language: common.messageLanguage(site: site?.configuration.defaultLanguage))
    report.print(prepared.findings, filesChecked: source.filesChecked)
    if prepared.findings.hasErrors || (strict && !prepared.findings.isEmpty) { throw ExitCode(1) }
  }
}

/// How a command ends when the environment fails it.
enum Exit {
  static func onFailure<Value>(
    _ common: CommonOptions, _ body: () throws(EnvironmentFailure) -> Value
  ) throws -> Value {
    do {
      return try body()
    } catch {
      let language = common.messageLanguage(site: nil)
      Terminal.error("mallisto: \(error.message[language])\n")
      if let advice = error.advice { Terminal.error("  \(advice[language])\n") }
      throw ExitCode(3)
    }
  }
}
