import Diagnosing
import Foundation
import Reading

@testable import Cataloguing

/// Whole sites made of a few texts, under the site's own template and settings.
enum TestSite {
  /// What is found in texts by their paths, in the order of paths and places.
  static func findings(
    practices: [String: String], pages: [String: String] = [:], files: [String] = []
  ) -> [Diagnostic] {
    let schema = OwnSchema.schema
    func entries(_ texts: [String: String]) -> [Entry] {
      texts.sorted { $0.key < $1.key }.map { Entry.read(SourceFile(path: $0.key, text: $0.value)) }
    }
    let site = MatchedSite(
      schema: schema, configuration: configuration,
      entries: entries(practices).map { EntryMatcher.match($0, schema: schema) },
      pages: entries(pages).map { ContentPage($0, schema: schema) },
      files: Set(files).union(practices.keys).union(pages.keys))
    let found =
      site.entries.flatMap { Rulebook.findings(in: $0, schema: schema) }
      + site.pages.flatMap { Rulebook.findings(in: $0, schema: schema) } + Rulebook.findings(in: site)
    return found.sortedByPlace()
  }

  /// Findings as `path:line:column rule`, with the paths below `content/`.
  static func told(_ findings: [Diagnostic]) -> [String] {
    findings.map { "\($0.file.path.dropFirst(8)):\($0.position) \($0.rule)" }
  }

  /// The sample entry under another title.
  static func entry(_ title: String) -> String {
    SampleEntry.text.replacing("\"Läsnäolon malli: yhdessä kouluun\"", with: title)
  }

  static let configuration: SiteConfiguration = {
    let (configuration, faults) = SiteConfigurationReader.read(OwnSchema.file("content/site.yaml"))
    guard let configuration, faults.isEmpty else { fatalError("content/site.yaml has faults: \(faults)") }
    return configuration
  }()
}
