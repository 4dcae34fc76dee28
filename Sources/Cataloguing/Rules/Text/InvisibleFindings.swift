import Diagnosing

extension InvisibleCharacter {
  /// A finding for each run of neighbours of one kind.
  static func findings(
    _ kind: Kind, in text: WrittenText, _ rule: Rule, message: (_ code: String) -> Localized
  ) -> [Diagnostic] {
    var runs: [(first: InvisibleCharacter, range: Range<Int>)] = []
    for offset in text.signs.invisible {
      guard let character = InvisibleCharacter(at: offset, in: text.file), character.kind == kind else { continue }
      if let last = runs.last, last.range.upperBound == offset {
        runs[runs.count - 1].range = last.range.lowerBound..<character.range.upperBound
      } else {
        runs.append((character, character.range))
      }
    }
    return runs.map { run in
      Diagnostic(
        rule, in: text.file, at: run.range, message(run.first.code), notes: [rule.explanation],
        // A line or a paragraph ended there, so what it parts stays apart.
        fix: Fix(replacing: run.range, with: (0x2028...0x2029).contains(run.first.scalar.value) ? " " : ""))
    }
  }
}
