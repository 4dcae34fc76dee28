import Templating

/// The filters of the catalogue; their script finds what to filter in the search index.
struct FilterView: TemplateView {
  var facets: [FacetView]
  /// Further facets, which are shown when asked for.
  var more: [FacetView]
  /// Whether each practice has its text beside its page as data, for excerpts.
  var hasData: Bool

  static let fields: [Field<Self>] = [
    .list("facets") { $0.facets },
    .list("more") { $0.more },
    .flag("hasData") { $0.hasData },
  ]
}

/// One facet: region, funder, stage and so on.
struct FacetView: TemplateView {
  /// The name of its fields and of its parameter in the address: `region`.
  var id: String
  var name: String
  var choices: [ChoiceView]
  /// Whether the choices are so many that they are folded where there is little room.
  private var isLong: Bool { choices.reduce(0) { $0 + 1 + $1.children.count } > 5 }

  static let fields: [Field<Self>] = [
    .text("id") { $0.id },
    .text("name") { $0.name },
    .list("choices") { $0.choices },
    .flag("isLong") { $0.isLong },
  ]
}

/// One value of a facet, with the values that lie under it.
struct ChoiceView: TemplateView {
  /// The facet's `id`, again, since a choice's field is named by it.
  var facet: String
  /// The value in the address: `hva-05`, `STM`, `valmis`.
  var code: String
  var text: String
  /// The text's language when it is not the page's.
  var language = ""
  var count: Int
  /// The value's own page, for readers without a script.
  var url: SafeURL?
  var children: [ChoiceView] = []

  static let fields: [Field<Self>] = [
    .text("facet") { $0.facet },
    .text("code") { $0.code },
    .text("text") { $0.text },
    .text("language") { $0.language },
    .number("count") { $0.count },
    .optionalURL("url") { $0.url },
    .list("children") { $0.children },
  ]
}

/// Where a long list stands, and its neighbours.
struct PagerView: TemplateView {
  /// 1 for the first.
  var page: Int
  var pages: Int
  var previous: SafeURL?
  var next: SafeURL?

  static let fields: [Field<Self>] = [
    .number("page") { $0.page },
    .number("pages") { $0.pages },
    .optionalURL("previous") { $0.previous },
    .optionalURL("next") { $0.next },
  ]
}
