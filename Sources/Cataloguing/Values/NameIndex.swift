/// Finds which of several things a name belongs to: as it is spelt first, by its `NameKey` after that.
struct NameIndex: Sendable {
  private let spelt: [Spelling: Int]
  private let keyed: [String: Int]

  /// Where two things share a name, it belongs to the first.
  init(_ names: [[String]]) {
    var spelt: [Spelling: Int] = [:]
    var keyed: [String: Int] = [:]
    for (position, names) in names.enumerated() {
      for name in names {
        let key = NameKey.of(name)
        if keyed[key] == nil { keyed[key] = position }
      }
    }
    for (position, names) in names.enumerated() {
      for name in names where keyed[NameKey.of(name)] == position { spelt[Spelling(name)] = position }
    }
    self.spelt = spelt
    self.keyed = keyed
  }

  subscript(name: String) -> Int? { spelt[Spelling(name)] ?? keyed[NameKey.of(name)] }
}
