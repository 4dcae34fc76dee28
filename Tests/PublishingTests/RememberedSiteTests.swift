import Foundation
import Publishing
import Reading
import Rendering
import Support
import Testing

/// What is remembered of the published site never makes it another one.
@Suite struct RememberedSiteTests {
  let scratch: Scratch
  let publisher: Publisher

  init() throws {
    scratch = try Scratch()
    publisher = Publisher(output: scratch.path + "/public", site: Folder(scratch.path), cache: scratch.path + "/cache")
  }

  /// Pages whose text is their version, which is their fingerprint too.
  private func pages(_ versions: [String: UInt64]) -> [Page] {
    versions.sorted { $0.key < $1.key }.map { path, version in
      Page(path: path, fingerprint: version) { Array("\(path) \(version)".utf8) }
    }
  }

  /// Every published file and its text, the list of files left out.
  private var published: [String: String] {
    var texts: [String: String] = [:]
    for name in scratch.names where name.hasPrefix("public/") && !name.hasSuffix(".mallisto-files") {
      texts[String(name.dropFirst("public/".count))] = scratch.text(name)
    }
    return texts
  }

  @Test func `A page that is made of the same is not made again`() throws {
    _ = try publisher.publish(pages(["a/index.html": 1, "b/index.html": 1]))
    for version in 2...4 as ClosedRange<UInt64> {
      let b = Page(path: "b/index.html", fingerprint: 1) {
        Issue.record("made again")
        return []
      }
      let outcome = try publisher.publish(pages(["a/index.html": version]) + [b])
      #expect(outcome.changes.map(\.path) == ["a/index.html"])
      #expect(scratch.text("public/b/index.html") == "b/index.html 1")
      #expect(publisher.isAsLeft)
    }
  }

  @Test func `A file that somebody puts into a folder that no build has touched since is noticed and kept`() throws {
    for version in 1...3 as ClosedRange<UInt64> {
      _ = try publisher.publish(pages(["a/index.html": version, "b/index.html": 1]))
    }
    try scratch.write("public/b/oma.txt", "oma")
    #expect(!publisher.isAsLeft)
    for version in 4...6 as ClosedRange<UInt64> {
      _ = try publisher.publish(pages(["a/index.html": version, "b/index.html": 1]))
      #expect(scratch.text("public/b/oma.txt") == "oma")
      #expect(publisher.isAsLeft)
    }
  }

  @Test func `What somebody does to the site kept aside is not published`() throws {
    for version in 1...2 as ClosedRange<UInt64> {
      _ = try publisher.publish(pages(["a/index.html": version, "b/index.html": 1]))
    }
    let spare = try #require(scratch.names.first { $0.hasSuffix("/b/index.html") && $0.hasPrefix("cache/") })
    try FileManager.default.removeItem(atPath: "\(scratch.path)/\(spare)")
    try scratch.write(spare, "vieras")
    _ = try publisher.publish(pages(["a/index.html": 3, "b/index.html": 1]))
    #expect(published == ["a/index.html": "a/index.html 3", "b/index.html": "b/index.html 1"])
  }

  @Test("Whatever comes, goes and is meddled with, the site is what its pages say", arguments: 0..<20 as Range<UInt64>)
  func sequences(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let paths = ["index.html", "a/index.html", "a/b/index.html", "a/b/c/index.html", "d/index.html", "d/e.txt"]
    var versions: [String: UInt64] = [:]
    for step in 1...12 as ClosedRange<UInt64> {
      let path = paths.randomElement(using: &random)!
      switch UInt64.random(in: 0..<6, using: &random) {
      case 0: versions[path] = nil
      case 1 where versions[path] != nil: try scratch.write("public/" + path, "käsin \(step)")
      case 2 where versions[path] != nil: try FileManager.default.removeItem(atPath: scratch.path + "/public/" + path)
      default: versions[path] = step
      }
      _ = try publisher.publish(pages(versions))
      let expected = Dictionary(uniqueKeysWithValues: versions.map { ($0, "\($0) \($1)") })
      #expect(published == expected, "seed \(seed), step \(step)")
      #expect(publisher.isAsLeft, "seed \(seed), step \(step)")
      let again = try publisher.publish(pages(versions))
      #expect(again.changes.isEmpty, "seed \(seed), step \(step)")
    }
  }
}
