/// An address or a file that a field or a fenced block names.
struct FieldLink: Sendable {
  let destination: String
  let use: LinkUse
  let range: Range<Int>

  /// Those of the front matter and of blocks, in order; a page has only blocks.
  static func all(of fields: [MatchedField?], _ blocks: [MatchedBlock], template: NationalTemplate) -> [FieldLink] {
    var links: [FieldLink] = []
    for case let field? in fields {
      guard let value = field.value else { continue }
      let isPicture = field.definition == template.field(.cover) || field.definition == template.field(.image)
      collect(value, at: field.range, isPicture ? .image : .file, into: &links)
    }
    for block in blocks {
      switch block.content {
      case .record(let record): collect(record, .file, into: &links)
      case .records(let records): for record in records { collect(record, .file, into: &links) }
      default: break
      }
    }
    return links
  }

  private static func collect(_ value: Value, at range: Range<Int>, _ use: LinkUse, into links: inout [FieldLink]) {
    switch value {
    case .address(let text): links.append(FieldLink(destination: text, use: .link, range: range))
    case .file(let text): links.append(FieldLink(destination: text, use: use, range: range))
    case .record(let record): collect(record, use, into: &links)
    case .records(let records): for record in records { collect(record, use, into: &links) }
    default: break
    }
  }

  private static func collect(_ record: Record, _ use: LinkUse, into links: inout [FieldLink]) {
    for (_, value) in record.values { collect(value.value, at: value.range, use, into: &links) }
  }
}

/// What a destination is used for: a page to go to, a picture to show, or a file to fetch.
public enum LinkUse: UInt8, Sendable {
  case link, image, file
}
