import Foundation
import Testing

@testable import Reading

@Suite("Stamps of practices")
struct FileStampTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "mallisto-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "content/practices"), withIntermediateDirectories: true)
  }

  private func write(_ text: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: "content/practices/malli.md"))
  }

  private func stamps(unless isKnown: (String, FileStamp) -> Bool = { _, _ in false }) throws -> SiteSources {
    var sources = try SiteReader.frame(Folder(folder.path))
    try SiteReader.readPractices(into: &sources, from: Folder(folder.path), unless: isKnown)
    return sources
  }

  @Test("A file that was written this very moment has none: the next writing could leave the same")
  func fresh() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write("---\nnimi: A\n---\n")
    #expect(try stamps().stamps.isEmpty)
  }

  @Test("A file at rest has one, and is not read again by whoever knows it")
  func atRest() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write("---\nnimi: A\n---\n")
    try await Task.sleep(for: .milliseconds(120))
    let known = try stamps().stamps
    #expect(known.count == 1)
    let again = try stamps { known[$0] == $1 }
    #expect(again.practices.isEmpty)
    #expect(again.unread == ["content/practices/malli.md"])
  }

  @Test("Writing changes it")
  func written() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write("---\nnimi: A\n---\n")
    try await Task.sleep(for: .milliseconds(120))
    let known = try stamps().stamps
    try write("---\nnimi: B\n---\n")
    #expect(try stamps { known[$0] == $1 }.practices.count == 1)
  }
}
