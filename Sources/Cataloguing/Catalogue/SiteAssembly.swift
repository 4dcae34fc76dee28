import Diagnosing
import Reading

/// A site's content held against its template, with all that is wrong with it.
public struct SiteAssembly: Sendable {
  /// What is to be shown; nil where the template, a vocabulary or the settings cannot be used.
  public let site: MatchedSite?
  /// Findings of all files, in the order of their paths and places.
  public let findings: [Diagnostic]

  /// The practices as they were judged one by one, in the order of their paths.
  public let judged: [JudgedEntry]

  /// What the rules about the whole site found.
  let siteFindings: [Diagnostic]

  /// - Parameters:
  ///   - showsDrafts: whether `site` holds the drafts too; they are judged either way.
  ///   - memory: what an earlier build left of the rules about the whole site.
  ///   - known: gives the practices of `sources.unread`, as they are judged by this template and these vocabularies.
  public init(
    _ sources: SiteSources, showsDrafts: Bool = false, memory: SiteFindings? = nil,
    known: (@Sendable (String, Schema) -> JudgedEntry?)? = nil
  ) {
    let links = sources.symbolicLinks.map(SymbolicLink.diagnostic)
    var findings: [Diagnostic] = []
    var vocabularies: [Vocabulary] = []
    for file in sources.vocabularies {
      let (vocabulary, faults) = VocabularyReader.read(file)
      findings += faults
      if let vocabulary { vocabularies.append(vocabulary) }
    }
    let configuration = SiteAssembly.read(sources.configuration, "content/site.yaml", &findings) {
      SiteConfigurationReader.read($0)
    }
    let template = SiteAssembly.read(sources.template, "content/template.yaml", &findings) {
      TemplateReader.read($0, vocabularies: Vocabularies(vocabularies))
    }
    guard let configuration, let template, !findings.hasErrors else {
      site = nil
      judged = []
      siteFindings = []
      // Without the template nothing can be said of fields, but what cannot be read at all still shows.
      self.findings = (findings + links + (sources.practices + sources.pages).flatMap(\.faults)).sortedByPlace()
      return
    }
    let schema = Schema(
      template: template, vocabularies: Vocabularies(vocabularies), defaultLanguage: configuration.defaultLanguage)
    var judged = Parallel.map(sources.practices) { JudgedEntry($0, schema: schema) }
    if let known, !sources.unread.isEmpty {
      judged += Parallel.map(sources.unread) { known($0, schema) }.compactMap { $0 }
      judged.sort { $0.entry.path.precedesInBytes($1.entry.path) }
    }
    self.judged = judged
    let site = MatchedSite(
      schema: schema, configuration: configuration, entries: judged.map(\.entry),
      pages: sources.pages.map { ContentPage($0, schema: schema) }, files: sources.files,
      images: sources.images, unreadablePictures: sources.unreadablePictures, activePictures: sources.activePictures,
      oversizedFiles: sources.oversizedFiles)
    findings += judged.flatMap(\.findings) + site.pages.flatMap { Rulebook.findings(in: $0, schema: schema) }
    let published = site.withoutDrafts
    let shown = showsDrafts ? site : published
    // What is to be shown is gathered while the rules look at the whole: nearly always it is shown.
    let (found, _) = Parallel.both { [judged] in
      memory?.findings(in: site, judged) ?? Rulebook.findings(in: site)
    } and: {
      shown.catalogue
    }
    siteFindings = found
    findings += links + found
    if published.entries.count < site.entries.count {
      // What leads to a draft leads nowhere once the site is published.
      let known = Set(findings.map(\.identity))
      let more = Rulebook.findings(in: published).filter { !known.contains($0.identity) }
      findings += more.map(BrokenLink.toDraft)
    }
    self.site = shown
    self.findings = findings.sortedByPlace()
  }

  private static func read<Value>(
    _ file: SourceFile?, _ path: String, _ findings: inout [Diagnostic],
    _ body: (SourceFile) -> (Value?, [Diagnostic])
  ) -> Value? {
    guard let file else {
      findings.append(SettingsRules.missingFile(path))
      return nil
    }
    let (value, faults) = body(file)
    findings += faults
    return value
  }
}
