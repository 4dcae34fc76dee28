import Diagnosing
import Reading

/// An entry's text held against the template.
public final class EntryText: Sendable {
  public let entry: Entry
  public let sections: [MatchedSection]
  public let blocks: [MatchedBlock]
  /// Everything that does not fit, in the order in which it was met.
  public let problems: [Problem]
  /// Fences that are never closed, at their opening marks. What follows one is not what it seems: the
  /// headings after it are swallowed, and rules that miss them are silent.
  public let unclosedFences: [Range<Int>]

  init(
    entry: Entry, sections: [MatchedSection], blocks: [MatchedBlock], problems: [Problem],
    unclosedFences: [Range<Int>]
  ) {
    self.entry = entry
    self.sections = sections
    self.blocks = blocks
    self.problems = problems
    self.unclosedFences = unclosedFences
  }

  /// The text itself, then the texts of its notes.
  var bodies: [Body] {
    [entry.body]
      + blocks.compactMap { block in
        if case .note(let body) = block.content { body } else { nil }
      }
  }
}

/// A field of the template as it stands in an entry.
///
/// A class for the same reason as `Entry`.
public final class MatchedField: Sendable {
  /// Index in `NationalTemplate.fields`.
  public let definition: Int
  public let key: String
  public let keyRange: Range<Int>
  /// The bytes of the value.
  public let range: Range<Int>
  /// Nil where the value is empty or could not be read; a problem tells which.
  public let value: Value?

  init(definition: Int, key: String, keyRange: Range<Int>, range: Range<Int>, value: Value?) {
    self.definition = definition
    self.key = key
    self.keyRange = keyRange
    self.range = range
    self.value = value
  }
}

/// A second-level heading that names a section of the template.
///
/// A class for the same reason as `Entry`.
public final class MatchedSection: Sendable {
  /// Index in `NationalTemplate.sections`; nil where the heading names none.
  public let definition: Int?
  /// Index in `Body.sections`.
  public let section: Int
  public let heading: Heading
  /// How the heading named the section.
  public let match: HeadingMatch

  init(definition: Int?, section: Int, heading: Heading, match: HeadingMatch) {
    self.definition = definition
    self.section = section
    self.heading = heading
    self.match = match
  }
}

public enum HeadingMatch: Sendable, Equatable {
  case exact
  /// The section's name followed by marks that do not belong, such as ` **` or `:`; the range of these.
  case marked(Range<Int>)
  /// A near name: the heading counts as the section that was meant.
  case misspelt(String)
  case unknown
}

/// A fenced block that the template knows, with its content read.
public struct MatchedBlock: Sendable {
  /// Index in `NationalTemplate.blocks`; nil where the info string names none.
  public let definition: Int?
  /// Index in `Body.blocks`.
  public let block: Int
  public let content: BlockContent
}

/// What a fenced block holds.
public enum BlockContent: Sendable {
  case records([Record])
  case record(Record)
  case table(Table)
  case note(Body)
  /// It could not be read; a problem tells why.
  case unreadable
}

/// Something that does not fit the template.
public struct Problem: Sendable {
  public enum Kind: Sendable {
    /// A key that the template does not know; with the field it was taken for, if a near name.
    case unknownKey(KeyGuess?, among: [FieldDefinition])
    case duplicateKey(first: Range<Int>)
    /// No value where the field is required.
    case empty
    /// A list or a map where a text belongs, or the other way round.
    case wrongShape(Shape)
    /// Text that is not of the field's type.
    case unreadable
    /// A dash or a bullet where a list's hyphen belongs.
    case listMark
    /// Several values on one line, with commas or semicolons between them.
    case several([String])
    /// A date that no calendar has.
    case impossibleDate
    /// A value that the vocabulary does not know.
    case unknownTerm(vocabulary: Int)
    /// A language that Mallisto does not speak.
    case unknownLanguage
    /// A value that stands twice in one list.
    case repeated(first: Range<Int>)
    /// A nested field that a record cannot do without.
    case missingNested(FieldDefinition)
    /// A block with nothing in it.
    case emptyBlock
    /// YAML inside a fenced block that cannot be read.
    case fault(Diagnostic)
    case table(TableFault)
    /// A block inside a list, a quote or an indentation.
    case nestedBlock
    case unknownBlock
  }

  public enum Shape: Sendable, Equatable {
    case text, list, map, textOrList, textOrMap
  }

  public let kind: Kind
  /// The field that it concerns, with the record's field before it for a nested one.
  public let field: FieldDefinition?
  public let range: Range<Int>
  /// The text that was written.
  public let text: String

  init(_ kind: Kind, _ field: FieldDefinition?, at range: Range<Int>, text: String = "") {
    self.kind = kind
    self.field = field
    self.range = range
    self.text = text
  }
}
