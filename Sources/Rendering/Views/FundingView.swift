import Templating

/// What a practice cost and who paid, as a bar and its figures.
struct FundingView: TemplateView {
  /// Present when both shares are known.
  var bar: FundingBarView?
  var figures: [FigureView]

  static let fields: [Field<Self>] = [
    .optionalRecord("bar") { $0.bar },
    .list("figures") { $0.figures },
  ]
}

/// The two shares of a budget in whole percents; together 100.
struct FundingBarView: TemplateView {
  var grantPercent: Int
  var ownPercent: Int

  static let fields: [Field<Self>] = [
    .number("grantPercent") { $0.grantPercent },
    .number("ownPercent") { $0.ownPercent },
  ]
}

/// One figure with its name: `Avustus`, `680 000 €`, `80 %`.
struct FigureView: TemplateView {
  /// `grant` or `own` where the bar has a part for it, else empty.
  var part = ""
  var label: String
  var value: String
  /// The share of the whole, or empty.
  var share = ""

  static let fields: [Field<Self>] = [
    .text("part") { $0.part },
    .text("label") { $0.label },
    .text("value") { $0.value },
    .text("share") { $0.share },
  ]
}
