import ArgumentParser
import Cataloguing
import Diagnosing
import Importing
import Reading

/// `mallisto export`: what other programs take from a site.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Prints an entry for the national platform, or help for other programs.",
    discussion: """
      --platform prints an entry as plain text, its fields and sections in the platform's order and under its \
      labels, ready to paste in. SLUG is the entry's file name without .md.

      --cms and --snippets print files made from the template, so that it need not be written twice: the \
      configuration of Decap CMS or Sveltia CMS, and snippets for Visual Studio Code.

        mallisto export --platform poissaolojen-porrasmalli
        mallisto export --cms > muokkaus/config.yml
        mallisto export --snippets > .vscode/mallisto.code-snippets
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("The entry to print for the national platform.", valueName: "slug"))
  var platform: String?

  @Flag(help: "Print the configuration of a Git-based content management system.")
  var cms = false

  @Flag(help: "Print snippets for Visual Studio Code.")
  var snippets = false

  func validate() throws {
    if [platform != nil, cms, snippets].count(where: { $0 }) != 1 {
      throw ValidationError("Say what to print: --platform SLUG, --cms or --snippets.")
    }
  }

  func run() throws {
    let sources = try Exit.onFailure(common) { () throws(EnvironmentFailure) in try SiteReader.read(common.folder) }
    let assembly = SiteAssembly(sources, showsDrafts: true)
    guard let site = assembly.site else {
      let report = Report(format: common.format, language: common.messageLanguage(site: nil))
      report.print(assembly.findings, filesChecked: sources.vocabularies.count + 2)
      throw ExitCode(1)
    }
    let languages = common.language.map { [$0] } ?? site.configuration.languages
    if cms { return Terminal.output(EntryForm(schema: site.schema, languages: languages).text) }
    if snippets { return Terminal.output(EntrySnippets(schema: site.schema, languages: languages).json) }
    Terminal.output(try platformText(site))
  }

  private func platformText(_ site: MatchedSite) throws -> String {
    let named = platform ?? ""
    let slug = named.hasSuffix(".md") ? String(named.dropLast(3)) : named
    guard let entry = site.entries.first(where: { $0.slug == slug }) else {
      let near = NearestName.suggestions(for: slug, among: site.entries.map(\.slug)).joined(separator: ", ")
      throw ValidationError("There is no entry \(slug)." + (near.isEmpty ? "" : " Did you mean \(near)?"))
    }
    let resolver = site.resolver
    let base = BaseAddress(site.configuration.address)
    let text = PlatformText(entry, schema: site.schema) { written in
      switch resolver.resolve(written, from: entry.path) {
      case .external(let address): return address
      case .practice(let index, _):
        let target = site.entries[index]
        let path = SiteAddresses.practice(target.slug, target.language)
        return base.map { $0.text + path.dropFirst() }
      case .address(let path, _): return base.map { $0.text + path.dropFirst() }
      default: return nil
      }
    }
    return text.text
  }
}
