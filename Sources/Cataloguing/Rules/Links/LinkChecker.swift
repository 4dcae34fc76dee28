import Diagnosing
import Reading

/// Follows every link, picture and file of the site once and asks the rules about those at fault.
struct LinkChecker: Sendable {
  let context: LinkContext
  let rules: [any LinkRule.Type]

  func findings() -> [Diagnostic] {
    let entries = Parallel.map(context.site.entries) { entry in
      findings(in: entry.file, entry.bodies, fields: fieldLinks(of: entry))
    }
    let pages = context.site.pages.map(\.matched).map { text in
      findings(in: text.file, text.bodies, fields: fieldLinks(of: text))
    }
    return (entries + pages).flatMap { $0 }
  }

  private func findings(in file: SourceFile, _ bodies: [Body], fields: [FieldLink]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var anchors = AnchorSets()
    for link in fields {
      let fault = context.fault(of: link.destination, link.use, from: file.path, anchors: &anchors)
      guard let fault else { continue }
      found += report(
        FaultyLink(fault: fault, use: link.use, destination: link.destination, file: file, range: link.range))
    }
    for body in bodies {
      for (index, link) in body.links.enumerated() {
        let use = link.kind == .image ? FaultyLink.Use.image : .link
        guard let fault = context.fault(of: link.destination, use, from: file.path, anchors: &anchors) else { continue }
        let isLocated = found.count < FindingLimit.perRule
        let range =
          isLocated
          ? InlineLocator.range(of: index, in: body, file: file) : link.block.lowerBound..<link.block.lowerBound
        let faulty = FaultyLink(
          fault: fault, use: use, destination: link.destination, file: file, range: range, isGuessedAt: isLocated)
        found += report(faulty)
      }
    }
    return FindingLimit.applied(to: found)
  }

  private func report(_ link: FaultyLink) -> [Diagnostic] {
    rules.compactMap { $0.check(link, context) }
  }

  // MARK: Fields

  private struct FieldLink {
    let destination: String
    let use: FaultyLink.Use
    let range: Range<Int>
  }

  /// Addresses and files of the front matter and of blocks; a page has only blocks.
  private func fieldLinks(of entry: MatchedEntry) -> [FieldLink] {
    var links: [FieldLink] = []
    for field in entry.fields {
      guard let field, let value = field.value else { continue }
      let definition = context.site.schema.template.fields[field.definition]
      let isPicture = definition.id == Role.cover.rawValue || definition.id == Role.image.rawValue
      collect(value, at: field.range, isPicture ? .image : .file, into: &links)
    }
    for block in entry.blocks {
      switch block.content {
      case .record(let record): collect(record, .file, into: &links)
      case .records(let records): for record in records { collect(record, .file, into: &links) }
      default: break
      }
    }
    return links
  }

  private func collect(_ value: Value, at range: Range<Int>, _ use: FaultyLink.Use, into links: inout [FieldLink]) {
    switch value {
    case .address(let text): links.append(FieldLink(destination: text, use: .link, range: range))
    case .file(let text): links.append(FieldLink(destination: text, use: use, range: range))
    case .record(let record): collect(record, use, into: &links)
    case .records(let records): for record in records { collect(record, use, into: &links) }
    default: break
    }
  }

  private func collect(_ record: Record, _ use: FaultyLink.Use, into links: inout [FieldLink]) {
    for (_, value) in record.values { collect(value.value, at: value.range, use, into: &links) }
  }
}
