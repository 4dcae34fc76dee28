import Foundation
import Testing

@testable import Reading

/// A folder held open gives the stamps of what is in it.
@Suite struct OpenFolderTests {
  private let place = FileManager.default.temporaryDirectory.appending(path: "mallisto-\(UUID().uuidString)").path

  /// `malli.md`, `kuvat/kuva.svg`, a link to each and one to nothing.
  private func withFolder(_ body: (OpenFolder) throws -> Void) throws {
    defer { try? FileManager.default.removeItem(atPath: place) }
    try FileManager.default.createDirectory(atPath: "\(place)/kuvat", withIntermediateDirectories: true)
    try "Malli.".write(toFile: "\(place)/malli.md", atomically: false, encoding: .utf8)
    try "<svg/>".write(toFile: "\(place)/kuvat/kuva.svg", atomically: false, encoding: .utf8)
    for (link, target) in [("linkki.md", "malli.md"), ("linkki", "kuvat"), ("tyhjä", "poissa.md")] {
      try FileManager.default.createSymbolicLink(atPath: "\(place)/\(link)", withDestinationPath: target)
    }
    try body(#require(OpenFolder(place)))
  }

  @Test func `A file's stamp is the one that its whole path gives`() throws {
    try withFolder { folder in
      let stamp = try #require(folder.stamp("malli.md"))
      #expect(stamp == FileStamp(path: "\(place)/malli.md"))
      #expect(stamp.size == 6)
      #expect(folder.stamp("kuvat/kuva.svg") == FileStamp(path: "\(place)/kuvat/kuva.svg"))
      #expect(folder.stamp("kuvat/kuva.svg") != stamp)
    }
  }

  @Test func `A folder has one too, and by an empty path the folder itself`() throws {
    try withFolder { folder in
      let own = try #require(folder.stamp(""))
      let inner = try #require(folder.stamp("kuvat"))
      #expect(own == FileStamp(path: place))
      #expect(inner == FileStamp(path: "\(place)/kuvat"))
      #expect(own.inode != inner.inode)
    }
  }

  @Test func `What is missing has none`() throws {
    try withFolder { folder in
      #expect(folder.stamp("poissa.md") == nil)
      #expect(folder.stamp("poissa/malli.md") == nil)
      #expect(folder.stamp("malli.md/malli.md") == nil)
    }
  }

  @Test(arguments: ["linkki.md", "linkki", "tyhjä"])
  func `A link has none, wherever it leads`(link: String) throws {
    try withFolder { #expect($0.stamp(link) == nil) }
  }

  @Test func `A written file has another stamp, and one that was only renamed the same bytes`() throws {
    try withFolder { folder in
      let before = try #require(folder.stamp("malli.md"))
      #expect(rename("\(place)/malli.md", "\(place)/siirretty.md") == 0)
      let moved = try #require(folder.stamp("siirretty.md"))
      #expect(folder.stamp("malli.md") == nil)
      #expect(moved.hasSameBytes(as: before))
      try "Toinen malli.".write(toFile: "\(place)/siirretty.md", atomically: false, encoding: .utf8)
      let written = try #require(folder.stamp("siirretty.md"))
      #expect(!written.hasSameBytes(as: before))
    }
  }

  @Test func `The folder stays the same one under another name`() throws {
    try withFolder { folder in
      let before = folder.stamp("malli.md")
      #expect(rename(place, "\(place)-siirretty") == 0)
      defer { rename("\(place)-siirretty", place) }
      #expect(before != nil && folder.stamp("malli.md") == before)
    }
  }

  @Test func `There is none of a file or of nothing`() throws {
    try withFolder { _ in
      #expect(OpenFolder("\(place)/malli.md") == nil)
      #expect(OpenFolder("\(place)/poissa") == nil)
    }
  }
}
