/// A table of a fenced block: a caption, a header row and rows of as many cells.
public struct Table: Sendable {
  public let caption: String
  public let header: [Cell]
  public let rows: [[Cell]]

  /// A cell with its text and place.
  public typealias Cell = Located<String>
}

/// What is wrong with a table.
public enum TableFault: Sendable, Equatable {
  case missingCaption
  case noHeader
  case noRows
  /// A row has another number of cells than the header.
  case cellCount(found: Int, expected: Int)
  /// The header has another number of cells than all the rows.
  case headerCount(found: Int, expected: Int)
  /// A line that is neither the caption nor a row between bars.
  case notARow
}
