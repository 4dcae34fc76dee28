import Diagnosing
import Reading

/// A text of `content/pages/`, such as `about.fi.md`: free Markdown under a title.
public struct ContentPage: Sendable {
  /// The text with its fenced blocks; a page has none of an entry's fields and sections.
  public let matched: MatchedEntry
  /// The file's name before its language: `about`.
  public let name: String
  public let language: Language
  public let title: String
  public let summary: String

  public var entry: Entry { matched.entry }

  public init(_ entry: Entry, schema: Schema) {
    let parts = entry.slug.split(separator: ".").map(String.init)
    name = parts.first ?? entry.slug
    language = parts.count > 1 ? Language(rawValue: parts[1]) ?? schema.defaultLanguage : schema.defaultLanguage
    matched = EntryMatcher.match(page: entry, in: language, schema: schema)
    func text(_ role: Role) -> String {
      let index = schema.template.field(role)
      return entry.fields.first { schema.template.field(named: $0.key) == index }?.value.scalar ?? ""
    }
    title = text(.title)
    summary = text(.summary)
  }
}
