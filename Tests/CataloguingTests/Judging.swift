import Diagnosing
import Foundation
import Reading

@testable import Cataloguing

/// Judges texts as `mallisto check` judges a site that holds just them.
enum Judging {
  /// What is found in an entry under all rules, in the order of places.
  ///
  /// - Parameters:
  ///   - others: files beside the entry by their names; those that end in `.md` are entries too.
  ///   - files: further names of files beside it.
  static func findings(
    in file: SourceFile, others: [String: String] = [:], files: [String] = SampleEntry.otherFiles
  ) -> [Diagnostic] {
    let schema = OwnSchema.schema
    let folder = file.path.split(separator: "/").dropLast().joined(separator: "/")
    let neighbours = others.filter { $0.key.hasSuffix(".md") }.sorted { $0.key < $1.key }
      .map { SourceFile(path: "\(folder)/\($0.key)", text: $0.value) }
    let entries = ([file] + neighbours).map { EntryMatcher.match(Entry.read($0), schema: schema) }
    let paths = (files + others.keys).map { "\(folder)/\($0)" } + [file.path]
    let site = MatchedSite(
      schema: schema, configuration: configuration, entries: entries, pages: [], files: Set(paths))
    let found = Rulebook.findings(in: entries[0], schema: schema) + Rulebook.findings(in: site)
    return found.filter { $0.file.path == file.path }.sortedByPlace()
  }

  static func findings(in text: String, others: [String: String] = [:]) -> [Diagnostic] {
    findings(in: SourceFile(path: SampleEntry.path, text: text), others: others)
  }

  /// The sample entry with some lines replaced; where it does not hold them, the new ones come at its end.
  static func sample(_ lines: String, replacing old: String) -> String {
    let text = SampleEntry.text
    guard !old.isEmpty, let range = text.range(of: old) else { return text + "\n" + lines }
    return text.replacingCharacters(in: range, with: lines)
  }

  /// A text with its findings' safe fixes made, from the last to the first.
  static func fixed(_ file: SourceFile, _ fixes: [Fix]) -> SourceFile {
    var bytes = file.bytes
    for fix in fixes.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      bytes.replaceSubrange(fix.range, with: Array(fix.replacement.utf8))
    }
    return SourceFile(path: file.path, bytes: bytes)
  }

  private static let configuration: SiteConfiguration = {
    let (configuration, faults) = SiteConfigurationReader.read(OwnSchema.file("content/site.yaml"))
    guard let configuration, faults.isEmpty else { fatalError("content/site.yaml has faults: \(faults)") }
    return configuration
  }()
}

extension SourceFile {
  /// The same text with CR LF line ends, a byte order mark and a comment with an `ä` on its second line.
  func disguised() -> SourceFile {
    var text = self.text(0..<bytes.count)
    if text.hasPrefix("---\n") { text = "---\n# Tämä rivi ei kuulu tietoihin, äö\n" + text.dropFirst(4) }
    return SourceFile(path: path, text: "\u{FEFF}" + text.replacing("\n", with: "\r\n"))
  }
}

extension SourcePosition {
  /// Where a place of a text stands once that is disguised: a line further down, but for the first line.
  var disguised: SourcePosition { line == 1 ? self : SourcePosition(line: line + 1, column: column) }
}
