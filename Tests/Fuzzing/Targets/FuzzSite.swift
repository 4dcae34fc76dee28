import Cataloguing
import Diagnosing
import Foundation
import Reading
import Rendering

/// The project's own site, with one entry in the place of its practices.
public struct FuzzSite: Sendable {
  public let schema: Schema
  let configuration: SiteConfiguration
  let theme: Theme
  let base: BaseAddress
  let sampleFrontMatter: [UInt8]
  let sampleBody: [UInt8]

  public enum Failure: Error { case unusable([String]) }

  /// - Parameter folder: the one that holds `content/` and `themes/`.
  public init(_ folder: Folder) throws {
    var sources = try SiteReader.read(folder)
    sources.practices = []
    sources.pages = []
    let assembly = SiteAssembly(sources)
    let (theme, faults) = Theme.compile(try ThemeReader.read("mallisto", in: folder), languages: Language.allCases)
    guard let site = assembly.site, let theme, let base = BaseAddress("https://mallisto.example/malli/") else {
      throw Failure.unusable((assembly.findings + faults).map { "\($0.file.path): \($0.message.en)" })
    }
    schema = site.schema
    configuration = site.configuration
    self.theme = theme
    self.base = base
    let sample = SampleEntry.text
    let end = sample.utf8.count - (sample.firstRange(of: "\n---\n").map { sample[$0.upperBound...].utf8.count } ?? 0)
    sampleFrontMatter = Array(sample.utf8.prefix(end))
    sampleBody = Array(sample.utf8.dropFirst(end))
  }

  /// Reads, judges and, where nothing is wrong, renders an entry.
  public func complaint(ofEntry bytes: [UInt8]) -> String? {
    let file = SourceFile(path: SampleEntry.path, bytes: bytes)
    let matched = EntryMatcher.match(Entry.read(file), schema: schema)
    let beside = SampleEntry.otherFiles.map { "content/practices/\($0)" }
    let site = MatchedSite(
      schema: schema, configuration: configuration, entries: [matched], pages: [],
      files: Set(beside + [SampleEntry.path]))
    let findings = Rulebook.findings(in: matched, schema: schema) + Rulebook.findings(in: site)
    if let fault = Findings.complaint(findings) ?? Findings.complaint(fixing: findings, in: file) { return fault }
    return findings.hasErrors ? nil : complaint(ofPages: site)
  }

  private func complaint(ofPages site: MatchedSite) -> String? {
    let model = SiteModel(site, theme: theme, base: base, hasSearch: false)
    var seen = 0
    for page in SitePages.all(model) where page.path.contains("lasnaolon-malli") {
      guard case .bytes(let render) = page.content else { continue }
      seen += 1
      let bytes = render()
      if page.path.hasSuffix(".html"), let fault = PageMarkup.fault(in: bytes) { return "\(page.path): \(fault)" }
      if page.path.hasSuffix(".json"), (try? JSONSerialization.jsonObject(with: Data(bytes))) == nil {
        return "\(page.path): no JSON"
      }
    }
    return seen > 0 ? nil : "an entry without errors has no page"
  }
}
