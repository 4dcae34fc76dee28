import Diagnosing
import Reading
import Synchronization
import Testing

@testable import Cataloguing

@Suite("An entry that is known from the last build")
struct KnownEntryTests {
  @Test("is judged with the whole site without its text being read")
  func isNotRead() {
    let schema = OwnSchema.schema
    let asked = Mutex<[String]>([])
    let entries = ["Yksi malli", "Toinen malli"].enumerated().map { number, title in
      let path = "content/practices/malli-\(number).md"
      let known = EntryMatcher.match(
        Entry.read(SourceFile(path: path, text: TestSite.entry(title))), schema: schema)
      return MatchedEntry(known.facts) {
        asked.withLock { $0.append(path) }
        return known.text
      }
    }
    let site = MatchedSite(
      schema: schema, configuration: TestSite.configuration, entries: entries, pages: [],
      files: Set(entries.map(\.path) + SampleEntry.otherFiles.map { "content/practices/\($0)" }))
    #expect(Rulebook.findings(in: site).isEmpty)
    #expect(asked.withLock { $0 } == [])
  }
}
