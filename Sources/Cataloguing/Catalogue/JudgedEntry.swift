import Diagnosing
import Reading

/// An entry held against the template, and what the rules that look at one entry alone find in it.
public struct JudgedEntry: Sendable {
  public let entry: MatchedEntry
  public let findings: [Diagnostic]
  /// A hash of the file's bytes; nil where they are at hand.
  let content: UInt64?
  /// What it was known by; nil for one that was read.
  let known: EntryMemory.Known?

  /// An entry that is known, in which nothing was found.
  public init(_ known: EntryMemory.Known, reading: @escaping @Sendable () -> EntryText) {
    entry = MatchedEntry(known.facts, reading: reading)
    findings = []
    content = known.content
    self.known = known
  }

  private init(_ entry: MatchedEntry, findings: [Diagnostic], content: UInt64?) {
    self.entry = entry
    self.findings = findings
    self.content = content
    known = nil
  }

  /// Judges an entry.
  ///
  /// - Parameter rereading: reads a file again whose bytes have a hash, so that they are kept only where something was
  ///   found in them; nil keeps them.
  public init(_ entry: Entry, schema: Schema, rereading: (@Sendable (UInt64) -> SourceFile)? = nil) {
    let matched = EntryMatcher.match(entry, schema: schema)
    let findings = Rulebook.findings(in: matched, schema: schema)
    guard findings.isEmpty else {
      self.init(matched, findings: findings, content: nil)
      return
    }
    guard let rereading else {
      self.init(matched.settled(), findings: [], content: nil)
      return
    }
    var fingerprint = Fingerprint()
    fingerprint.add(entry.file.bytes)
    let content = fingerprint.value
    self.init(matched.settled(rereading: { rereading(content) }), findings: [], content: content)
  }
}
