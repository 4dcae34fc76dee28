import Templating

/// What surrounds the content of every page: head, banner, foot.
///
/// Nothing in it depends on an entry but the texts of the document's head.
struct PageChrome: TemplateView {
  /// The page's language, a BCP 47 tag such as `fi`.
  var language: String
  /// The same for Open Graph, such as `fi_FI`.
  var locale: String
  /// What stands in `<title>`: the page's name and the site's.
  var documentTitle: String
  /// The page's name alone, for Open Graph.
  var title: String
  /// One or two sentences for search engines; may be empty.
  var description = ""
  /// The page's full address; a page without one (404) is not indexed.
  var canonical: SafeURL?
  /// Whether search engines are asked not to index the page.
  var isHidden = false
  /// `website` or `article`.
  var kind = "website"
  /// The full address of a picture for link previews.
  var previewImage: SafeURL?
  /// Schema.org data for the page.
  var structuredData: JSONValue?
  var counterparts: [CounterpartView] = []
  var feeds: [LinkView] = []
  var openSearch: SafeURL?

  /// Whether the site has a search index, without which no search field is shown.
  var hasSearch = true

  var siteName: String
  var home: SafeURL
  /// The folder of the theme's files without a slash at the end, such as `/mallisto/assets`.
  var assets: LocalURL
  /// What `menu.mustache` made.
  var menu: SafeHTML
  var languages: [LanguageItemView]
  /// What `foot.mustache` made.
  var foot: SafeHTML

  static let fields: [Field<Self>] = [
    .text("language") { $0.language },
    .text("locale") { $0.locale },
    .text("documentTitle") { $0.documentTitle },
    .text("title") { $0.title },
    .text("description") { $0.description },
    .optionalURL("canonical") { $0.canonical },
    .flag("isHidden") { $0.isHidden },
    .text("kind") { $0.kind },
    .optionalURL("previewImage") { $0.previewImage },
    .json("structuredData") { $0.structuredData },
    .list("counterparts") { $0.counterparts },
    .list("feeds") { $0.feeds },
    .optionalURL("openSearch") { $0.openSearch },
    .flag("hasSearch") { $0.hasSearch },
    .text("siteName") { $0.siteName },
    .url("home") { $0.home },
    .local("assets") { $0.assets },
    .html("menu") { $0.menu },
    .list("languages") { $0.languages },
    .html("foot") { $0.foot },
  ]
}

/// The same page in another language.
struct CounterpartView: TemplateView {
  /// A BCP 47 tag, or `x-default`.
  var language: String
  /// The full address.
  var url: SafeURL

  static let fields: [Field<Self>] = [
    .text("language") { $0.language },
    .url("url") { $0.url },
  ]
}

/// The main menu.
///
/// It and the foot are made once for all practices' pages, which are most of a site.
struct MenuView: TemplateView {
  var items: [MenuItemView]

  static let fields: [Field<Self>] = [.list("items") { $0.items }]
}

/// What stands under every page.
struct FootView: TemplateView {
  var links: [MenuItemView]
  /// Who publishes and under what terms, one paragraph.
  var text: String

  static let fields: [Field<Self>] = [
    .list("links") { $0.links },
    .text("text") { $0.text },
  ]
}

/// A part of the site in the menu or the foot.
struct MenuItemView: TemplateView {
  var text: String
  var url: SafeURL
  /// Whether the page shown is this one.
  var isCurrent = false
  /// Whether the page shown lies under this one.
  var isAncestor = false

  static let fields: [Field<Self>] = [
    .text("text") { $0.text },
    .url("url") { $0.url },
    .flag("isCurrent") { $0.isCurrent },
    .flag("isAncestor") { $0.isAncestor },
  ]
}

/// A language of the site, named in itself.
struct LanguageItemView: TemplateView {
  /// A BCP 47 tag.
  var code: String
  /// `Suomi`, `Svenska`, `English`.
  var name: String
  /// The counterpart of this page, or the nearest there is.
  var url: SafeURL
  var isCurrent: Bool

  static let fields: [Field<Self>] = [
    .text("code") { $0.code },
    .text("name") { $0.name },
    .url("url") { $0.url },
    .flag("isCurrent") { $0.isCurrent },
  ]
}
