import Diagnosing
import Reading

/// What a description could still have: recommended fields and sections that are not required of it yet.
///
/// A class for the same reason as `Entry`.
public final class Completeness: Sendable {
  public final class Item: Sendable {
    /// The id of a field or a section.
    public let id: String
    public let labels: Localized

    fileprivate init(_ id: String, _ labels: Localized) {
      self.id = id
      self.labels = labels
    }
  }

  public let slug: String
  public let language: Language
  public let path: String
  public let title: String
  public let modified: CalendarDate
  public let missing: [Item]

  /// Every practice, the one that lacks most first; ties by the oldest change, then by path.
  public static func report(_ catalogue: Catalogue) -> [Completeness] {
    let items = Items(catalogue.schema.template)
    let all = catalogue.practices.map { Completeness($0, items) }
    return all.indices.sorted { a, b in
      if all[a].missing.count != all[b].missing.count { return all[a].missing.count > all[b].missing.count }
      if all[a].modified != all[b].modified { return all[a].modified < all[b].modified }
      return all[a].path.precedesInBytes(all[b].path)
    }.map { all[$0] }
  }

  /// What may be missing, by the index of the field or the section; nil where nobody is asked for it.
  private struct Items {
    let fields: [Item?]
    let sections: [Item]

    init(_ template: NationalTemplate) {
      fields = template.fields.map { $0.isRecommended ? Item($0.id, $0.labels) : nil }
      sections = template.sections.map { Item($0.id, $0.labels) }
    }
  }

  private init(_ practice: Practice, _ items: Items) {
    slug = practice.slug
    language = practice.language
    path = practice.source.path
    title = practice.title
    modified = practice.modified
    let (written, present) = (practice.source.fields, practice.source.facts.sections)
    var missing: [Item] = []
    for (index, item) in items.fields.enumerated() where written[index]?.value == nil {
      if let item { missing.append(item) }
    }
    for (index, item) in items.sections.enumerated() where !present.contains(index) { missing.append(item) }
    self.missing = missing
  }

  /// Whether the last change lies more than two years before a day.
  public func isAgeing(on day: CalendarDate) -> Bool {
    (modified.year + 2, modified.month, modified.day) < (day.year, day.month, day.day)
  }
}
