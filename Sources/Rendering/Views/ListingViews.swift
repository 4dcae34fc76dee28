import Templating

/// The catalogue: every practice, page by page, and on its first page the filters.
struct CatalogueView: TemplateView {
  var chrome: PageChrome
  var crumbs: [LinkView]
  /// The catalogue's first page.
  var home: SafeURL
  /// Of all pages together.
  var count: Int
  var cards: [CardView]
  /// Instead of cards on the later pages of a very long list.
  var rows: SafeHTML?
  var pager: PagerView?
  /// On the first page only.
  var filter: FilterView?

  static let fields: [Field<Self>] = [
    .record("chrome", stored: \.chrome),
    .list("crumbs") { $0.crumbs },
    .url("home") { $0.home },
    .number("count") { $0.count },
    .list("cards") { $0.cards },
    .html("rows") { $0.rows },
    .optionalRecord("pager") { $0.pager },
    .optionalRecord("filter") { $0.filter },
  ]
}

/// The page of one region, funder, stage or keyword.
struct FacetPageView: TemplateView {
  var chrome: PageChrome
  var crumbs: [LinkView]
  var heading: String
  /// The heading's language when it is not the page's.
  var headingLanguage = ""
  var lead = ""
  /// For a stage: the path with this stage as the current one.
  var stage: StageView?
  var facts: [FactView] = []
  var placeMap: PlaceMapView?
  /// Of all pages together, with the national practices.
  var count: Int
  var cards: [CardView]
  /// Instead of cards on the later pages of a very long list.
  var rows: SafeHTML?
  var pager: PagerView?
  /// For a region: practices of the whole country, told apart.
  var national: [CardView] = []
  /// The catalogue with this value chosen; none on a site without search.
  var filter: SafeURL?
  var feed: SafeURL?

  static let fields: [Field<Self>] = [
    .record("chrome", stored: \.chrome),
    .list("crumbs") { $0.crumbs },
    .text("heading") { $0.heading },
    .text("headingLanguage") { $0.headingLanguage },
    .text("lead") { $0.lead },
    .optionalRecord("stage") { $0.stage },
    .list("facts") { $0.facts },
    .optionalRecord("placeMap") { $0.placeMap },
    .number("count") { $0.count },
    .list("cards") { $0.cards },
    .html("rows") { $0.rows },
    .optionalRecord("pager") { $0.pager },
    .list("national") { $0.national },
    .optionalURL("filter") { $0.filter },
    .optionalURL("feed") { $0.feed },
  ]
}

/// A fact about a region or funder: its name, and one or more values.
struct FactView: TemplateView {
  var label: String
  var links: [LinkView]

  static let fields: [Field<Self>] = [
    .text("label") { $0.label },
    .list("links") { $0.links },
  ]
}

/// One practice as a line of a very long list.
struct RowLinkView: TemplateView {
  var slug: String
  var url: SafeURL
  var title: String
  var stage: String
  var modified: DateView
  /// The practice's language when it is not the page's.
  var foreign: ForeignView?

  static let fields: [Field<Self>] = [
    .text("slug") { $0.slug },
    .url("url") { $0.url },
    .text("title") { $0.title },
    .text("stage") { $0.stage },
    .record("modified", stored: \.modified),
    .optionalRecord("foreign") { $0.foreign },
  ]
}
