import BitCollections

/// Where each name of a script is at home: the smallest part that every place of it is in, so that names of different
/// homes can be short alike.
///
/// Parts are statements, those in blocks within the one that the block is in. A part that is cut too finely does no harm:
/// a name that is in two of them is at home in what holds both. A name that a statement declares for the statements
/// beside it is at home outside it.
struct NameScopes {
  /// The part that holds each part; the whole script, part 0, is held by itself.
  private var holder = [0]
  /// How many parts hold each part.
  private var depth = [0]
  /// The smallest part that holds every place of a name.
  private(set) var home: [String: Int] = [:]
  /// The parts that a text stands anywhere in, each once.
  private var parts: [String: [Int]] = [:]
  /// The parts that are open, innermost last.
  private var open = [0]

  /// Begins a part in the innermost block.
  mutating func begin() {
    holder.append(open[open.count - 1])
    depth.append(depth[open[open.count - 1]] + 1)
    open.append(holder.count - 1)
  }

  /// Ends the innermost part.
  mutating func end() { open.removeLast() }

  /// Begins the part after the innermost one.
  mutating func next() {
    end()
    begin()
  }

  /// Notes a name in the innermost part; `isOutside` when the part declares it for those beside it.
  mutating func note(_ name: String, isOutside: Bool) {
    let known = parts[name, default: []]
    parts[name, default: []] += open.filter { !known.contains($0) }
    var part = open[open.count - 1]
    if isOutside { part = holder[part] }
    home[name] = home[name].map { common($0, part) } ?? part
  }

  private func common(_ first: Int, _ second: Int) -> Int {
    var (a, b) = (first, second)
    while a != b {
      if depth[a] >= depth[b] { a = holder[a] } else { b = holder[b] }
    }
    return a
  }

  /// Gives names to those that are changed, which come in the order of how often they stand in the script.
  ///
  /// - Parameters:
  ///   - changed: the names that get others.
  ///   - free: the names that may be given, in the order of preference.
  func names(for changed: [String], from free: [String]) -> [String: String] {
    var short: [String: String] = [:]
    let isChanged = Set(changed)
    // By the part: the names, by their places in `free`, that stand in it.
    var taken = [BitSet](repeating: [], count: holder.count)
    for (place, name) in free.enumerated() where !isChanged.contains(name) {
      for part in parts[name] ?? [] { taken[part].insert(place) }
    }
    let outermostFirst = changed.enumerated().sorted { a, b in
      let (first, second) = (depth[home[a.element] ?? 0], depth[home[b.element] ?? 0])
      return first == second ? a.offset < b.offset : first < second
    }
    for (_, name) in outermostFirst {
      let part = home[name] ?? 0
      guard let new = free.indices.first(where: { !taken[part].contains($0) }),
        free[new].utf8.count < name.utf8.count
      else { continue }
      short[name] = free[new]
      for other in parts[name] ?? [] { taken[other].insert(new) }
    }
    return short
  }
}
