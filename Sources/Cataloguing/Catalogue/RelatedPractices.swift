import Reading

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
public enum RelatedPractices {
  /// How many are shown.
  public static let limit = 4
  /// Keywords shared by more practices than this are passed over.
  static let commonest = 200

  /// For every practice, in the catalogue's order, up to `limit` others, the closest first.
  public static func find(in catalogue: Catalogue, links: [[Int]]) -> [[RelatedPractice]] {
    let count = catalogue.practices.count
    var byKeyword: [[Int]] = [[Int]](repeating: [], count: count)
    for (index, keyword) in catalogue.keywords.enumerated() where keyword.practices.count <= commonest {
      for practice in keyword.practices { byKeyword[practice].append(index) }
    }
    var mentions = links
    for (from, targets) in links.enumerated() {
      for target in targets where !mentions[target].contains(from) { mentions[target].append(from) }
    }
    let programmes = Programmes(catalogue)
    return Parallel.map(Array(0..<count)) { [byKeyword, mentions] practice in
      related(to: practice, catalogue, byKeyword, mentions, programmes)
    }
  }

  private static func related(
    to practice: Int, _ catalogue: Catalogue, _ byKeyword: [[Int]], _ mentions: [[Int]], _ programmes: Programmes
  ) -> [RelatedPractice] {
    var scores: [Int: Double] = [:]
    let total = Double(catalogue.practices.count)
    for keyword in byKeyword[practice] {
      let others = catalogue.keywords[keyword].practices
      if others.count < 2 { continue }
      let weight = (total / Double(others.count)).logarithm + 0.5
      for other in others { scores[other, default: 0] += weight }
    }
    for other in mentions[practice] { scores[other, default: 0] += 12 }
    for other in programmes.others(than: practice) { scores[other, default: 0] += 8 }
    scores[practice] = nil
    let own = catalogue.practices[practice]
    let ranked = scores.sorted { a, b in
      if a.value != b.value { return a.value > b.value }
      let (first, second) = (catalogue.practices[a.key], catalogue.practices[b.key])
      let (near, nearToo) = (first.language == own.language, second.language == own.language)
      return near != nearToo ? near : a.key < b.key
    }
    return ranked.prefix(limit).map { other, _ in
      RelatedPractice(
        practice: other, reasons: reasons(practice, other, catalogue, byKeyword, mentions, programmes))
    }
  }

  private static func reasons(
    _ practice: Int, _ other: Int, _ catalogue: Catalogue, _ byKeyword: [[Int]], _ mentions: [[Int]],
    _ programmes: Programmes
  ) -> [RelatedPractice.Reason] {
    var reasons: [RelatedPractice.Reason] = []
    if mentions[practice].contains(other) { reasons.append(.mentioned) }
    if let programme = programmes.shared(practice, other) { reasons.append(.sameProgramme(programme)) }
    let shared = byKeyword[practice].filter { byKeyword[other].contains($0) }
      .sorted { catalogue.keywords[$0].practices.count < catalogue.keywords[$1].practices.count }
    if !shared.isEmpty { reasons.append(.keywords(shared.prefix(3).map { catalogue.keywords[$0].word })) }
    return reasons
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
