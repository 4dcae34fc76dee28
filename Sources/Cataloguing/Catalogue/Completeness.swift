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
  public let language: Language
  public let path: String
  public let title: String
  public let modified: CalendarDate
  public let missing: [Item]

  /// Every practice, the one that lacks most first; ties by the oldest change, then by path.
  public static func report(_ catalogue: Catalogue) -> [Completeness] {
    let all = catalogue.practices.map { Completeness($0, catalogue.schema) }
    return all.indices.sorted { a, b in
      if all[a].missing.count != all[b].missing.count { return all[a].missing.count > all[b].missing.count }
      if all[a].modified != all[b].modified { return all[a].modified < all[b].modified }
      return all[a].path.precedesInBytes(all[b].path)
    }.map { all[$0] }
  }

  init(_ practice: Practice, _ schema: Schema) {
    slug = practice.slug
    language = practice.language
    path = practice.source.path
    title = practice.title
    modified = practice.modified
    let template = schema.template
    let (written, present) = (practice.source.fields, practice.source.facts.sections)
    let fields = template.fields.indices
      .filter { template.fields[$0].isRecommended && written[$0]?.value == nil }
      .map { Item(id: template.fields[$0].id, labels: template.fields[$0].labels) }
    let sections = template.sections.indices
      .filter { !present.contains($0) }
      .map { Item(id: template.sections[$0].id, labels: template.sections[$0].labels) }
    missing = fields + sections
  }

  /// Whether the last change lies more than two years before a day.
  public func isAgeing(on day: CalendarDate) -> Bool {
    (modified.year + 2, modified.month, modified.day) < (day.year, day.month, day.day)
  }
}
