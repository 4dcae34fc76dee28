import Templating

/// A practice's place on the path of stages.
struct StageView: TemplateView {
  /// 1 for the first stage.
  var position: Int
  var name: String
  /// The stage's own page.
  var url: SafeURL?
  /// Every stage of the path, first to last.
  var path: [PathStepView] = []

  static let fields: [Field<Self>] = [
    .number("position") { $0.position },
    .text("name") { $0.name },
    .optionalURL("url") { $0.url },
    .list("path") { $0.path },
  ]
}

/// One stage on the path, seen from where a practice is.
struct PathStepView: TemplateView {
  var name: String
  /// Whether the practice has come this far.
  var isReached: Bool
  var isCurrent: Bool

  static let fields: [Field<Self>] = [
    .text("name") { $0.name },
    .flag("isReached") { $0.isReached },
    .flag("isCurrent") { $0.isCurrent },
  ]
}

/// A stage with how many practices stand on it: one tread of the stairs on the home and stages pages.
struct LadderStepView: TemplateView {
  var name: String
  /// The stage's page; none when nothing stands there.
  var url: SafeURL?
  var count: Int
  /// Shade by number of practices, 0 (none) to 4 (most).
  var tone: Int
  /// What the stage means, in a sentence.
  var help: String

  static let fields: [Field<Self>] = [
    .text("name") { $0.name },
    .optionalURL("url") { $0.url },
    .number("count") { $0.count },
    .number("tone") { $0.tone },
    .text("help") { $0.help },
  ]
}
