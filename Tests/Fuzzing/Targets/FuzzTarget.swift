import Cataloguing
import Diagnosing
import Importing
import Reading
import Rendering

/// What random bytes are put into.
///
/// Each target takes any bytes and says what is wrong with the outcome, nil when all is well. A trap or a
/// memory error shows by itself. The fuzzer and the tests run the same code.
///
/// ```swift
/// FuzzTarget.body.complaint(bytes, site)  // nil
/// ```
public enum FuzzTarget: String, CaseIterable, Sendable {
  /// The lines between the two `---`.
  case frontmatter
  /// All below the front matter: Markdown and fenced blocks, up to the finished page.
  case body
  /// A theme's template, filled with harmless and with hostile text.
  case template
  /// A vocabulary, the national template or the site's settings; the first byte chooses.
  case vocabulary
  /// A saved page or a copied text of the national platform.
  case `import`
  /// A picture as it is published, and its size; the bytes may be an SVG's too.
  case picture

  public func complaint(_ bytes: [UInt8], _ site: FuzzSite) -> String? {
    switch self {
    case .frontmatter:
      site.complaint(ofEntry: Array("---\n".utf8) + bytes + Array("\n---\n".utf8) + site.sampleBody)
    case .body: site.complaint(ofEntry: site.sampleFrontMatter + bytes) ?? bodyComplaint(bytes)
    case .template: TemplateTarget.complaint(bytes)
    case .vocabulary: site.complaint(ofSettings: bytes)
    case .import: site.complaint(ofImport: bytes)
    case .picture: pictureComplaint(bytes)
    }
  }
}

/// What holds no markup comes out as libcmark alone would have made it; a text that is no UTF-8 is never read so far.
private func bodyComplaint(_ bytes: [UInt8]) -> String? {
  let file = SourceFile(path: "malli.md", text: String(decoding: bytes, as: UTF8.self))
  let range = 0..<file.bytes.count
  func described(_ body: Body) -> [String] {
    body.sections.map { "\($0.range) \($0.content.holes) \(String(decoding: $0.content.html, as: UTF8.self))" }
      + body.headings.map { "\($0.level) \($0.text) \($0.anchor) \($0.range)" }
      + body.links.map { "\($0)" } + body.blocks.map { "\($0)" }
  }
  let (ours, theirs) = (BodyParser.parse(file, in: range), BodyParser.parseUnaided(file, in: range))
  return described(ours) == described(theirs) ? nil : "plain blocks came out otherwise than by libcmark"
}

/// What is published has nothing left to take out, and is no longer than what there was but for an orientation.
private func pictureComplaint(_ bytes: [UInt8]) -> String? {
  _ = ImageSize(header: bytes)
  _ = SVGContent.isPassive(bytes)
  let published = PublishedFile.bytes(bytes)
  if published.count > bytes.count + 64 { return "longer than it was" }
  return PublishedFile.bytes(published) == published ? nil : "not all was taken out"
}

extension FuzzSite {
  fileprivate func complaint(ofSettings bytes: [UInt8]) -> String? {
    let file = SourceFile(path: "content/vocabularies/koe.yaml", bytes: Array(bytes.dropFirst()))
    let findings: [Diagnostic] =
      switch bytes.first.map({ $0 % 3 }) {
      case 0: VocabularyReader.read(file).1
      case 1: TemplateReader.read(file, vocabularies: schema.vocabularies).1
      default: SiteConfigurationReader.read(file).1
      }
    return Findings.complaint(findings)
  }

  /// What an import writes is an entry that can be read; what it says lies in the page it was made of.
  fileprivate func complaint(ofImport bytes: [UInt8]) -> String? {
    let (entry, findings) = ImportedEntry.read(path: "malli.html", bytes: bytes, schema: schema)
    if let fault = Findings.complaint(findings) { return fault }
    guard let entry else { return findings.isEmpty ? "neither an entry nor a finding" : nil }
    let safe = entry.slug.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    if !safe || entry.slug.isEmpty { return "unsafe name: \(entry.slug)" }
    let file = SourceFile(path: "content/practices/\(entry.slug).md", text: entry.text)
    if !Entry.read(file).hasReadableFields { return "wrote front matter that cannot be read:\n\(entry.text)" }
    return complaint(ofEntry: Array(entry.text.utf8))
  }
}
