/// Finds what goes by one name.
enum SharedNames {
  /// The hashes that stand more than once.
  static func shared(_ hashes: [UInt64?]) -> Set<UInt64> {
    let sorted = hashes.compactMap { $0 }.sorted()
    return Set(zip(sorted, sorted.dropFirst()).filter { $0 == $1 }.map(\.0))
  }

  /// The members of each name that has several, names and members in the order in which they came.
  static func groups<Member>(_ named: [(name: String, member: Member)]) -> [[Member]] {
    var first: [String: Int] = [:]
    first.reserveCapacity(named.count)
    var groups: [Int: [Member]] = [:]
    for (index, (name, member)) in named.enumerated() {
      if let owner = first[name] {
        groups[owner, default: [named[owner].member]].append(member)
      } else {
        first[name] = index
      }
    }
    return groups.keys.sorted().compactMap { groups[$0] }
  }
}
