/// What a rule asks, apart from any one breach of it: the text behind `mallisto explain RULE`.
///
/// Each rule is declared in one file, beside the messages it gives.
public struct Rule: Sendable, Identifiable {
  /// Stable, lower case with hyphens: `missing-field`.
  public let id: String
  public let severity: Severity
  /// The rule in one sentence, without a full stop.
  public let title: Localized
  /// Why it is asked and how to meet it, in a few plain sentences.
  public let explanation: Localized
  public let example: RuleExample?

  public init(
    _ id: String, _ severity: Severity, title: Localized, explanation: Localized, example: RuleExample? = nil
  ) {
    self.id = id
    self.severity = severity
    self.title = title
    self.explanation = explanation
    self.example = example
  }
}

/// How grave a finding is: an error stops publishing, a warning does not.
public enum Severity: String, Sendable, Hashable, Comparable {
  case error, warning

  public static func < (a: Severity, b: Severity) -> Bool { a == .error && b == .warning }
}

/// The same lines written wrongly and rightly.
///
/// The right lines stand in the sample entry, and the wrong ones replace them there; where the sample
/// does not hold the right lines, either is added at the end of its body. So every example can be run.
public struct RuleExample: Sendable {
  public let wrong: String
  public let right: String
  /// Files beside the sample, by file name, that the example needs.
  public let others: [String: String]

  public init(wrong: String, right: String, others: [String: String] = [:]) {
    self.wrong = wrong
    self.right = right
    self.others = others
  }
}
