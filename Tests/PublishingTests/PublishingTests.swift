import Diagnosing
import Foundation
import Reading
import Rendering
import Testing

@testable import Publishing

/// A scratch folder that is removed when the test ends.
final class Scratch {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "mallisto-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) throws {
    let url = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: "\(path)/\(name)").map { String(decoding: $0, as: UTF8.self) }
  }

  /// Names below the folder, those of the manifest and of dot folders included.
  var names: [String] { (FileManager.default.subpaths(atPath: path) ?? []).sorted() }
}

private func page(_ path: String, _ text: String) -> Page { Page(path: path) { Array(text.utf8) } }

@Suite("Publishing")
struct PublishingTests {
  let scratch: Scratch
  let publisher: Publisher

  init() throws {
    scratch = try Scratch()
    publisher = Publisher(output: scratch.path + "/public", site: Folder(scratch.path))
  }

  @Test("writes every page into its folder")
  func writes() throws {
    let outcome = try publisher.publish([page("index.html", "koti"), page("mallit/a/index.html", "a")])
    #expect(outcome.written == 2)
    #expect(scratch.text("public/index.html") == "koti")
    #expect(scratch.text("public/mallit/a/index.html") == "a")
  }

  @Test("leaves nothing behind but the published folder")
  func leavesNothing() throws {
    _ = try publisher.publish([page("index.html", "koti")])
    #expect(scratch.names == ["public", "public/.mallisto-files", "public/index.html"])
  }

  @Test("writes again only what has changed, and removes what is no longer made")
  func incremental() throws {
    _ = try publisher.publish([page("a.html", "a"), page("b.html", "b"), page("c/index.html", "c")])
    let outcome = try publisher.publish([page("a.html", "a"), page("b.html", "B")])
    #expect(outcome.written == 1)
    #expect(outcome.unchanged == 1)
    #expect(outcome.removed == 1)
    #expect(scratch.text("public/b.html") == "B")
    #expect(scratch.names == ["public", "public/.mallisto-files", "public/a.html", "public/b.html"])
  }

  @Test("tells what it has done to each file")
  func changes() throws {
    let first = try publisher.publish([page("a.html", "a"), page("b.html", "b"), page("c/index.html", "c")])
    #expect(PublishedChange.list(first.changes) == Array("A\ta.html\nA\tb.html\nA\tc/index.html\n".utf8))
    #expect(first.bytes == 3)
    let second = try publisher.publish([page("a.html", "a"), page("b.html", "bb"), page("d.html", "d")])
    #expect(PublishedChange.list(second.changes) == Array("M\tb.html\nD\tc/index.html\nA\td.html\n".utf8))
    #expect(second.bytes == 3)
    #expect(try publisher.publish([page("a.html", "a"), page("b.html", "bb"), page("d.html", "d")]).changes.isEmpty)
  }

  @Test("puts right a page that somebody has changed by hand")
  func repairs() throws {
    _ = try publisher.publish([page("a.html", "oikein")])
    try scratch.write("public/a.html", "väärin")
    _ = try publisher.publish([page("a.html", "oikein")])
    #expect(scratch.text("public/a.html") == "oikein")
  }

  @Test("keeps files that others have put into the folder")
  func keepsForeignFiles() throws {
    try scratch.write("public/.gitignore", "*")
    try scratch.write("public/oma/muistio.txt", "muistio")
    _ = try publisher.publish([page("a.html", "a")])
    _ = try publisher.publish([page("a.html", "a2")])
    #expect(scratch.text("public/.gitignore") == "*")
    #expect(scratch.text("public/oma/muistio.txt") == "muistio")
  }

  @Test("leaves the old site whole when a page cannot be written")
  func keepsOldSite() throws {
    _ = try publisher.publish([page("a.html", "vanha")])
    let missing = Page(path: "kuva.png", content: .copy(of: "content/practices/ei-ole.png"))
    #expect(throws: EnvironmentFailure.self) { try publisher.publish([page("a.html", "uusi"), missing]) }
    #expect(scratch.text("public/a.html") == "vanha")
    #expect(scratch.names == ["public", "public/.mallisto-files", "public/a.html"])
  }

  @Test("clears away what a killed build had begun")
  func clearsUnfinished() throws {
    try scratch.write(".public.mallisto-next/mallit/kesken.html", "kesken")
    _ = try publisher.publish([page("a.html", "a")])
    #expect(scratch.names == ["public", "public/.mallisto-files", "public/a.html"])
  }

  @Test("lists what it made")
  func manifest() throws {
    _ = try publisher.publish([page("b.html", "b"), page("a.html", "a")])
    #expect(scratch.text("public/.mallisto-files") == "a.html\nb.html\n")
  }
}
