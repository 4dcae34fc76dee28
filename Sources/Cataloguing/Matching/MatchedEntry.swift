import Diagnosing
import Reading

/// An entry held against the template: which key is which field, what each value is, which heading is
/// which section, and every place where they do not fit.
///
/// Nothing here is a message. The rules read this value and say what is wrong in an editor's words.
///
/// What lists and other entries need to know of it is at hand. The text itself may be read only when it is asked
/// for: an entry that has not changed since the last build is known from the cache (see `EntryFacts`).
/// A class for the same reason as `Entry`.
public final class MatchedEntry: Sendable {
  public let facts: EntryFacts
  private let late: LateText
  /// Reads the file again; nil where its bytes were kept.
  private let rereading: (@Sendable () -> SourceFile)?

  public init(_ facts: EntryFacts, text: EntryText, rereading: (@Sendable () -> SourceFile)? = nil) {
    self.facts = facts
    late = LateText(text)
    self.rereading = rereading
  }

  /// An entry whose text is read when it is first asked for.
  public init(_ facts: EntryFacts, reading: @escaping @Sendable () -> EntryText) {
    self.facts = facts
    late = LateText(reading: reading)
    rereading = nil
  }

  /// The same, of an entry in which nothing is wrong, with no more of its front matter than its facts.
  ///
  /// - Parameter rereading: reads the file again, so that its bytes need not be kept.
  func settled(rereading: (@Sendable () -> SourceFile)? = nil) -> MatchedEntry {
    MatchedEntry(
      facts,
      text: EntryText(
        entry: entry.withoutFields(keepsBytes: rereading == nil), sections: sections, blocks: blocks,
        problems: problems, unclosedFences: unclosedFences), rereading: rereading)
  }

  public var path: String { facts.path }
  public var slug: String { facts.slug }
  /// By the field's index in the template; nil where the entry has no such key.
  public var fields: [MatchedField?] { facts.fields }
  /// The stage's place in the vocabulary of stages, where it could be read.
  public var stage: Int? { facts.stage }
  /// The language of the text.
  public var language: Language { facts.language }

  public var text: EntryText { late.value }
  public var entry: Entry { text.entry }
  public var sections: [MatchedSection] { text.sections }
  public var blocks: [MatchedBlock] { text.blocks }
  public var problems: [Problem] { text.problems }
  public var unclosedFences: [Range<Int>] { text.unclosedFences }
  public var file: SourceFile { rereading?() ?? entry.file }
  var bodies: [Body] { text.bodies }
  var anchors: [String] { facts.anchors }

  /// What could not be read in fenced blocks, each fault under the rule that found it.
  var blockFaults: [Diagnostic] {
    problems.compactMap { if case .fault(let fault) = $0.kind { fault } else { nil } }
  }
}

/// A text that is at hand, or is read when it is first asked for.
final class LateText: Sendable {
  private let present: EntryText?
  private let reading: (@Sendable () -> EntryText)?
  private let read = Late<EntryText>()

  init(_ text: EntryText) {
    present = text
    reading = nil
  }

  init(reading: @escaping @Sendable () -> EntryText) {
    present = nil
    self.reading = reading
  }

  var value: EntryText {
    if let present { return present }
    guard let reading else { preconditionFailure("a text is present or can be read") }
    return read.value(reading)
  }
}
