import Cataloguing
import Diagnosing
import Reading
import Templating

/// All that pages are made of: the catalogue, what follows from it, the theme and the site's address.
///
/// A class only so that the thousands of pages that hold it share one copy; it never changes.
public final class SiteModel: Sendable {
  public let site: MatchedSite
  let catalogue: Catalogue
  let theme: Theme
  let base: BaseAddress
  let related: RelatedPractices
  let keywords: KeywordIndex
  let writtenFacets: [WrittenFacet]
  /// Whether the search's files are published too, without which pages offer nothing that needs them.
  let hasSearch: Bool
  /// What pages are made of; nil where nothing is remembered.
  let inputs: PageInputs?
  private let completenessReport = Late<[Completeness]>()
  private let latePracticeURLs: Late<[SafeURL]>
  let lateNationalPractices: Late<[Int]>
  /// By the region's index.
  let lateOwnPractices: Late<[[Int]]>
  private let lateTermData = Late<[Language: TermData]>()

  public init(_ site: MatchedSite, theme: Theme, base: BaseAddress, hasSearch: Bool = true) {
    self.site = site
    self.theme = theme
    self.base = base
    self.hasSearch = hasSearch
    inputs = nil
    catalogue = site.catalogue
    let catalogue = catalogue
    (related, (keywords, writtenFacets)) = Parallel.both {
      RelatedPractices(in: catalogue, links: SiteLinks.mentions(in: catalogue, site, site.resolver))
    } and: {
      (KeywordIndex(catalogue.keywords), WrittenFacet.all(of: catalogue))
    }
    latePracticeURLs = Late()
    lateNationalPractices = Late()
    lateOwnPractices = Late()
  }

  private init(_ model: SiteModel, catalogue: Catalogue, inputs: PageInputs?) {
    site = model.site
    self.catalogue = catalogue
    theme = model.theme
    base = model.base
    related = model.related
    keywords = model.keywords
    writtenFacets = model.writtenFacets
    hasSearch = model.hasSearch
    latePracticeURLs = model.latePracticeURLs
    lateNationalPractices = model.lateNationalPractices
    lateOwnPractices = model.lateOwnPractices
    self.inputs = inputs
  }

  /// The same model with fingerprints of what pages are made of.
  public func remembering(_ inputs: PageInputs) -> SiteModel {
    SiteModel(self, catalogue: catalogue, inputs: inputs)
  }

  /// The model with other texts of some entries, and the pages that show them. What others know of the entries is the
  /// same as before (see `EntryFacts`), so no other page changes.
  public func replacing(_ entries: [MatchedEntry]) -> (SiteModel, [Page]) {
    let model = SiteModel(self, catalogue: catalogue.replacing(entries), inputs: inputs)
    let paths = Set(entries.map(\.path))
    let sites = languages.compactMap { LocalSite(model, $0) }
    let pages = model.catalogue.practices.enumerated().flatMap { index, practice -> [Page] in
      guard paths.contains(practice.source.path), let site = sites.first(where: { $0.language == practice.language })
      else { return [] }
      return [site.practicePage(index)] + site.practiceFiles(index)
    }
    return (model, pages)
  }

  var resolver: LinkResolver { site.resolver }
  var order: PracticeOrder { catalogue.order }

  /// By the practice's index: the address of its page, as lists and keywords name it many times.
  var practiceURLs: [SafeURL] { latePracticeURLs.value { catalogue.practices.map { url($0.path) } } }

  /// What each practice could still tell; the page for editors shows it in every language.
  var completeness: [Completeness] { completenessReport.value { Completeness.report(catalogue) } }

  func termData(_ language: Language) -> TermData {
    let all = lateTermData.value {
      Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, TermData(schema, $0)) })
    }
    return all[language] ?? TermData(schema, language)
  }

  var schema: Schema { catalogue.schema }
  var configuration: SiteConfiguration { catalogue.configuration }
  var languages: [Language] { configuration.languages }

  /// An address within the site as pages write it: from the root of the host, the site's folder first.
  func url(_ path: String) -> SafeURL { SafeURL(local(path)) }

  func local(_ path: String) -> LocalURL {
    // Every path is made by Mallisto of checked parts, so it is an address.
    LocalURL(base.local(path)) ?? LocalURL("/")!
  }

  /// A full address, for feeds, sitemaps and search engines.
  func absolute(_ path: String) -> String { base.absolute(path) }

  func absoluteURL(_ path: String) -> SafeURL? { SafeURL(absolute(path)) }

  /// Where a file beside an entry is published: `/media/` and its path below `content/practices/`.
  func mediaPath(_ file: String) -> String {
    let below = ["content/practices/", "content/pages/", "content/"].first { file.hasPrefix($0) } ?? ""
    return "/media/" + file.dropFirst(below.count)
  }
}

/// A site in one of its languages: the words and templates to make its pages with.
///
/// A class for the same reason as `SiteModel`.
final class LocalSite: Sendable {
  let model: SiteModel
  let language: Language
  let words: Words
  let templates: ThemeTemplates
  let rowList = Late<RowList>()
  let keywordPractices = Late<RowList>()
  let menuLinks = Late<[MenuLink]>()
  let footLinks = Late<[MenuLink]>()
  /// What is the same on every practice's page.
  let articleMenu = Late<SafeHTML>()
  let articleFoot = Late<SafeHTML>()
  let lateFeed = Late<LinkView>()
  let practiceData = Late<CommonPracticeData>()
  /// By the region's index: the codes of what is marked on a map.
  let mapMarks = Late<[[String]]>()
  /// By the term's index: the address of its page; nil for a term without practices.
  let regionURLs = Late<[SafeURL?]>()
  let funderURLs = Late<[SafeURL?]>()
  let stageURLs = Late<[SafeURL?]>()
  /// By the keyword's index.
  let lateKeywordURLs = Late<[SafeURL]>()
  /// By the region's index.
  let lateRegionLinks = Late<[LinkView]>()
  /// The way to every practice's page.
  let practiceCrumbs = Late<[LinkView]>()
  private let months: [String]

  init?(_ model: SiteModel, _ language: Language) {
    guard let words = model.theme.words[language], let templates = model.theme.templates[language] else { return nil }
    self.model = model
    self.language = language
    self.words = words
    self.templates = templates
    months = words[.months].split(separator: " ").map(String.init)
  }

  func path(_ kind: SiteAddresses.Kind) -> String { SiteAddresses.path(kind, language) }
  func url(_ kind: SiteAddresses.Kind) -> SafeURL { model.url(path(kind)) }

  func name(_ text: Localized) -> String { text[language] }

  /// A day as the language writes it: `17.12.2025`, `17 December 2025`.
  func date(_ date: CalendarDate) -> DateView {
    if language != .en { return DateView(iso: date.iso, text: date.dotted) }
    let month = months.count == 12 ? months[date.month - 1] : "\(date.month)"
    return DateView(iso: date.iso, text: "\(date.day)\u{A0}\(month) \(date.year)")
  }

  /// A remark on a practice's language when it is not the page's.
  func foreign(_ practice: Practice) -> ForeignView? {
    guard practice.language != language else { return nil }
    let word: Word =
      switch practice.language {
      case .fi: .inFinnish
      case .sv: .inSwedish
      case .en: .inEnglish
      }
    return ForeignView(code: practice.language.rawValue, name: words[word])
  }
}
