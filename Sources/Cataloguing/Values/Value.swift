/// A value with the bytes it was read from.
public struct Located<Wrapped: Sendable>: Sendable {
  public let value: Wrapped
  public let range: Range<Int>

  public init(_ value: Wrapped, at range: Range<Int>) {
    self.value = value
    self.range = range
  }
}

/// What a field of the template holds, once its type has been found to fit.
public enum Value: Sendable {
  case text(String)
  case texts([Located<String>])
  case date(CalendarDate)
  /// Codes of a vocabulary.
  case terms([Located<TermReference>])
  case amount(Figure)
  case percentage(Figure)
  case period(Period)
  /// An address on the web or within the site, as written.
  case address(String)
  /// A file beside the entry, as written.
  case file(String)
  case record(Record)
  case records([Record])
}

/// A term by its place in a vocabulary.
public struct TermReference: Sendable, Hashable {
  /// Index in `Vocabularies.all`.
  public let vocabulary: Int
  /// Index in `Vocabulary.terms`.
  public let term: Int

  public init(vocabulary: Int, term: Int) {
    self.vocabulary = vocabulary
    self.term = term
  }
}

/// A map of nested fields, such as one source or one link, in the order in which it was written.
public struct Record: Sendable {
  public var values: [(id: String, value: Located<Value>)]
  public let range: Range<Int>

  public init(values: [(id: String, value: Located<Value>)] = [], range: Range<Int>) {
    self.values = values
    self.range = range
  }

  public func located(_ id: String) -> Located<Value>? { values.first { $0.id == id }?.value }

  public subscript(id: String) -> Value? { located(id)?.value }

  /// The text of a field that holds text, an address or a file name.
  public func text(_ id: String) -> String? {
    switch self[id] {
    case .text(let text), .address(let text), .file(let text): text
    default: nil
    }
  }
}
