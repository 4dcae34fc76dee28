import Templating

/// A day, as machines read it and as the page's readers do.
struct DateView: TemplateView {
  /// `2025-12-17`.
  var iso: String
  /// `17.12.2025`, or as the page's language writes it.
  var text: String

  static let fields: [Field<Self>] = [
    .text("iso") { $0.iso },
    .text("text") { $0.text },
  ]
}
