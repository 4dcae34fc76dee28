/// A template as it is carried out: names have become slots and readers, and text has become bytes.
struct Program: Sendable {
  /// The template itself, then the partials that contain themselves.
  var functions: [Function]
  /// Everything that is written as it stands; operations refer to parts of it.
  var literals: [UInt8]

  struct Function: Sendable {
    var operations: [Operation]
    /// How many places it holds: its scopes in use at one time.
    var slots: Int
  }
}

/// One step of a program. `end` is the index after the last operation inside a section.
enum Operation: Sendable {
  case literal(start: Int, count: Int)
  case text(Int, @Sendable (Place) -> String)
  case percentEncoded(Int, @Sendable (Place) -> String)
  case number(Int, @Sendable (Place) -> Int?)
  case html(Int, @Sendable (Place) -> SafeHTML?)
  case url(Int, @Sendable (Place) -> SafeURL?)
  case listedURL(Int, @Sendable (Place) -> SafeURL?)
  case percentEncodedURL(Int, @Sendable (Place) -> SafeURL?)
  case json(Int, @Sendable (Place) -> JSONValue?)
  case when(Int, @Sendable (Place) -> Bool, negated: Bool, end: Int)
  case whenItem(Int, ItemPosition, negated: Bool, end: Int)
  case record(Int, RecordReader, into: Int, end: Int)
  case list(Int, ListReader, into: Int, end: Int)
  case plural(Int, @Sendable (Place) -> Int?, other: Int, end: Int)
  case indent
  case call(Int, slots: [Int], indent: [UInt8])
}

/// Where an item stands in its list.
enum ItemPosition: Sendable {
  case first, last

  init?(_ name: String) {
    switch name {
    case "@first": self = .first
    case "@last": self = .last
    default: return nil
    }
  }
}
