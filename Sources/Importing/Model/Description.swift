/// The description of one model as its page gives it: which lines stand under which label.
struct Description: Sendable {
  struct Part: Sendable {
    let label: PlatformLabels.Label
    /// The label's line.
    let mark: Int
    /// The lines under it, blank ones among them.
    var lines: [PageLine]
  }

  /// In the page's order, each label once.
  var parts: [Part] = []
  /// Lines amid the description that stand under none of its labels, or under one that has its value.
  var strays: [(label: PlatformLabels.Label?, line: PageLine)] = []
  /// The page's own heading, for a page that prints no label above the name.
  var heading: PageLine?

  func part(_ label: PlatformLabels.Label) -> Part? { parts.first { $0.label == label } }
}
