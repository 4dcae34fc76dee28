import Diagnosing
import Searching
import Testing

@testable import Rendering

@Suite("The search's files")
struct SearchPagesTests {
  @Test func `What another program made of the same words is not taken for this one's`() throws {
    let model = try OpenDataSite.model(["malli": OpenDataSite.practice(title: "Kouluun yhdessä")])
    func fingerprints(of maker: UInt64) throws -> [String: UInt64?] {
      var memory = SearchMemory()
      let pages = try model.remembering(PageInputs(site: 1, maker: maker, texts: [:])).searchPages(memory: &memory)
      return Dictionary(
        uniqueKeysWithValues: pages.filter { $0.path.contains("/terms/") }.map { ($0.path, $0.fingerprint) })
    }
    let (first, second) = (try fingerprints(of: 1), try fingerprints(of: 2))
    #expect(!first.isEmpty)
    #expect(first == (try fingerprints(of: 1)))
    #expect(first.keys == second.keys)
    for (path, fingerprint) in first { #expect(fingerprint != second[path], "\(path)") }
  }
}
