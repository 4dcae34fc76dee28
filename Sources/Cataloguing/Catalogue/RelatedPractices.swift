import Diagnosing
import Reading
import Synchronization

/// A practice that a reader of another may want next, and why.
public struct RelatedPractice: Sendable {
  /// Index in `Catalogue.practices`.
  public let practice: Int
  public let reasons: [Reason]

  public enum Reason: Sendable, Equatable {
    /// One of the two links to the other in its text.
    case mentioned
    case sameProgramme(String)
    /// Keywords that both have, the rarest first.
    case keywords([String])
  }
}

/// Finds related practices without comparing every pair.
///
/// A shared keyword counts by its rarity, as the inverse document frequency of Spärck Jones (1972); a
/// keyword that most of the catalogue has says nothing and is passed over. A link in the text and a
/// common programme count more than any one keyword.
public final class RelatedPractices: Sendable {
  /// How many are shown.
  public static let limit = 4
  /// Keywords shared by more practices than this are passed over.
  static let commonest = 200

  private let catalogue: Catalogue
  /// By the practice's index: its keywords, as indices of `Catalogue.keywords`.
  private let keywords: NumberLists
  /// By the keyword's index: the practices that have it.
  private let holders: NumberLists
  /// By the keyword's index.
  private let weights: [Double]
  /// By the practice's index: those that one of the two links to from its text.
  private let mentions: [[Int]]
  private let programmes: Programmes
  /// By the practice's index, so that a comparison need not look at the practice.
  private let languages: [Language]
  private let scores: ScoreSheets

  /// - Parameter links: by the practice's index, those that its text links to.
  public init(in catalogue: Catalogue, links: [[Int]]) {
    self.catalogue = catalogue
    let count = catalogue.practices.count
    var keywords = [[Int]](repeating: [], count: count)
    for (index, keyword) in catalogue.keywords.enumerated() where keyword.practices.count <= Self.commonest {
      for practice in keyword.practices { keywords[practice].append(index) }
    }
    self.keywords = NumberLists(keywords)
    holders = NumberLists(catalogue.keywords.map { $0.practices.count <= Self.commonest ? $0.practices : [] })
    weights = catalogue.keywords.map { (Double(count) / Double($0.practices.count)).logarithm + 0.5 }
    var mentions = links
    for (from, targets) in links.enumerated() {
      for target in targets where !mentions[target].contains(from) { mentions[target].append(from) }
    }
    self.mentions = mentions
    programmes = Programmes(catalogue)
    languages = catalogue.practices.map(\.language)
    scores = ScoreSheets(count: count)
  }

  /// Up to `limit` others, the closest first; ties in the practice's own language first, then in the catalogue's order.
  public func related(to practice: Int) -> [RelatedPractice] {
    let language = languages[practice]
    let best = scores.best(Self.limit, besides: practice) { sheet in
      keywords.forEach(in: practice) { keyword in
        let weight = weights[keyword]
        holders.forEach(in: keyword) { sheet.add(weight, to: $0) }
      }
      for other in mentions[practice] { sheet.add(12, to: other) }
      for other in programmes.others(than: practice) { sheet.add(8, to: other) }
    } precedes: { a, b in
      let (near, nearToo) = (languages[a] == language, languages[b] == language)
      return near != nearToo ? near : a < b
    }
    return best.map { RelatedPractice(practice: $0, reasons: reasons(practice, $0)) }
  }

  private func reasons(_ practice: Int, _ other: Int) -> [RelatedPractice.Reason] {
    var reasons: [RelatedPractice.Reason] = []
    if mentions[practice].contains(other) { reasons.append(.mentioned) }
    if let programme = programmes.shared(practice, other) { reasons.append(.sameProgramme(programme)) }
    var shared = keywords.shared(practice, other)
    shared.sort { catalogue.keywords[$0].practices.count < catalogue.keywords[$1].practices.count }
    if !shared.isEmpty { reasons.append(.keywords(shared.prefix(3).map { catalogue.keywords[$0].word })) }
    return reasons
  }
}

