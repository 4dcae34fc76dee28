import Templating

/// A step model: a picture that climbs, and each step in words.
struct StepsView: TemplateView {
  var steps: [StepView]

  static let fields: [Field<Self>] = [
    .list("steps") { $0.steps }
  ]
}

/// One step: when it is taken, what is done, by whom.
struct StepView: TemplateView {
  /// 1 for the first.
  var number: Int
  /// When the step is taken, such as `yli 50 h`; may be empty.
  var threshold = ""
  var title: String
  var actions: [ActionView] = []
  /// Who sees to it; may be empty.
  var responsible = ""

  static let fields: [Field<Self>] = [
    .number("number") { $0.number },
    .text("threshold") { $0.threshold },
    .text("title") { $0.title },
    .list("actions") { $0.actions },
    .text("responsible") { $0.responsible },
  ]
}

/// One thing that is done on a step.
struct ActionView: TemplateView {
  var html: SafeHTML

  static let fields: [Field<Self>] = [
    .html("html") { $0.html }
  ]
}
