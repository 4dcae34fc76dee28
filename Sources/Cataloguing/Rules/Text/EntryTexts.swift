import Reading

extension MatchedEntry {
  /// The text itself, then the texts of its notes.
  var bodies: [Body] {
    [entry.body]
      + blocks.compactMap { block in
        if case .note(let body) = block.content { body } else { nil }
      }
  }

  /// Every anchor of the practice's page that a heading of its text gives.
  var anchors: [String] { bodies.flatMap { $0.headings.map(\.anchor) } }
}
