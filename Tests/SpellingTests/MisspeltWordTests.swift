import Diagnosing
import Foundation
import Reading
import Testing

@testable import Cataloguing
@testable import Spelling

@Suite("Spelling")
struct MisspeltWordTests {
  private static let root = URL(filePath: #filePath).appending(path: "../../..").standardized

  private static let site: MatchedSite? = (try? SiteReader.read(Folder(root.path()))).flatMap { SiteAssembly($0).site }

  private func found(_ text: String, words: String = "") throws -> [Diagnostic] {
    let schema = try #require(MisspeltWordTests.site?.schema)
    let entry = EntryMatcher.match(Entry.read(SourceFile(path: SampleEntry.path, text: text)), schema: schema)
    var spelling = try MisspeltWord(WordList(words))
    let site = MatchedSite(
      schema: schema, configuration: try #require(MisspeltWordTests.site?.configuration), entries: [entry], pages: [],
      files: [])
    return spelling.findings(in: site)
  }

  private func appended(_ lines: String) -> String { SampleEntry.text + "\n" + lines + "\n" }

  /// The sample's own proper names.
  private let names = "Esimerkkilä\nopiskeluhuolto\n"

  @Test("has nothing to say of the site's own content")
  func own() throws {
    let site = try #require(MisspeltWordTests.site)
    #expect(!site.entries.isEmpty && !site.pages.isEmpty)
    let list = try String(contentsOf: MisspeltWordTests.root.appending(path: WordList.path), encoding: .utf8)
    var spelling = try MisspeltWord(WordList(list))
    let found = spelling.findings(in: site)
    #expect(found.map { "\($0.file.path):\($0.position) \($0.file.text($0.range))" } == [])
  }

  @Test("points at the word and offers what was meant")
  func word() throws {
    let before = try found(SampleEntry.text, words: names)
    #expect(before.map { $0.file.text($0.range) } == [])
    let finding = try #require(try found(appended("Oppilasta tuetaan läsnälossa."), words: names).first)
    #expect(finding.rule == "misspelt-word" && finding.severity == .warning)
    #expect(finding.file.text(finding.range) == "läsnälossa")
    #expect(finding.position.column == 19)
    #expect(finding.message.fi == "Sana ”läsnälossa” voi olla väärin kirjoitettu")
    #expect(finding.fix?.replacement == "läsnäolossa")
    #expect(finding.fix?.isSafe == false)
    for text in [finding.message] + finding.notes { #expect(Set(text.all).count == 3) }
  }

  @Test("looks at the title and the summary too")
  func fields() throws {
    let text = SampleEntry.text.replacing("yhdessä kouluun", with: "yhdesä kouluun")
    #expect(try found(text, words: names).map { $0.file.text($0.range) } == ["yhdesä"])
  }

  @Test("leaves entries in other languages, and the site's own words, alone")
  func others() throws {
    let swedish = appended("Eleverna läser tilsammans.").replacing("kieli: fi", with: "kieli: sv")
    #expect(try found(swedish, words: names).isEmpty)
    #expect(
      try found(appended("Hakkarissa toimii Itu-luokka ja HOJKS:n pohja."), words: names + "Hakkari\nItu").isEmpty)
  }

  @Test("has an example that it finds, and finds nothing in what is right of it")
  func example() throws {
    let example = try #require(MisspeltWord.rule.example)
    #expect(try found(appended(example.wrong), words: names).map(\.rule) == ["misspelt-word"])
    #expect(try found(appended(example.right), words: names).isEmpty)
    for text in [MisspeltWord.rule.title, MisspeltWord.rule.explanation] { #expect(Set(text.all).count == 3) }
  }

  @Test("says what to install where there is no dictionary")
  func dictionary() {
    do throws(EnvironmentFailure) {
      _ = try Speller(dictionary: "xx")
      Issue.record("a dictionary of no language opened")
    } catch {
      #expect(Set(error.message.all).count == 3)
      #expect(error.advice?.fi.contains("voikko-fi") == true)
    }
  }
}