/// Points added up by item.
struct ScoreSheet {
  private(set) var points: [Double]
  /// The items that have points, in the order in which they got their first.
  private(set) var touched: [Int] = []

  init(count: Int) {
    points = [Double](repeating: 0, count: count)
  }

  /// - Parameter more: above zero.
  @inline(__always)
  mutating func add(_ more: Double, to item: Int) {
    if points[item] == 0 { touched.append(item) }
    points[item] += more
  }

  mutating func wipe() {
    for item in touched { points[item] = 0 }
    touched.removeAll(keepingCapacity: true)
  }
}

/// Sheets to add scores up on, one for each thread that asks at the same time; a used one is wiped and kept.
final class ScoreSheets: Sendable {
  private let count: Int
  private let free = Mutex<[ScoreSheet]>([])

  init(count: Int) {
    self.count = count
  }

  /// The items with the highest sums, in order.
  @inline(__always)
  func best(
    _ limit: Int, besides own: Int, _ score: (inout ScoreSheet) -> Void, precedes: (Int, Int) -> Bool
  ) -> [Int] {
    var sheet = withFree { $0.popLast() } ?? ScoreSheet(count: count)
    score(&sheet)
    var best: [Int] = []
    var least = 0.0
    for item in sheet.touched where item != own {
      let points = sheet.points[item]
      // Many have as many points as the last of the best, since they share one keyword with it.
      if best.count == limit, points < least || (points == least && !precedes(item, best[limit - 1])) { continue }
      let place = best.firstIndex {
        let other = sheet.points[$0]
        return points != other ? points > other : precedes(item, $0)
      }
      if best.count < limit || place != nil { best.insert(item, at: place ?? best.count) }
      if best.count > limit { best.removeLast() }
      least = best.last.map { sheet.points[$0] } ?? 0
    }
    sheet.wipe()
    withFree { [sheet] in $0.append(sheet) }
    return best
  }

  private func withFree<Result: Sendable>(_ body: (inout [ScoreSheet]) -> Result) -> Result {
    free.withLock { free in
      WatchedLock.isTaken(by: self)
      defer { WatchedLock.isGivenBack(by: self) }
      return body(&free)
    }
  }
}

/// Practices by the programme that they are part of.
struct Programmes: Sendable {
  private let names: [String?]
  private let members: [String: [Int]]

  init(_ catalogue: Catalogue) {
    let names = catalogue.practices.map { practice -> String? in
      switch RoleValues(practice.source, catalogue.schema).value(.programme) {
      case .text(let name): name
      case .record(let record): record.text("name")
      default: nil
      }
    }
    self.names = names
    members = Dictionary(grouping: names.indices.filter { names[$0] != nil }) { NameKey.of(names[$0] ?? "") }
  }

  func others(than practice: Int) -> [Int] {
    guard let name = names[practice], let all = members[NameKey.of(name)], all.count <= RelatedPractices.commonest
    else { return [] }
    return all
  }

  func shared(_ a: Int, _ b: Int) -> String? {
    guard let first = names[a], let second = names[b], NameKey.of(first) == NameKey.of(second) else { return nil }
    return first
  }
}

extension Double {
  /// The natural logarithm, by the series of artanh: `ln x = 2 artanh((x−1)/(x+1))` after halving to
  /// `[1, 2)`. Only additions, multiplications and divisions, so every machine gives the same bits.
  var logarithm: Double {
    var x = self
    var halvings = 0.0
    while x >= 2 {
      x /= 2
      halvings += 1
    }
    let t = (x - 1) / (x + 1)
    var term = t
    var sum = 0.0
    for k in stride(from: 1.0, through: 21, by: 2) {
      sum += term / k
      term *= t * t
    }
    return 2 * sum + halvings * 0.693_147_180_559_945_3
  }
}
