import Diagnosing
import Foundation
import Glibc
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

/// Files that are replaced whole: an editor's texts, and what builds remember.
@Suite struct AtomicFileTests {
  private let scratch: Scratch
  private var path: String { scratch.path + "/kansio/malli.md" }

  init() throws { scratch = try Scratch() }

  @Test func `A file is replaced and nothing is left beside it`() throws {
    try AtomicFile.write(Array("vanha".utf8), to: path)
    try AtomicFile.write(Array("uusi".utf8), to: path)
    #expect(scratch.text("kansio/malli.md") == "uusi")
    #expect(scratch.names == ["kansio", "kansio/malli.md"])
  }

  @Test func `A new file takes no other's place`() throws {
    #expect(try AtomicFile.create(Array("ensin".utf8), at: path))
    #expect(try !AtomicFile.create(Array("sitten".utf8), at: path))
    #expect(scratch.text("kansio/malli.md") == "ensin")
    #expect(scratch.names == ["kansio", "kansio/malli.md"])
  }

  @Test func `What a killed process had begun is written over`() throws {
    try scratch.write("kansio/.malli.md.mallisto-new", "kesken, ja pidempi kuin uusi")
    try AtomicFile.write(Array("uusi".utf8), to: path)
    #expect(scratch.text("kansio/malli.md") == "uusi")
    #expect(scratch.names == ["kansio", "kansio/malli.md"])
  }

  @Test func `What killed processes had begun can be cleared away`() throws {
    try scratch.write("kansio/.malli.md.mallisto-new", "kesken")
    try scratch.write("kansio/oma.mallisto", "oma")
    AtomicFile.clear(scratch.path + "/kansio")
    #expect(scratch.names == ["kansio", "kansio/oma.mallisto"])
  }

  @Test func `What another process is writing is left to it`() throws {
    try scratch.write("kansio/.malli.md.mallisto-new", "kesken")
    let descriptor = open(scratch.path + "/kansio/.malli.md.mallisto-new", O_RDONLY)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX) == 0)
    AtomicFile.clear(scratch.path + "/kansio")
    #expect(scratch.text("kansio/.malli.md.mallisto-new") == "kesken")
  }

  @Test func `Writers at the same time leave one whole text`() throws {
    let texts = (0..<8).map { Array(String(repeating: "\($0)", count: 200_000 + $0).utf8) }
    let path = path
    let failures = Parallel.map(Array(0..<64), chunk: 1) { number in
      Result { try AtomicFile.write(texts[number % 8], to: path) }
    }
    for failure in failures { try failure.get() }
    #expect(texts.contains(Array((scratch.text("kansio/malli.md") ?? "").utf8)))
    #expect(scratch.names == ["kansio", "kansio/malli.md"])
  }
}
