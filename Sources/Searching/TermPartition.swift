/// Cuts the sorted terms into shards by their first letters.
///
/// Words that begin alike stay together, since the forms, the compounds and the misspellings of a word do so as well. A
/// boundary moves only when a shard outgrows its size or shrinks below it, so one edited document leaves nearly all where they are.
struct TermPartition {
  struct Shard: Equatable {
    /// The first letters that the shard begins with; every term from here to the next shard's is in it.
    var prefix: String
    var terms: Range<Int>
  }

  private(set) var shards: [Shard] = []
  private let terms: TermList
  private let limit: Int
  private static let deepest = 24

  /// - Parameter limit: the most terms of a shard, but for those that share more than `deepest` bytes.
  init(_ terms: TermList, limit: Int) {
    self.terms = terms
    self.limit = limit
    guard terms.count > 0 else { return }
    cut(0..<terms.count, depth: 0)
    shards[0].prefix = ""
  }

  private mutating func cut(_ range: Range<Int>, depth: Int) {
    guard range.count > limit, depth < TermPartition.deepest else {
      add(range, depth)
      return
    }
    var pending: Range<Int>?
    for group in groups(of: range, at: depth) {
      if let open = pending, open.count + group.count > limit {
        add(open, depth + 1)
        pending = nil
      }
      if group.count > limit {
        cut(group, depth: depth + 1)
      } else {
        pending = (pending?.lowerBound ?? group.lowerBound)..<group.upperBound
      }
    }
    if let open = pending { add(open, depth + 1) }
  }

  private mutating func add(_ range: Range<Int>, _ depth: Int) {
    let first = terms[range.lowerBound]
    var end = min(depth, first.count)
    // A boundary is whole letters.
    while end < first.count, first[end] & 0xC0 == 0x80 { end += 1 }
    shards.append(Shard(prefix: String(decoding: first[..<end], as: UTF8.self), terms: range))
  }

  /// The runs of terms with the same byte at `depth`, or the same letter when it begins beyond ASCII; terms that end
  /// before it come first, on their own.
  private func groups(of range: Range<Int>, at depth: Int) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let letter = self.letter(start, depth)
      var end = start + 1
      while end < range.upperBound, self.letter(end, depth) == letter { end += 1 }
      groups.append(start..<end)
      start = end
    }
    return groups
  }

  private func letter(_ position: Int, _ depth: Int) -> UInt32 {
    let term = terms[position]
    guard depth < term.count else { return 0 }
    var letter = UInt32(term[depth])
    var index = depth + 1
    while letter >= 0x80, index < term.count, term[index] & 0xC0 == 0x80 {
      letter = letter << 8 | UInt32(term[index])
      index += 1
    }
    return letter
  }
}
