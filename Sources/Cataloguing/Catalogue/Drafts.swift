import Diagnosing

/// Practices that their writers have marked as drafts: judged like the others, but not published.
extension MatchedSite {
  /// The site as it is published; what leads to a draft leads nowhere then.
  public var withoutDrafts: MatchedSite {
    let drafts = Set(draftEntries.map(\.path))
    if drafts.isEmpty { return self }
    return MatchedSite(
      schema: schema, configuration: configuration, entries: entries.filter { !drafts.contains($0.path) },
      pages: pages, files: files.subtracting(drafts), images: images,
      unreadablePictures: unreadablePictures, activePictures: activePictures, oversizedFiles: oversizedFiles)
  }

  /// The slugs of the drafts.
  public var drafts: [String] { draftEntries.map(\.slug) }

  private var draftEntries: [MatchedEntry] {
    guard let field = schema.template.field(.publication),
      case .terms(let vocabulary, _) = schema.template.fields[field].type,
      let draft = schema.vocabularies.all[vocabulary].term(code: "draft")
    else { return [] }
    return entries.filter { entry in
      guard case .terms(let terms)? = entry.fields[field]?.value else { return false }
      return terms.contains { $0.value.term == draft }
    }
  }
}

extension Diagnostic {
  /// Tells whether two findings are the same.
  struct Identity: Hashable {
    let path: String
    let range: Range<Int>
    let rule: String
  }

  var identity: Identity { Identity(path: file.path, range: range, rule: rule) }
}
