import ArgumentParser
import Cataloguing
import Diagnosing
import Publishing
import Reading
import Spelling

/// `mallisto check`: says everything that is wrong with the content and writes nothing.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Checks content, template, vocabularies and theme.",
    discussion: """
      Each finding names its file, line and column, and its rule in brackets: mallisto explain RULE tells more.

        mallisto check --fix         makes the fixes that cannot alter what was meant
        mallisto check --spelling    looks for misspelt Finnish words too
        mallisto check --report      says what each practice could still tell
      """)

  @OptionGroup var common: CommonOptions

  @Flag(help: "Warnings fail the check too.")
  var strict = false

  @Flag(help: "Make the fixes that cannot alter what was meant: dates, names of values and keys, marks after headings.")
  var fix = false

  @Flag(help: "Say for each practice what could still be told, and when it was last changed.")
  var report = false

  @Option(
    help: ArgumentHelp(
      "With --report: tell from this day, and not from today's, what is getting old.", valueName: "2026-11-22"),
    transform: CheckCommand.day)
  var today: CalendarDate?

  @Flag(
    help: "Look for misspelt words in Finnish text, with Voikko; the site's own words stand in content/spelling.txt.")
  var spelling = false

  func run() throws {
    var source = try read()
    var prepared = PreparedSite(source)
    if fix, try mend(prepared.findings) > 0 {
      source = try read()
      prepared = PreparedSite(source)
    }
    keepToTheEnd((source, prepared))
    let site = prepared.assembly.site
    let language = common.messageLanguage(site: site?.configuration.defaultLanguage)
    if report, let site, !prepared.findings.hasErrors {
      let found = CompletenessReport(
        items: Completeness.report(Catalogue(site)), language: language, today: today ?? Today.date)
      Terminal.output(common.format == .json ? found.json : found.text)
      return
    }
    let findings = try spelling ? (prepared.findings + misspelt(in: site)).sortedByPlace() : prepared.findings
    Report(format: common.format, language: language).print(findings, filesChecked: source.filesChecked)
    if findings.hasErrors || (strict && !findings.isEmpty) { throw ExitCode(1) }
  }

  private static func day(_ text: String) throws -> CalendarDate {
    if case .date(let date) = DateReading(text) { return date }
    throw ValidationError("--today takes a day: 2026-11-22 or 22.11.2026")
  }

  private func misspelt(in site: MatchedSite?) throws -> [Diagnostic] {
    try Exit.onFailure(common) { () throws(EnvironmentFailure) in
      let words = try common.folder.read(WordList.path) ?? []
      var spelling = try MisspeltWord(WordList(String(decoding: words, as: UTF8.self)))
      return site.map { spelling.findings(in: $0) } ?? []
    }
  }

  private func read() throws -> SiteSource {
    try Exit.onFailure(common) { () throws(EnvironmentFailure) in try SiteSource.read(common.folder) }
  }

  /// Makes the safe fixes, file by file, and says where; the number of fixes made.
  private func mend(_ findings: [Diagnostic]) throws -> Int {
    var total = 0
    var seen: Set<String> = []
    for finding in findings where seen.insert(finding.file.path).inserted {
      let (bytes, count) = FixApplication.apply(findings, to: finding.file)
      guard count > 0 else { continue }
      try Exit.onFailure(common) { () throws(EnvironmentFailure) in
        try AtomicFile.write(bytes, to: "\(common.folder.root)/\(finding.file.path)")
      }
      total += count
      let language = common.messageLanguage(site: nil)
      let words = Localized(
        fi: "\(finding.file.path): korjauksia \(count)", sv: "\(finding.file.path): \(count) rättelser",
        en: "\(finding.file.path): \(count) fixes")
      Terminal.error(words[language] + "\n")
    }
    return total
  }
}
