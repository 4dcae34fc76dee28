import Foundation
import Testing

@testable import Reading

@Suite("A folder looked through, with stamps")
struct StampedListingTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "mallisto-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "content/practices"), withIntermediateDirectories: true)
  }

  private func write(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: "content/practices/\(name).md"))
  }

  private var looked: StampedListing {
    get throws { try StampedListing("content", in: Folder(folder.path)) }
  }

  @Test("Every file has its stamp, in the order of paths")
  func stamps() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write("bb", "b")
    try write("a", "a")
    let files = try looked.files
    #expect(files.map(\.path) == ["content/practices/a.md", "content/practices/b.md"])
    #expect(files.map { $0.stamp?.size } == [1, 2])
    #expect(files.map(\.isFresh) == [true, true])
  }

  @Test("Who reads by it goes by the stamps of then: a file that was changed since is read again the next time")
  func then() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write("---\nnimi: A\n---\n", "malli")
    try await Task.sleep(for: .milliseconds(120))
    let before = try looked
    try write("---\nnimi: Toinen\n---\n", "malli")
    try write("---\nnimi: Uusi\n---\n", "uusi")
    var sources = try SiteReader.frame(Folder(folder.path), looked: before)
    try SiteReader.readPractices(into: &sources, from: Folder(folder.path)) { _, _ in false }
    #expect(sources.practices.map(\.slug) == ["malli"])
    #expect(sources.stamps == ["content/practices/malli.md": before.files[0].stamp])
    let after = try looked
    #expect(after.files[0].stamp != before.files[0].stamp)
  }
}
