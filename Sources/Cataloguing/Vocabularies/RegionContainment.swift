import BitCollections

/// Which regions hold which others, told from the municipalities that each consists of.
///
/// A region lies within another when all of its municipalities do; so a wellbeing services county lies
/// within the region that covers the same land, and the other way round. The whole country holds only
/// itself: national practices are told apart.
public struct RegionContainment: Sendable {
  /// By a term's index: the indices of the regions that hold it, itself among them, in ascending order.
  public let holders: [[Int]]
  /// By a term's index: the indices of its municipalities.
  public let municipalities: [[Int]]
  /// The same as sets.
  private let lands: [BitSet]

  public init(_ vocabulary: Vocabulary) {
    var members = [BitSet](repeating: [], count: vocabulary.terms.count)
    for (index, term) in vocabulary.terms.enumerated() where term.level == "kunta" {
      members[index].insert(index)
      for (level, code) in [("maakunta", term.maakunta), ("hva", term.hva)] {
        guard let code, let parent = vocabulary.term(code: "\(level)-\(code)") else { continue }
        members[parent].insert(index)
      }
    }
    holders = members.indices.map { index in
      let own = members[index]
      if own.isEmpty { return [index] }
      return members.indices.filter { own.isSubset(of: members[$0]) }
    }
    municipalities = members.map { Array($0) }
    lands = members
  }

  /// Whether two regions have land in common; the whole country has some in common with every region.
  public func overlap(_ a: Int, _ b: Int) -> Bool {
    a == b || lands[a].isEmpty || lands[b].isEmpty || !lands[a].isDisjoint(with: lands[b])
  }
}
