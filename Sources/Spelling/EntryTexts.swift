import Cataloguing
import Diagnosing
import Reading

/// Where running text stands among an entry's fields.
///
/// Names of people, places and programmes, and the titles of sources, are given as they are and not looked at.
enum EntryTexts {
  static func ranges(in entry: MatchedEntry, _ schema: Schema) -> [Range<Int>] {
    entry.fields.compactMap { $0 }.flatMap { field -> [Range<Int>] in
      let definition = schema.template.fields[field.definition]
      if let role = Role(id: definition.id), names.contains(role) { return [] }
      guard let value = field.value else { return [] }
      return ranges(of: Located(value, at: field.range), definition)
    }
  }

  private static let names: Set<Role> = [.author, .place, .programme, .sources, .funding, .translationOf, .language]

  private static func ranges(of value: Located<Value>, _ field: FieldDefinition) -> [Range<Int>] {
    switch value.value {
    case .text: [value.range]
    case .texts(let texts): texts.map(\.range)
    case .record(let record): ranges(of: record, field)
    case .records(let records): records.flatMap { ranges(of: $0, field) }
    default: []
    }
  }

  private static func ranges(of record: Record, _ field: FieldDefinition) -> [Range<Int>] {
    record.values.flatMap { id, value in
      field.fields.first { $0.id == id }.map { ranges(of: value, $0) } ?? []
    }
  }
}
