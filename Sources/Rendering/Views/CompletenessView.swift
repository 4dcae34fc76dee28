import Templating

/// What descriptions could still tell: a page for those who write them.
struct CompletenessView: TemplateView {
  var chrome: PageChrome
  var crumbs: [LinkView]
  var heading: String
  var lead: String
  var caption: String
  /// The practices that lack something or are getting old.
  var rows: [CompletenessRowView]
  /// How many more there are than are shown, in words; empty when all are.
  var more: String

  static let fields: [Field<Self>] = [
    .record("chrome", stored: \.chrome),
    .list("crumbs") { $0.crumbs },
    .text("heading") { $0.heading },
    .text("lead") { $0.lead },
    .text("caption") { $0.caption },
    .flag("hasRows") { !$0.rows.isEmpty },
    .list("rows") { $0.rows },
    .text("more") { $0.more },
  ]
}

/// One practice.
struct CompletenessRowView: TemplateView {
  var practice: LinkView
  /// The file to edit.
  var file: String
  var changed: DateView
  var isAgeing: Bool
  /// Labels of what is missing.
  var missing: [CompletenessItemView]

  static let fields: [Field<Self>] = [
    .record("practice") { $0.practice },
    .text("file") { $0.file },
    .record("changed") { $0.changed },
    .flag("isAgeing") { $0.isAgeing },
    .flag("isComplete") { $0.missing.isEmpty },
    .list("missing") { $0.missing },
  ]
}

/// A field or a section that is missing.
struct CompletenessItemView: TemplateView {
  var label: String

  static let fields: [Field<Self>] = [
    .text("label") { $0.label }
  ]
}
