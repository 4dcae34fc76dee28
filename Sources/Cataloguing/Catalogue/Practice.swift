import Diagnosing
import Reading

/// A practice model as readers see it: an entry without errors, its fields by their roles.
///
/// A class for the same reason as `Entry`.
public final class Practice: Sendable {
  public let source: MatchedEntry
  public let slug: String
  public let language: Language
  /// Where its one page stands, from the site's root: `/mallit/porrasmalli/`.
  public let path: String
  public let title: String
  public let summary: String
  public let place: String
  /// Terms of the vocabularies of regions, funders and stages.
  public let regions: [Int]
  public let funders: [Int]
  public let stage: Int
  public let created: CalendarDate
  public let modified: CalendarDate

  /// Nil while a required field is missing or cannot be read.
  public init?(_ source: MatchedEntry, schema: Schema) {
    let fields = RoleValues(source, schema)
    guard let title = fields.text(.title), let summary = fields.text(.summary), let place = fields.text(.place),
      let stage = fields.terms(.stage).first, let created = fields.date(.created),
      let modified = fields.date(.modified), !fields.terms(.region).isEmpty, !fields.terms(.funder).isEmpty
    else { return nil }
    self.source = source
    slug = source.slug
    language = source.language
    path = SiteAddresses.practice(source.slug, source.language)
    self.title = title
    self.summary = summary
    self.place = place
    regions = fields.terms(.region)
    funders = fields.terms(.funder)
    self.stage = stage
    self.created = created
    self.modified = modified
  }
}

/// The values of an entry by role.
public struct RoleValues: Sendable {
  private let source: MatchedEntry
  private let schema: Schema

  public init(_ source: MatchedEntry, _ schema: Schema) {
    self.source = source
    self.schema = schema
  }

  public func field(_ role: Role) -> MatchedField? { schema.template.field(role).flatMap { source.fields[$0] } }

  public func value(_ role: Role) -> Value? { field(role)?.value }

  public func text(_ role: Role) -> String? {
    if case .text(let text)? = value(role), !text.isEmpty { text } else { nil }
  }

  public func texts(_ role: Role) -> [String] {
    if case .texts(let texts)? = value(role) { texts.map(\.value) } else { [] }
  }

  public func terms(_ role: Role) -> [Int] {
    if case .terms(let terms)? = value(role) { terms.map(\.value.term) } else { [] }
  }

  public func date(_ role: Role) -> CalendarDate? {
    if case .date(let date)? = value(role) { date } else { nil }
  }

  public func record(_ role: Role) -> Record? {
    if case .record(let record)? = value(role) { record } else { nil }
  }

  public func records(_ role: Role) -> [Record] {
    if case .records(let records)? = value(role) { records } else { [] }
  }
}
