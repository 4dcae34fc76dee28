import Foundation
import Testing

@testable import Reading

@Suite("Stamps of practices")
struct FileStampTests {
  private let site = PracticesFolder()

  private func write(_ text: String) throws { try site.write(text, "malli") }

  private func stamps(unless isKnown: (String, FileStamp) -> Bool = { _, _ in false }) throws -> SiteSources {
    var sources = try SiteReader.frame(site.folder)
    try SiteReader.readPractices(into: &sources, from: site.folder, unless: isKnown)
    return sources
  }

  @Test("A file that was written this very moment has none: the next writing could leave the same")
  func fresh() throws {
    try write("---\nnimi: A\n---\n")
    #expect(try stamps().stamps.isEmpty)
  }

  @Test("A file at rest has one, and is not read again by whoever knows it")
  func atRest() async throws {
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
    try write("---\nnimi: A\n---\n")
    try await Task.sleep(for: .milliseconds(120))
    let known = try stamps().stamps
    try write("---\nnimi: B\n---\n")
    #expect(try stamps { known[$0] == $1 }.practices.count == 1)
  }

  @Test("Practices that are left unread are listed, and stamped where that is wanted", arguments: [true, false])
  func left(areStamped: Bool) async throws {
    try write("---\nnimi: A\n---\n")
    try await Task.sleep(for: .milliseconds(120))
    var sources = try SiteReader.frame(site.folder)
    SiteReader.leavePractices(of: &sources, in: site.folder, areStamped: areStamped)
    #expect(sources.unread == ["content/practices/malli.md"])
    #expect(sources.practices.isEmpty)
    #expect(sources.stamps.keys.sorted() == (areStamped ? sources.unread : []))
  }
}
