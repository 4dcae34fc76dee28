import Templating

/// Values of one kind, each with a bar for how many practices it has.
struct BarGroupView: TemplateView {
  var name: String
  var bars: [BarView]

  static let fields: [Field<Self>] = [
    .text("name") { $0.name },
    .list("bars") { $0.bars },
  ]
}

/// One bar.
struct BarView: TemplateView {
  var text: String
  var url: SafeURL
  var count: Int
  /// Of the longest bar it is shown with, in whole percents.
  var percent: Int
  /// The language of the text when it is not the page's.
  var language = ""

  static let fields: [Field<Self>] = [
    .text("text") { $0.text },
    .url("url") { $0.url },
    .number("count") { $0.count },
    .number("percent") { $0.percent },
    .text("language") { $0.language },
  ]
}

/// The page of all regions: the map and the lists.
struct RegionsView: TemplateView {
  var chrome: PageChrome
  var crumbs: [LinkView]
  var map: MapView
  /// The whole country, counties, regions, municipalities; empty groups left out.
  var groups: [BarGroupView]

  static let fields: [Field<Self>] = [
    .record("chrome", stored: \.chrome),
    .list("crumbs") { $0.crumbs },
    .record("map") { $0.map },
    .list("groups") { $0.groups },
  ]
}

/// The page of all funders, by kind.
struct FundersView: TemplateView {
  var chrome: PageChrome
  var crumbs: [LinkView]
  var groups: [BarGroupView]

  static let fields: [Field<Self>] = [
    .record("chrome", stored: \.chrome),
    .list("crumbs") { $0.crumbs },
    .list("groups") { $0.groups },
  ]
}

/// The page of all audiences, or of all years.
struct ValuesView: TemplateView {
  var chrome: PageChrome
  var crumbs: [LinkView]
  var heading: String
  var lead: String
  var bars: [BarView]

  static let fields: [Field<Self>] = [
    .record("chrome", stored: \.chrome),
    .list("crumbs") { $0.crumbs },
    .text("heading") { $0.heading },
    .text("lead") { $0.lead },
    .list("bars") { $0.bars },
  ]
}

/// The page of all stages, also those where nothing stands.
struct StagesView: TemplateView {
  var chrome: PageChrome
  var crumbs: [LinkView]
  var ladder: [LadderStepView]

  static let fields: [Field<Self>] = [
    .record("chrome", stored: \.chrome),
    .list("crumbs") { $0.crumbs },
    .list("ladder") { $0.ladder },
  ]
}

/// The index of keywords, A to Ö: on one page, or in a large catalogue on one page a letter.
struct KeywordsView: TemplateView {
  var chrome: PageChrome
  var crumbs: [LinkView]
  /// Every letter; where all stand on one page, each leads to its place there.
  var letters: [LetterLinkView]
  var groups: [LetterView]

  static let fields: [Field<Self>] = [
    .record("chrome", stored: \.chrome),
    .list("crumbs") { $0.crumbs },
    .list("letters") { $0.letters },
    .list("groups") { $0.groups },
  ]
}

/// A letter of the index.
struct LetterLinkView: TemplateView {
  var letter: String
  var url: SafeURL
  var isCurrent = false

  static let fields: [Field<Self>] = [
    .text("letter") { $0.letter },
    .url("url") { $0.url },
    .flag("isCurrent") { $0.isCurrent },
  ]
}

/// The keywords that begin with one letter.
struct LetterView: TemplateView {
  var letter: String
  /// Unique on the page and safe in an address.
  var anchor: String
  var words: [KeywordView]

  static let fields: [Field<Self>] = [
    .text("letter") { $0.letter },
    .text("anchor") { $0.anchor },
    .list("words") { $0.words },
  ]
}

/// One keyword with the practices that have it.
struct KeywordView: TemplateView {
  var word: String
  /// The word's language when it is not the page's.
  var language = ""
  /// Unique on the page and safe in an address.
  var anchor: String
  var count: Int
  /// What the template `keyword-practice` made of each.
  var practices: SafeHTML

  static let fields: [Field<Self>] = [
    .text("word") { $0.word },
    .text("language") { $0.language },
    .text("anchor") { $0.anchor },
    .number("count") { $0.count },
    .html("practices") { $0.practices },
  ]
}
