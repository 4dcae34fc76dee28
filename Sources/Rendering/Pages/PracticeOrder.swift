import Cataloguing

/// The places of practices in the orders that lists have, worked out once for all lists.
struct PracticeOrder: Sendable {
  /// By the practice's index: its place in the order of the alphabet.
  let name: [Int]
  /// By the practice's index: its place with the last changed first; ties in the order of their names.
  let newest: [Int]

  init(_ practices: [Practice]) {
    let keys = practices.map { FinnishOrder.key($0.title) }
    let byName = practices.indices.sorted { a, b in
      if keys[a] != keys[b] { return keys[a].lexicographicallyPrecedes(keys[b]) }
      let (first, second) = (practices[a].title.utf8, practices[b].title.utf8)
      return first.elementsEqual(second) ? a < b : first.lexicographicallyPrecedes(second)
    }
    name = PracticeOrder.places(byName)
    newest = PracticeOrder.places(
      byName.enumerated().sorted { a, b in
        let (first, second) = (practices[a.element].modified, practices[b.element].modified)
        return first == second ? a.offset < b.offset : first > second
      }.map(\.element))
  }

  private static func places(_ order: [Int]) -> [Int] {
    var places = [Int](repeating: 0, count: order.count)
    for (place, item) in order.enumerated() { places[item] = place }
    return places
  }
}
