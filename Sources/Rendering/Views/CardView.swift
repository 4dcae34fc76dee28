import Templating

/// One practice in a list.
struct CardView: TemplateView {
  var slug: String
  var url: SafeURL
  var title: String
  var summary: String
  var stage: StageView
  /// Names, divided by commas.
  var regions: String
  /// Names, divided by commas.
  var funders: String
  var modified: DateView
  /// The practice's language when it is not the page's.
  var foreign: ForeignView?
  /// Whether it is a draft, which only the preview shows.
  var isDraft = false

  static let fields: [Field<Self>] = [
    .text("slug") { $0.slug },
    .url("url") { $0.url },
    .text("title") { $0.title },
    .text("summary") { $0.summary },
    .record("stage", stored: \.stage),
    .text("regions") { $0.regions },
    .text("funders") { $0.funders },
    .record("modified", stored: \.modified),
    .optionalRecord("foreign") { $0.foreign },
    .flag("isDraft") { $0.isDraft },
  ]
}

/// A language that is not the page's.
struct ForeignView: TemplateView {
  /// A BCP 47 tag.
  var code: String
  /// As a remark in the page's language: `ruotsiksi`.
  var name: String

  static let fields: [Field<Self>] = [
    .text("code") { $0.code },
    .text("name") { $0.name },
  ]
}
