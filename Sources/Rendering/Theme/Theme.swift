import Cataloguing
import Diagnosing
import Reading
import Templating

/// A theme made ready: templates compiled for each language, words looked up, files named by their content.
public struct Theme: Sendable {
  let templates: [Language: ThemeTemplates]
  let words: [Language: Words]
  let assets: AssetFolder
  let outlines: MapOutlines

  /// The theme, or nil with what is wrong with it; every fault of every file is among the findings.
  ///
  /// - Parameter memory: what an earlier build left of the same files.
  public static func compile(
    _ sources: ThemeSources, languages: [Language], memory: AssetMemory? = nil
  ) -> (Theme?, [Diagnostic]) {
    var findings = sources.symbolicLinks.map(SymbolicLink.diagnostic)
    let oversized = sources.templates.filter { $0.bytes.count > Limits.fileSize }
    // Only their beginning has been read, so nothing more can be said.
    if !oversized.isEmpty { return (nil, findings + oversized.compactMap(EncodingRules.fault)) }
    var compiler = TemplateCompiler(sources.templates, in: sources.folder + "/templates")
    var templates: [Language: ThemeTemplates] = [:]
    var words: [Language: Words] = [:]
    for language in languages {
      let path = "\(sources.folder)/labels/\(language.rawValue).yaml"
      guard let file = sources.labels.first(where: { $0.path == path }) else {
        findings.append(ThemeRules.missingFile(path))
        continue
      }
      let (labels, faults) = LabelsReader.read(file, language: language)
      findings += faults
      let (found, missing) = Words.read(labels)
      findings += missing.map { ThemeRules.missingLabel($0.name, in: file) }
      words[language] = found
      templates[language] = ThemeTemplates(&compiler, labels)
    }
    findings += compiler.diagnostics
    let mapPath = sources.folder + "/map/wellbeing-areas.json"
    let outlines = sources.map.flatMap { try? MapOutlines(json: $0.bytes) }
    guard let outlines else { return (nil, findings + [ThemeRules.missingFile(mapPath)]) }
    guard templates.count == languages.count, !findings.hasErrors else { return (nil, findings) }
    let assets = memory?.folder(of: sources) ?? AssetFolder(sources.assets)
    return (Theme(templates: templates, words: words, assets: assets, outlines: outlines), findings)
  }
}

/// A theme's templates in one language.
struct ThemeTemplates: Sendable {
  let menu: Template<MenuView>
  let foot: Template<FootView>
  let home: Template<HomeView>
  let catalogue: Template<CatalogueView>
  let facetPage: Template<FacetPageView>
  let row: Template<RowLinkView>
  let practice: Template<PracticeView>
  let regions: Template<RegionsView>
  let funders: Template<FundersView>
  let stages: Template<StagesView>
  let values: Template<ValuesView>
  let keywords: Template<KeywordsView>
  let keywordPractice: Template<LinkView>
  let plain: Template<PlainPageView>
  let compare: Template<CompareView>
  let notFound: Template<NotFoundView>
  let statement: Template<StatementView>
  let blocks: Template<SectionBodyView>
  let fieldGuide: Template<FieldGuideView>
  let completeness: Template<CompletenessView>

  init?(_ compiler: inout TemplateCompiler, _ labels: Labels) {
    // All are compiled before any is missed, so that every fault is found in one run.
    let menu = compiler.compile("menu", for: MenuView.self, labels: labels)
    let foot = compiler.compile("foot", for: FootView.self, labels: labels)
    let home = compiler.compile("home", for: HomeView.self, labels: labels)
    let catalogue = compiler.compile("catalogue", for: CatalogueView.self, labels: labels)
    let facetPage = compiler.compile("facet-page", for: FacetPageView.self, labels: labels)
    let row = compiler.compile("row", for: RowLinkView.self, labels: labels)
    let practice = compiler.compile("practice", for: PracticeView.self, labels: labels)
    let regions = compiler.compile("regions", for: RegionsView.self, labels: labels)
    let funders = compiler.compile("funders", for: FundersView.self, labels: labels)
    let stages = compiler.compile("stages", for: StagesView.self, labels: labels)
    let values = compiler.compile("values", for: ValuesView.self, labels: labels)
    let keywords = compiler.compile("keywords", for: KeywordsView.self, labels: labels)
    let keywordPractice = compiler.compile("keyword-practice", for: LinkView.self, labels: labels)
    let plain = compiler.compile("page", for: PlainPageView.self, labels: labels)
    let compare = compiler.compile("compare", for: CompareView.self, labels: labels)
    let notFound = compiler.compile("not-found", for: NotFoundView.self, labels: labels)
    let statement = compiler.compile("accessibility-statement", for: StatementView.self, labels: labels)
    let blocks = compiler.compile("section-body", for: SectionBodyView.self, labels: labels)
    let fieldGuide = compiler.compile("field-guide", for: FieldGuideView.self, labels: labels)
    let completeness = compiler.compile("completeness", for: CompletenessView.self, labels: labels)
    guard let menu, let foot, let home, let catalogue, let facetPage, let row, let practice, let regions, let funders,
      let stages,
      let values, let keywords, let keywordPractice, let plain, let compare, let notFound, let statement, let blocks,
      let fieldGuide,
      let completeness
    else { return nil }
    self.menu = menu
    self.foot = foot
    self.home = home
    self.catalogue = catalogue
    self.facetPage = facetPage
    self.row = row
    self.practice = practice
    self.regions = regions
    self.funders = funders
    self.stages = stages
    self.values = values
    self.keywords = keywords
    self.keywordPractice = keywordPractice
    self.plain = plain
    self.compare = compare
    self.notFound = notFound
    self.statement = statement
    self.blocks = blocks
    self.fieldGuide = fieldGuide
    self.completeness = completeness
  }
}
