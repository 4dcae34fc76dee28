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
