import Templating

/// The template's fields and sections as editors need them: what to write, and when it is asked.
struct FieldGuideView: TemplateView {
  var groups: [FieldGuideGroupView]
  /// What the site's descriptions could still tell.
  var completeness: LinkView

  static let fields: [Field<Self>] = [
    .list("groups") { $0.groups },
    .record("completeness") { $0.completeness },
  ]
}

struct FieldGuideGroupView: TemplateView {
  var name: String
  var items: [FieldGuideItemView]

  static let fields: [Field<Self>] = [
    .text("name") { $0.name },
    .list("items") { $0.items },
  ]
}

/// One field or section.
struct FieldGuideItemView: TemplateView {
  var label: String
  /// What an editor writes: a key, or a heading.
  var key: String
  var help: String
  /// When it is asked for, in words.
  var required: String

  static let fields: [Field<Self>] = [
    .text("label") { $0.label },
    .text("key") { $0.key },
    .text("help") { $0.help },
    .text("required") { $0.required },
  ]
}
