import Templating

/// The page of one practice.
struct PracticeView: TemplateView {
  var chrome: PageChrome
  var crumbs: [LinkView]
  var slug: String
  var title: String
  var summary: String
  var isDraft = false
  var stage: StageView
  /// Each with what it lies in as its detail.
  var regions: [LinkView]
  var place: String
  var funders: [LinkView]
  /// Each leads to its list, where it has one.
  var audience: [LinkView] = []
  var programme: LinkView?
  var author = ""
  var created: DateView
  var modified: DateView
  var placeMap: PlaceMapView?
  /// The same practice in other languages.
  var translations: [LinkView] = []
  var cover: ImageView?
  var image: ImageView?
  var sections: [SectionView]
  var funding: FundingView?
  /// Links and attachments, each with its kind, size and language as its detail.
  var links: [LinkView] = []
  var sources: [SourceView] = []
  var related: [RelatedView] = []
  /// Where the same problem is met elsewhere: the catalogue, searched.
  var elsewhere: LinkView?
  var keywords: [LinkView] = []
  var citation: String
  /// The practice as data: `index.json`, `index.md`.
  var files: [FileView] = []
  /// The comparison with this practice chosen.
  var compare: SafeURL?
  /// Where to report an error: `mailto:` or a form.
  var feedback: SafeURL?

  static let fields: [Field<Self>] = [
    .record("chrome", stored: \.chrome),
    .list("crumbs") { $0.crumbs },
    .text("slug") { $0.slug },
    .text("title") { $0.title },
    .text("summary") { $0.summary },
    .flag("isDraft") { $0.isDraft },
    .record("stage", stored: \.stage),
    .list("regions") { $0.regions },
    .text("place") { $0.place },
    .list("funders") { $0.funders },
    .list("audience") { $0.audience },
    .optionalRecord("programme") { $0.programme },
    .text("author") { $0.author },
    .record("created", stored: \.created),
    .record("modified", stored: \.modified),
    .optionalRecord("placeMap") { $0.placeMap },
    .list("translations") { $0.translations },
    .optionalRecord("cover") { $0.cover },
    .optionalRecord("image") { $0.image },
    .list("sections") { $0.sections },
    .optionalRecord("funding") { $0.funding },
    .list("links") { $0.links },
    .list("sources") { $0.sources },
    .list("related") { $0.related },
    .optionalRecord("elsewhere") { $0.elsewhere },
    .list("keywords") { $0.keywords },
    .text("citation") { $0.citation },
    .list("files") { $0.files },
    .optionalURL("compare") { $0.compare },
    .optionalURL("feedback") { $0.feedback },
  ]
}
