import ArgumentParser
import Cataloguing
import Diagnosing
import Glibc
import Publishing
import Reading

/// `mallisto new "Title"`: writes a ready file to fill in.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Writes a new entry with everything that its stage requires.",
    discussion: "The file goes to content/practices/ under a name made from the title. Nothing is overwritten.")

  @OptionGroup var common: CommonOptions

  @Argument(help: "The name of the practice model.")
  var title: String

  @Option(
    help: ArgumentHelp("How far the model is: idea, suunnittelu, kokeilu, kayttoonotto or valmis.", valueName: "stage"))
  var stage: String?

  func run() throws {
    let sources = try Exit.onFailure(common) { () throws(EnvironmentFailure) in try SiteReader.read(common.folder) }
    let assembly = SiteAssembly(sources)
    guard let site = assembly.site else {
      let report = Report(format: common.format, language: common.messageLanguage(site: nil))
      report.print(assembly.findings, filesChecked: sources.vocabularies.count + 2)
      throw ExitCode(1)
    }
    let language = common.language ?? site.configuration.defaultLanguage
    let draft = EntryDraft(
      title: title, stage: try stageIndex(site.schema), language: language, date: Today.date, schema: site.schema)
    let name = FileName.free(draft.slug, besides: sources.files)
    let path = "content/practices/\(name).md"
    try Exit.onFailure(common) { () throws(EnvironmentFailure) in
      try AtomicFile.write(Array(draft.text.utf8), to: "\(common.folder.root)/\(path)")
    }
    Terminal.output(path + "\n")
    Terminal.error(NewCommand.next(draft.missing, path: path)[language] + "\n")
  }

  private func stageIndex(_ schema: Schema) throws -> Int {
    guard let stage else { return 0 }
    let stages = schema.stageVocabulary
    if let index = stages?.term(code: stage) ?? stages?.term(named: stage) { return index }
    let names = stages?.terms.map(\.code).joined(separator: ", ") ?? ""
    throw ValidationError("--stage takes one of: \(names)")
  }

  private static func next(_ missing: [String], path: String) -> Localized {
    let list = missing.map { "  – \($0)\n" }.joined()
    return Localized(
      fi: "Kirjoita vielä:\n\(list)Tarkista sitten: mallisto check",
      sv: "Skriv ännu:\n\(list)Kontrollera sedan: mallisto check",
      en: "Still to be written:\n\(list)Then check: mallisto check")
  }
}

/// A name for a new file that no other entry has.
enum FileName {
  /// The slug itself, or with `-2`, `-3` … after it where the name is taken in any folder.
  static func free(_ slug: String, besides files: Set<String>) -> String {
    let taken = Set(
      files.filter { $0.hasPrefix("content/practices/") && $0.hasSuffix(".md") }
        .compactMap { $0.split(separator: "/").last.map { String($0.dropLast(3)) } })
    var name = slug
    var number = 2
    while taken.contains(name) {
      name = "\(slug)-\(number)"
      number += 1
    }
    return name
  }
}

/// The day that it is here. Only new entries ask: nothing that is built depends on the clock.
enum Today {
  static var date: CalendarDate {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? CalendarDate(year: 2020, month: 1, day: 1)!
  }
}
