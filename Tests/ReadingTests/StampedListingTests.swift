import Foundation
import Testing

@testable import Reading

@Suite("A folder looked through, with stamps")
struct StampedListingTests {
  private let site = PracticesFolder()

  private var looked: StampedListing {
    get throws { try StampedListing("content", in: site.folder) }
  }

  @Test("Every file has its stamp, in the order of paths")
  func stamps() throws {
    try site.write("bb", "b")
    try site.write("a", "a")
    let files = try looked.files
    #expect(files.map(\.path) == ["content/practices/a.md", "content/practices/b.md"])
    #expect(files.map { $0.stamp?.size } == [1, 2])
    #expect(files.map(\.isFresh) == [true, true])
  }

  @Test("Who reads by it goes by the stamps of then: a file that was changed since is read again the next time")
  func then() async throws {
    try site.write("---\nnimi: A\n---\n", "malli")
    try await Task.sleep(for: .milliseconds(120))
    let before = try looked
    try site.write("---\nnimi: Toinen\n---\n", "malli")
    try site.write("---\nnimi: Uusi\n---\n", "uusi")
    var sources = try SiteReader.frame(site.folder, looked: before)
    try SiteReader.readPractices(into: &sources, from: site.folder) { _, _ in false }
    #expect(sources.practices.map(\.slug) == ["malli"])
    #expect(sources.stamps == ["content/practices/malli.md": before.files[0].stamp])
    let after = try looked
    #expect(after.files[0].stamp != before.files[0].stamp)
  }
}
