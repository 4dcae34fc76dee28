import Diagnosing
import Reading

/// An entry held against the template, and what the rules that look at one entry alone find in it.
public struct JudgedEntry: Sendable {
  public let entry: MatchedEntry
  public let findings: [Diagnostic]

  public init(_ entry: MatchedEntry, findings: [Diagnostic]) {
    self.entry = entry
    self.findings = findings
  }

  public init(_ entry: Entry, schema: Schema) {
    let matched = EntryMatcher.match(entry, schema: schema)
    let findings = Rulebook.findings(in: matched, schema: schema)
    self.init(findings.isEmpty ? matched.settled : matched, findings: findings)
  }
}
