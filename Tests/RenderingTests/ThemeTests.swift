import Diagnosing
import Templating
import Testing

@testable import Rendering

/// The templates fit the views, and say what they must in every language.
struct ThemeTests {
  @Test(arguments: Language.allCases)
  func everyPageCompiles(language: Language) throws {
    let labels = try ThemeFiles.labels(language)
    var compiler = TemplateCompiler(try ThemeFiles.templates(), in: "templates")
    _ = compiler.compile("home", for: HomeView.self, labels: labels)
    _ = compiler.compile("catalogue", for: CatalogueView.self, labels: labels)
    _ = compiler.compile("practice", for: PracticeView.self, labels: labels)
    _ = compiler.compile("facet-page", for: FacetPageView.self, labels: labels)
    _ = compiler.compile("regions", for: RegionsView.self, labels: labels)
    _ = compiler.compile("funders", for: FundersView.self, labels: labels)
    _ = compiler.compile("stages", for: StagesView.self, labels: labels)
    _ = compiler.compile("keywords", for: KeywordsView.self, labels: labels)
    _ = compiler.compile("page", for: PlainPageView.self, labels: labels)
    _ = compiler.compile("compare", for: CompareView.self, labels: labels)
    _ = compiler.compile("not-found", for: NotFoundView.self, labels: labels)
    let faults = compiler.diagnostics.map { "\($0.file.path):\($0.position) \($0.message[.en])" }
    #expect(faults == [])
  }

  @Test func everyLanguageHasTheSameLabels() throws {
    let finnish = try ThemeFiles.labels(.fi).all.map(\.name)
    for language in Language.allCases {
      #expect(try ThemeFiles.labels(language).all.map(\.name) == finnish)
    }
  }
}
