/// Finds what goes by one name.
enum SharedNames {
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
