import Reading

extension EntryText {
  /// The text itself, then the texts of its notes.
  var bodies: [Body] {
    [entry.body]
      + blocks.compactMap { block in
        if case .note(let body) = block.content { body } else { nil }
      }
  }
}

extension MatchedEntry {
  var bodies: [Body] { text.bodies }

  /// Every anchor of the practice's page that a heading of its text gives.
  var anchors: [String] { facts.anchors }
}
