import Templating

/// The accessibility statement's facts, in the order in which the law asks for them.
struct StatementView: TemplateView {
  var conformance: String
  var shortcomings: [ShortcomingView]
  var assessment: String
  var assessed: DateView
  var feedback: String
  var feedbackEmail: LinkView
  var supervisor: String
  var supervisorUnit: String
  /// Address, e-mail and telephone, those that are known.
  var supervisorLinks: [LinkView]
  var enforcement: String
  var law: LinkView
  var written: DateView

  static let fields: [Field<Self>] = [
    .text("conformance") { $0.conformance },
    .list("shortcomings") { $0.shortcomings },
    .text("assessment") { $0.assessment },
    .record("assessed") { $0.assessed },
    .text("feedback") { $0.feedback },
    .record("feedbackEmail") { $0.feedbackEmail },
    .text("supervisor") { $0.supervisor },
    .text("supervisorUnit") { $0.supervisorUnit },
    .list("supervisorLinks") { $0.supervisorLinks },
    .text("enforcement") { $0.enforcement },
    .record("law") { $0.law },
    .record("written") { $0.written },
  ]
}

/// Something on the site that is not accessible, and why.
struct ShortcomingView: TemplateView {
  var what: String
  var reason: String

  static let fields: [Field<Self>] = [
    .text("what") { $0.what },
    .text("reason") { $0.reason },
  ]
}
