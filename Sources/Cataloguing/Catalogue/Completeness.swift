import Diagnosing
import Reading

/// What a description could still have: recommended fields and sections that are not required of it yet.
public struct Completeness: Sendable {
  public struct Item: Sendable {
    /// The id of a field or a section.
    public let id: String
    public let labels: Localized
  }

  public let slug: String
  public let path: String
  public let title: String
  public let modified: CalendarDate
  public let missing: [Item]

  /// Every practice, the one that lacks most first; ties by the oldest change, then by path.
  public static func report(_ catalogue: Catalogue) -> [Completeness] {
    catalogue.practices.map { Completeness($0, catalogue.schema) }.sorted { a, b in
      if a.missing.count != b.missing.count { return a.missing.count > b.missing.count }
      if a.modified != b.modified { return a.modified < b.modified }
      return a.path.precedesInBytes(b.path)
    }
  }

  init(_ practice: Practice, _ schema: Schema) {
    slug = practice.slug
    path = practice.source.path
    title = practice.title
    modified = practice.modified
    let fields = zip(schema.template.fields, practice.source.fields)
      .filter { $0.isRecommended && $1?.value == nil }.map { Item(id: $0.0.id, labels: $0.0.labels) }
    let present = Set(practice.source.facts.sections)
    let sections = schema.template.sections.enumerated().filter { !present.contains($0.offset) }
      .map { Item(id: $0.element.id, labels: $0.element.labels) }
    missing = fields + sections
  }

  /// Whether the last change lies more than two years before a day.
  public func isAgeing(on day: CalendarDate) -> Bool {
    (modified.year + 2, modified.month, modified.day) < (day.year, day.month, day.day)
  }
}
