import Templating

/// A table with a caption and a header row; the first cell of each row names the row.
struct TableView: TemplateView {
  var caption: String
  var header: [CellView]
  var rows: [RowView]
  /// Whether a phone shows each row as a list of its own: from three columns on.
  var isWide: Bool

  static let fields: [Field<Self>] = [
    .text("caption") { $0.caption },
    .list("header") { $0.header },
    .list("rows") { $0.rows },
    .flag("isWide") { $0.isWide },
  ]
}

struct RowView: TemplateView {
  var cells: [CellView]

  static let fields: [Field<Self>] = [
    .list("cells") { $0.cells }
  ]
}

/// One cell of a table.
struct CellView: TemplateView {
  var html: SafeHTML
  /// The column's heading, said before the value where a row is shown as a list.
  var label = ""
  /// Whether it names its row.
  var isHeading = false
  /// Whether it is a figure, set flush right.
  var isNumber = false

  static let fields: [Field<Self>] = [
    .html("html") { $0.html },
    .text("label") { $0.label },
    .flag("isHeading") { $0.isHeading },
    .flag("isNumber") { $0.isNumber },
  ]
}
