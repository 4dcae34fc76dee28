import Reading
import Testing

@testable import Rendering

/// A theme's published files are kept between builds.
@Suite struct AssetMemoryTests {
  private func theme(_ script: String) throws -> (ThemeSources, Theme) {
    var sources = try ThemeReader.read("mallisto", in: Folder(OpenDataSite.root.path))
    sources.assets = [("site.js", Array(script.utf8)), ("site.css", Array("a{}\n".utf8))]
    return (sources, try #require(Theme.compile(sources, languages: [.fi]).0))
  }

  private func folder(_ sources: ThemeSources, from kept: [UInt8], program: UInt64 = 1) -> AssetFolder {
    AssetMemory(sources, kept: KeptBytes(kept), program: program).folder(of: sources)
  }

  @Test func `They are as they were made, and are not kept twice`() throws {
    let (sources, theme) = try theme("const add = (a, b) => a + b;\n")
    let kept = try #require(AssetMemory(sources, kept: nil, program: 1).bytes(of: theme))
    let memory = AssetMemory(sources, kept: KeptBytes(kept), program: 1)
    let folder = memory.folder(of: sources)
    #expect(folder.path == theme.assets.path)
    #expect(folder.files.map(\.path) == theme.assets.files.map(\.path))
    #expect(folder.files.map(\.bytes) == theme.assets.files.map(\.bytes))
    #expect(memory.bytes(of: theme) == nil)
  }

  @Test func `Of other files, by another program or damaged they are made again`() throws {
    let (sources, theme) = try theme("const add = (a, b) => a + b;\n")
    // What is kept here is no script that was ever shortened, so that it shows where it comes from.
    var other = theme
    other = Theme(
      templates: theme.templates, words: theme.words,
      assets: AssetFolder(files: [(path: "kept", bytes: [])], path: "/assets/kept"), outlines: theme.outlines)
    var kept = try #require(AssetMemory(sources, kept: nil, program: 1).bytes(of: other))
    #expect(folder(sources, from: kept).path == "/assets/kept")
    #expect(folder(try self.theme("let b = 1;\n").0, from: kept).path != "/assets/kept")
    #expect(folder(sources, from: kept, program: 2).path == theme.assets.path)
    kept[kept.count - 1] ^= 1
    #expect(folder(sources, from: kept).path == theme.assets.path)
  }
}
