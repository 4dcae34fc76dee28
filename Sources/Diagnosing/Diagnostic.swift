/// One finding: which rule is broken, where, and what to write instead.
///
/// Mistakes in content are values of this type. They are collected, never thrown.
public struct Diagnostic: Sendable {
  public let rule: String
  public let severity: Severity
  public let file: SourceFile
  /// The bytes that are at fault; empty for a place where something is missing.
  public let range: Range<Int>
  /// What is wrong, phrased as the rule, without a full stop.
  public let message: Localized
  /// Further lines: allowed values, where the other half of a conflict stands.
  public var notes: [Localized]
  public var fix: Fix?

  public init(
    _ rule: Rule, in file: SourceFile, at range: Range<Int>, _ message: Localized,
    notes: [Localized] = [], fix: Fix? = nil
  ) {
    self.rule = rule.id
    self.severity = rule.severity
    self.file = file
    self.range = range
    self.message = message
    self.notes = notes
    self.fix = fix
  }

  /// A finding as it was told before.
  public init(
    rule: String, _ severity: Severity, in file: SourceFile, at range: Range<Int>, _ message: Localized,
    notes: [Localized], fix: Fix?
  ) {
    self.rule = rule
    self.severity = severity
    self.file = file
    self.range = range
    self.message = message
    self.notes = notes
    self.fix = fix
  }

  /// The same finding in other words.
  init(_ finding: Diagnostic, in file: SourceFile, message: Localized, notes: [Localized], fix: Fix?) {
    rule = finding.rule
    severity = finding.severity
    self.file = file
    range = finding.range
    self.message = message
    self.notes = notes
    self.fix = fix
  }

  /// The line and column of the first byte at fault.
  public var position: SourcePosition { file.position(at: range.lowerBound) }
}

/// A change to the source that would mend a finding.
public struct Fix: Sendable, Hashable {
  /// The bytes to replace; empty for an insertion.
  public let range: Range<Int>
  public let replacement: String
  /// Whether the change cannot alter what the editor meant, so that `--fix` may make it unasked.
  public let isSafe: Bool

  public init(replacing range: Range<Int>, with replacement: String, isSafe: Bool = false) {
    self.range = range
    self.replacement = replacement
    self.isSafe = isSafe
  }
}

extension [Diagnostic] {
  /// Whether anything here stops publishing.
  public var hasErrors: Bool { contains { $0.severity == .error } }

  /// In the order of files' paths, then of places, then of rules. What one rule finds at one place stays in the order
  /// of the rule: missing sections in that of the template.
  public func sortedByPlace() -> [Diagnostic] {
    sorted { a, b in
      if a.file.path != b.file.path { return a.file.path.precedesInBytes(b.file.path) }
      if a.range.lowerBound != b.range.lowerBound { return a.range.lowerBound < b.range.lowerBound }
      return a.rule < b.rule
    }
  }
}
