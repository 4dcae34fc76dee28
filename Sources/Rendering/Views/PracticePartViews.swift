import Templating

/// One section of the template with its text.
struct SectionView: TemplateView {
  /// Which section of the template it is: `idea`, `environment` …
  var id: String
  /// The heading's anchor, as links name it.
  var anchor: String
  var heading: String
  var blocks: [BlockView]

  static let fields: [Field<Self>] = [
    .text("id") { $0.id },
    .text("anchor") { $0.anchor },
    .text("heading") { $0.heading },
    .list("blocks") { $0.blocks },
  ]
}

/// A picture of the entry.
struct ImageView: TemplateView {
  var url: LocalURL
  var alternativeText: String
  var caption = ""
  /// Width and height in pixels, so that the page does not jump; none when they could not be read.
  var size: ImageSizeView?

  static let fields: [Field<Self>] = [
    .local("url") { $0.url },
    .text("alternativeText") { $0.alternativeText },
    .text("caption") { $0.caption },
    .optionalRecord("size") { $0.size },
  ]
}

struct ImageSizeView: TemplateView {
  var width: Int
  var height: Int

  static let fields: [Field<Self>] = [
    .number("width") { $0.width },
    .number("height") { $0.height },
  ]
}

/// A document that a practice rests on.
struct SourceView: TemplateView {
  var name: String
  var url: SafeURL?
  var isOutside = false
  /// Reference number, section and day, divided by commas; may be empty.
  var detail = ""
  /// What is odd about it; may be empty.
  var note = ""

  static let fields: [Field<Self>] = [
    .text("name") { $0.name },
    .optionalURL("url") { $0.url },
    .flag("isOutside") { $0.isOutside },
    .text("detail") { $0.detail },
    .text("note") { $0.note },
  ]
}

/// Another practice, and what the two have in common.
struct RelatedView: TemplateView {
  var title: String
  var url: SafeURL
  var why: String
  /// Its language when it is not the page's.
  var foreign: ForeignView?

  static let fields: [Field<Self>] = [
    .text("title") { $0.title },
    .url("url") { $0.url },
    .text("why") { $0.why },
    .optionalRecord("foreign") { $0.foreign },
  ]
}

/// The practice in a form for machines.
struct FileView: TemplateView {
  var text: String
  var url: SafeURL
  /// Such as `application/json`.
  var mediaType: String

  static let fields: [Field<Self>] = [
    .text("text") { $0.text },
    .url("url") { $0.url },
    .text("mediaType") { $0.mediaType },
  ]
}
