/// What the set of codes that a document has is told by.
struct SetWriting {
  /// How many codes there are.
  let codes: Int
  /// What its contexts begin with.
  let context: UInt32

  private enum Part: UInt32 {
    case same, step, code, more
  }

  private func context(_ part: Part, _ number: Int) -> UInt32 {
    context << 20 | part.rawValue << 17 | UInt32(number) & 0x1FFFF
  }

  /// Writes a set of ascending numbers: each, from the one before on, as the number of those that are not in it, and
  /// whether more follow.
  ///
  /// - Parameter before: a set that this one is not before in the order of sets, if that is known. What both begin with is told
  ///   at once, and what follows is not below.
  func write(_ set: [Int], after before: [Int]?, to writer: inout DecisionWriter) {
    var index = 0
    var next = 0
    if let before {
      while index < before.count {
        let isSame = set[index] == before[index]
        writer.write(isSame, context(.same, min(index, 3)))
        next = before[index] + 1
        guard isSame else { break }
        index += 1
      }
      if index < before.count {
        write(set[index], from: next, .step, min(index, 3), to: &writer)
        next = set[index] + 1
        index += 1
      }
    }
    while next < codes {
      writer.write(index < set.count, context(.more, next))
      guard index < set.count else { return }
      write(set[index], from: next, .code, nil, to: &writer)
      next = set[index] + 1
      index += 1
    }
  }

  private func write(_ code: Int, from next: Int, _ part: Part, _ number: Int?, to writer: inout DecisionWriter) {
    var next = next
    while next < codes - 1 {
      writer.write(next == code, context(part, number ?? next), among: number == nil ? codes - next : 2)
      guard next != code else { return }
      next += 1
    }
  }
}
