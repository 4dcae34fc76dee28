import Templating

/// The blocks of one section without its frame, for the open data.
struct SectionBodyView: TemplateView {
  var blocks: [BlockView]

  static let fields: [Field<Self>] = [
    .list("blocks") { $0.blocks }
  ]
}
