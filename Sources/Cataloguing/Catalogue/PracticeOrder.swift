/// The places of practices in the orders that lists have, worked out once for all lists.
public struct PracticeOrder: Sendable {
  /// By the practice's index: its place in the order of the alphabet.
  public let name: [Int]
  /// By the practice's index: its place with the last changed first; ties in the order of their names.
  private let newest: [Int]
  /// The practices in that order.
  private let byNewest: [Int]

  init(_ practices: [Practice]) {
    let byName = FinnishOrder.sorted(Array(practices.indices)) { practices[$0].title }
    name = PracticeOrder.places(byName)
    byNewest = byName.enumerated().sorted { a, b in
      let (first, second) = (practices[a.element].modified, practices[b.element].modified)
      return first == second ? a.offset < b.offset : first > second
    }.map(\.element)
    newest = PracticeOrder.places(byNewest)
  }

  /// Some of the practices with the last changed first.
  public func newestFirst(_ practices: [Int]) -> [Int] {
    practices.map { newest[$0] }.sorted().map { byNewest[$0] }
  }

  private static func places(_ order: [Int]) -> [Int] {
    var places = [Int](repeating: 0, count: order.count)
    for (place, item) in order.enumerated() { places[item] = place }
    return places
  }
}
