import ArgumentParser
import Cataloguing
import Diagnosing
import Importing
import Reading

/// `mallisto export --platform SLUG`: an entry as text to paste into the national platform.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Prints an entry in the form of the national platform.",
    discussion: """
      The fields and sections come as plain text in the platform's order and under its labels, ready to paste \
      in. SLUG is the entry's file name without .md.

        mallisto export --platform poissaolojen-porrasmalli
      """)

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("The entry to print for the national platform.", valueName: "slug"))
  var platform: String

  func run() throws {
    let sources = try Exit.onFailure(common) { () throws(EnvironmentFailure) in try SiteReader.read(common.folder) }
    let assembly = SiteAssembly(sources, showsDrafts: true)
    guard let site = assembly.site else {
      let report = Report(format: common.format, language: common.messageLanguage(site: nil))
      report.print(assembly.findings, filesChecked: sources.vocabularies.count + 2)
      throw ExitCode(1)
    }
    let slug = platform.hasSuffix(".md") ? String(platform.dropLast(3)) : platform
    guard let entry = site.entries.first(where: { $0.slug == slug }) else {
      let near = NearestName.suggestions(for: slug, among: site.entries.map(\.slug)).joined(separator: ", ")
      throw ValidationError("There is no entry \(slug)." + (near.isEmpty ? "" : " Did you mean \(near)?"))
    }
    let resolver = LinkResolver(site)
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
    Terminal.output(text.text)
  }
}
