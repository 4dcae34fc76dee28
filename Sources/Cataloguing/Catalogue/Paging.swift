/// How a long list is cut into pages: cards, and in a very long list rows from its second page on, so that
/// neither the number of pages nor the size of one grows out of hand.
public struct Paging: Sendable {
  /// Practices on a page of cards, and on a page of rows.
  public static let cards = 30
  public static let rows = 200
  /// From how many practices on the later pages hold rows.
  public static let rowsFrom = 300

  public let items: [Int]

  public init(items: [Int]) { self.items = items }

  /// How many pages a list of so many practices has; one when it is empty.
  public static func pageCount(of items: Int) -> Int {
    if items <= rowsFrom { return max(1, (items + cards - 1) / cards) }
    return 1 + (items - cards + rows - 1) / rows
  }

  private var hasRows: Bool { items.count > Paging.rowsFrom }

  /// Practices shown as cards on a page, counted from 1.
  public func cards(on page: Int) -> ArraySlice<Int> {
    if hasRows, page > 1 { return [] }
    return items[min((page - 1) * Paging.cards, items.count)..<min(page * Paging.cards, items.count)]
  }

  /// Practices shown as rows on a page.
  public func rows(on page: Int) -> ArraySlice<Int> {
    guard hasRows, page > 1 else { return [] }
    let start = Paging.cards + (page - 2) * Paging.rows
    return items[min(start, items.count)..<min(start + Paging.rows, items.count)]
  }
}
