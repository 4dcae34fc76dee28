import Templating

/// The home page.
struct HomeView: TemplateView {
  var chrome: PageChrome
  /// What the site is for, as a question or a promise.
  var heading: String
  var lead: String
  /// The catalogue, where the search field leads.
  var catalogue: SafeURL
  /// How many practices there are.
  var count: Int
  /// Keywords that many practices share.
  var subjects: [LinkView]
  var map: MapView
  var ladder: [LadderStepView]
  var stages: SafeURL
  var latest: [CardView]
  /// The funders with most practices.
  var bars: [BarView]
  var funders: SafeURL
  var openData: SafeURL?

  static let fields: [Field<Self>] = [
    .record("chrome", stored: \.chrome),
    .text("heading") { $0.heading },
    .text("lead") { $0.lead },
    .url("catalogue") { $0.catalogue },
    .number("count") { $0.count },
    .list("subjects") { $0.subjects },
    .record("map") { $0.map },
    .list("ladder") { $0.ladder },
    .url("stages") { $0.stages },
    .list("latest") { $0.latest },
    .list("bars") { $0.bars },
    .url("funders") { $0.funders },
    .optionalURL("openData") { $0.openData },
  ]
}

/// A page of text: about, accessibility, open data, the editors' guide.
struct PlainPageView: TemplateView {
  var chrome: PageChrome
  var crumbs: [LinkView]
  var heading: String
  var body: SafeHTML

  static let fields: [Field<Self>] = [
    .record("chrome", stored: \.chrome),
    .list("crumbs") { $0.crumbs },
    .text("heading") { $0.heading },
    .html("body") { $0.body },
  ]
}

/// The page that sets practices side by side; its script fills it.
struct CompareView: TemplateView {
  var chrome: PageChrome
  var crumbs: [LinkView]
  var catalogue: SafeURL
  /// What the parts of a practice are called in the page's language.
  var sections: [SectionNameView]
  /// Every stage, first to last.
  var stages: [StageView]
  /// The regions and funders of the practices, as the page's language names them.
  var values: [ComparedValueView]

  static let fields: [Field<Self>] = [
    .record("chrome", stored: \.chrome),
    .list("crumbs") { $0.crumbs },
    .url("catalogue") { $0.catalogue },
    .list("sections") { $0.sections },
    .list("stages") { $0.stages },
    .list("values") { $0.values },
  ]
}

/// A region or a funder with the code that the search index tells it by.
struct ComparedValueView: TemplateView {
  /// `where` or `funder`, as in the facts of a practice.
  var fact: String
  var code: String
  var link: LinkView

  static let fields: [Field<Self>] = [
    .text("fact") { $0.fact },
    .text("code") { $0.code },
    .record("link") { $0.link },
  ]
}

/// A section of the national template.
struct SectionNameView: TemplateView {
  /// As in the template: `idea`, `environment` …
  var id: String
  var name: String

  static let fields: [Field<Self>] = [
    .text("id") { $0.id },
    .text("name") { $0.name },
  ]
}

/// What is shown for an address that leads nowhere.
struct NotFoundView: TemplateView {
  var chrome: PageChrome
  /// Where a search leads.
  var catalogue: SafeURL
  /// The same in every language of the site, for nobody knows which one was looked for; the page's own first.
  var parts: [NotFoundPartView]

  static let fields: [Field<Self>] = [
    .record("chrome", stored: \.chrome),
    .url("catalogue") { $0.catalogue },
    .list("parts") { $0.parts },
  ]
}

/// What is said in one language of an address that leads nowhere.
struct NotFoundPartView: TemplateView {
  var language: String
  /// Whether the language is the page's.
  var isOwn: Bool
  var heading: String
  var lead: String
  var links: [LinkView]

  static let fields: [Field<Self>] = [
    .text("language") { $0.language },
    .flag("isOwn") { $0.isOwn },
    .text("heading") { $0.heading },
    .text("lead") { $0.lead },
    .list("links") { $0.links },
  ]
}
