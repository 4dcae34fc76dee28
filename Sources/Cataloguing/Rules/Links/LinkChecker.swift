import Diagnosing
import Reading

/// Follows every link, picture and file of the site once and asks the rules about those at fault.
struct LinkChecker: Sendable {
  let context: LinkContext
  let rules: [any LinkRule.Type]

  func findings() -> [Diagnostic] {
    let texts = context.site.entries + context.site.pages.map(\.matched)
    return Parallel.map(texts) { text in hasFault(text) ? findings(in: text) : [] }.flatMap { $0 }
  }

  /// Whether any destination leads nowhere, told without the text: most texts have no such.
  private func hasFault(_ entry: MatchedEntry) -> Bool {
    var anchors = AnchorSets()
    return entry.facts.destinations.contains {
      context.fault(of: $0.text, $0.use, from: entry.path, anchors: &anchors) != nil
    }
  }

  private func findings(in entry: MatchedEntry) -> [Diagnostic] {
    let fields = FieldLink.all(of: entry.fields, entry.blocks, template: context.site.schema.template)
    return findings(in: entry.file, entry.bodies, fields: fields)
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
        let use = link.kind == .image ? LinkUse.image : .link
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
}
