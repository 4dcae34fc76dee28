import Templating

/// One piece of a section's text: running text, or one of the fenced blocks.
///
/// Exactly one of its values is there.
struct BlockView: TemplateView {
  var html: SafeHTML?
  var climb: StepsView?
  var table: TableView?
  var note: NoteView?
  var video: VideoView?

  static let fields: [Field<Self>] = [
    .html("html") { $0.html },
    .optionalRecord("climb") { $0.climb },
    .optionalRecord("table") { $0.table },
    .optionalRecord("note") { $0.note },
    .optionalRecord("video") { $0.video },
  ]
}

/// A callout.
struct NoteView: TemplateView {
  var html: SafeHTML

  static let fields: [Field<Self>] = [
    .html("html") { $0.html }
  ]
}

/// A video elsewhere: what it is about, how long it is, and its words in writing.
struct VideoView: TemplateView {
  var about: String
  /// None when the source names no address.
  var url: SafeURL?
  /// As written: `noin 10 minuuttia`; may be empty.
  var duration = ""
  /// The host that the address leads to, such as `youtube.com`; may be empty.
  var host = ""
  var transcript: SafeHTML?

  static let fields: [Field<Self>] = [
    .text("about") { $0.about },
    .optionalURL("url") { $0.url },
    .text("duration") { $0.duration },
    .text("host") { $0.host },
    .html("transcript") { $0.transcript },
  ]
}
