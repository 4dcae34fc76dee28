import BitCollections

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
    // Plain numbers are what is sorted: dates turned into numbers, and places.
    byNewest = byName.enumerated().map { place, practice in
      (age: practices[practice].modified.age, place: place)
    }.sorted { $0 < $1 }.map { byName[$0.place] }
    newest = PracticeOrder.places(byNewest)
  }

  /// Some of the practices with the last changed first.
  ///
  /// A set of bits has them in order by itself, which costs less than sorting.
  public func newestFirst(_ practices: [Int]) -> [Int] {
    var places = BitSet(reservingCapacity: newest.count)
    for practice in practices { places.insert(newest[practice]) }
    return places.map { byNewest[$0] }
  }

  private static func places(_ order: [Int]) -> [Int] {
    var places = [Int](repeating: 0, count: order.count)
    for (place, item) in order.enumerated() { places[item] = place }
    return places
  }
}

extension CalendarDate {
  /// A number that is the higher the earlier the day is.
  fileprivate var age: Int { -((year * 100 + month) * 100 + day) }
}
