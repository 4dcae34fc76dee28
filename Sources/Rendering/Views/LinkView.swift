import Templating

/// A text that leads somewhere, or only stands there when it leads nowhere.
struct LinkView: TemplateView {
  var text: String
  var url: SafeURL?
  /// What is said after it in quieter words: kind and size of a file, what a region lies in.
  var detail = ""
  /// Whether it leaves the site.
  var isOutside = false
  /// The language of the text and of what it leads to, as a BCP 47 tag; empty when it is the page's own.
  var language = ""

  static let fields: [Field<Self>] = [
    .text("text") { $0.text },
    .optionalURL("url") { $0.url },
    .text("detail") { $0.detail },
    .flag("isOutside") { $0.isOutside },
    .text("language") { $0.language },
  ]
}

/// A link with how many practices are behind it.
struct CountedLinkView: TemplateView {
  var text: String
  var url: SafeURL
  var count: Int

  static let fields: [Field<Self>] = [
    .text("text") { $0.text },
    .url("url") { $0.url },
    .number("count") { $0.count },
  ]
}
