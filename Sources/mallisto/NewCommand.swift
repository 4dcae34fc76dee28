import ArgumentParser
import Cataloguing
import Diagnosing
import Reading

/// `mallisto new "Title"`: writes a ready file to fill in.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Writes a new entry with everything that its stage requires.",
    discussion: """
      The file goes to content/practices/ under a name made from the title, and nothing is overwritten. It holds the \
      fields and sections that the stage requires, with help beside each. Its name is printed, and then what is still \
      to be written. --language is the language of the entry too.

        mallisto new "Aamupala koulussa"
        mallisto new "Frukost i skolan" --stage kokeilu --language sv
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "The name of the practice model.")
  var title: String

  @Option(
    help: ArgumentHelp("How far the model is: idea, suunnittelu, kokeilu, kayttoonotto or valmis.", valueName: "stage"))
  var stage: String?

  func validate() throws {
    if EntrySlug.of(title) == "malli", !title.contains(where: { $0.isLetter || $0.isNumber }) {
      throw ValidationError("The title of a new entry holds letters.")
    }
  }

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
    var files = NewEntryFiles(in: common.folder, besides: sources)
    let path = try Exit.onFailure(common) { () throws(EnvironmentFailure) in
      try files.write(draft.text, slug: draft.slug)
    }
    Terminal.output(path + "\n")
    let messages = common.messageLanguage(site: site.configuration.defaultLanguage)
    Terminal.error(NewCommand.next(draft.missing)[messages] + "\n")
  }

  private func stageIndex(_ schema: Schema) throws -> Int {
    guard let stage else { return 0 }
    let stages = schema.stageVocabulary
    if let index = stages?.term(code: stage) ?? stages?.term(named: stage) { return index }
    let names = stages?.terms.map(\.code).joined(separator: ", ") ?? ""
    throw ValidationError("--stage takes one of: \(names)")
  }

  private static func next(_ missing: [String]) -> Localized {
    let list = missing.map { "  – \($0)\n" }.joined()
    return Localized(
      fi: "Kirjoita vielä:\n\(list)Tarkista sitten: mallisto check",
      sv: "Skriv ännu:\n\(list)Kontrollera sedan: mallisto check",
      en: "Still to be written:\n\(list)Then check: mallisto check")
  }
}
