import Diagnosing
import Reading
import Support
import Testing

@testable import Rendering

/// What is wrong with a theme's own files is told with the place and with what to write.
@Suite struct ThemeFaultTests {
  /// The project's theme, changed, and what is found in it.
  private func findings(_ change: (inout ThemeSources) -> Void) throws -> [Diagnostic] {
    var sources = try ThemeReader.read("mallisto", in: Folder(OpenDataSite.root.path))
    change(&sources)
    let (theme, findings) = Theme.compile(sources, languages: Language.allCases)
    let isMade = theme != nil
    #expect(!isMade)
    return findings
  }

  private func labels(_ language: Language) -> String { "themes/mallisto/labels/\(language.rawValue).yaml" }

  /// What is found when something is added to a language's words.
  private func expectFinding(_ addition: String, _ message: String, _ language: Language = .fi) throws {
    var place = 0
    let found = try findings { sources in
      guard let index = sources.labels.firstIndex(where: { $0.path == labels(language) }) else { return }
      let whole = MarkedSource(String(decoding: sources.labels[index].bytes, as: UTF8.self) + addition)
      sources.labels[index] = whole.file(labels(language))
      place = whole.offsets.first ?? -1
    }
    #expect(found.map { "[\($0.rule)] \($0.message[.fi])" } == ["[theme-label] \(message)"])
    #expect(found.first?.range.lowerBound == place)
    #expect(found.first?.notes.isEmpty == false)
  }

  @Test func `A word that is given twice`() throws {
    try expectFinding("\n👉keywordsTitle: Sanat\n", "Sana ”keywordsTitle” on annettu jo")
  }

  @Test(arguments: ["[a, b]", "{one: malli, other: mallia}", "{by: count, one: a, other: b, few: c}"])
  func `A word that is neither a text nor a counted form`(value: String) throws {
    try expectFinding("\nuusi: 👉\(value)\n", "Sana ”uusi” ei ole teksti eikä laskettava muoto", .sv)
  }

  @Test func `A word that is missing, where the file begins`() throws {
    let found = try findings { sources in
      guard let index = sources.labels.firstIndex(where: { $0.path == labels(.en) }) else { return }
      let lines = String(decoding: sources.labels[index].bytes, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false)
      let rest = lines.filter { !$0.hasPrefix("keywordsTitle:") }.joined(separator: "\n")
      sources.labels[index] = SourceFile(path: labels(.en), text: rest)
    }
    #expect(
      found.map { "\($0.file.path):\($0.position) \($0.message[.en])" } == [
        "\(labels(.en)):1:1 The word “keywordsTitle” is missing"
      ])
    #expect(found.first?.notes.first?[.en].contains("“keywordsTitle: ”") == true)
  }

  @Test func `A language's words that are missing altogether`() throws {
    let found = try findings { $0.labels.removeAll { $0.path == labels(.sv) } }
    #expect(
      found.map { "[\($0.rule)] \($0.message[.en])" } == [
        "[theme-file] The file \(labels(.sv)) is missing or of no use"
      ])
  }

  @Test(arguments: [nil, "{}", "[1, 2", "null"])
  func `A map that is missing or is none`(text: String?) throws {
    let path = "themes/mallisto/map/wellbeing-areas.json"
    let found = try findings { $0.map = text.map { SourceFile(path: path, text: $0) } }
    #expect(
      found.map { "[\($0.rule)] \($0.message[.en])" } == ["[theme-file] The file \(path) is missing or of no use"])
  }

  @Test func `Every fault of every file in one run`() throws {
    let found = try findings { sources in
      sources.map = nil
      sources.labels.removeAll { $0.path == labels(.sv) }
      sources.templates.removeAll { $0.path.hasSuffix("/row.mustache") }
    }
    #expect(Set(found.map(\.rule)).isSuperset(of: ["theme-file", "template-unknown-partial"]))
    #expect(found.filter { $0.rule == "theme-file" }.count == 2)
  }
}
