import Diagnosing

/// The words of a theme in one language: headings, buttons, sentences around figures.
///
/// ```swift
/// let labels = Labels(language: .fi, [
///   Label("search", .text("Hae"), in: file, at: 10..<13),
///   Label("results", .plural(by: "count", one: "{count} tulos", other: "{count} tulosta"), in: file, at: 20..<40),
/// ])
/// ```
///
/// A template writes `{{labels.results}}`; whatever names stand in braces are looked up where the tag is,
/// so `{count}` there is what `{{count}}` would be. A brace that holds no name is itself.
public struct Labels: Sendable {
  public let language: Language
  public let all: [Label]
  private let indices: [String: Int]

  /// Of two labels of the same name the first counts.
  public init(language: Language, _ labels: [Label]) {
    self.language = language
    all = labels
    indices = Dictionary(labels.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  public subscript(name: String) -> Label? {
    indices[name].map { all[$0] }
  }
}

/// One label and where it is written.
public struct Label: Sendable {
  public enum Content: Sendable, Hashable {
    case text(String)
    /// Two forms, chosen by a number that is named: `one` for exactly 1, `other` for the rest, as Finnish,
    /// Swedish and English all have it (Unicode CLDR, plural rules).
    case plural(by: String, one: String, other: String)
  }

  public let name: String
  public let content: Content
  public let file: SourceFile
  public let range: Range<Int>

  public init(_ name: String, _ content: Content, in file: SourceFile, at range: Range<Int>) {
    self.name = name
    self.content = content
    self.file = file
    self.range = range
  }
}

extension Label {
  /// A label's text cut at its names in braces.
  enum Part: Sendable, Hashable {
    case text(String)
    case name(String)
  }

  static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    var plain = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{") {
      plain += rest[..<open]
      let after = rest.index(after: open)
      let close = rest[after...].firstIndex { !isNamePart($0) }
      if let close, rest[close] == "}", close > after {
        if !plain.isEmpty { parts.append(.text(plain)) }
        plain = ""
        parts.append(.name(String(rest[after..<close])))
        rest = rest[rest.index(after: close)...]
      } else {
        plain += "{"
        rest = rest[after...]
      }
    }
    plain += rest
    if !plain.isEmpty { parts.append(.text(plain)) }
    return parts
  }

  private static func isNamePart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "." || character == "_" || character == "-"
      || character == "@"
  }
}
