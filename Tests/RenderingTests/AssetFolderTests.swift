import Testing

@testable import Rendering

struct AssetFolderTests {
  @Test func aFolderNamedAsAStyleSheetIsPublishedAsOne() {
    let folder = AssetFolder([
      (path: "site.css/2-parts.css", bytes: Array("b{}\n".utf8)), (path: "print.css", bytes: Array("p{}\n".utf8)),
      (path: "site.css/1-base.css", bytes: Array("a{}\n".utf8)), (path: "icons/map.svg", bytes: Array("<svg/>".utf8)),
    ])
    #expect(folder.files.map(\.path) == ["icons/map.svg", "print.css", "site.css"])
    #expect(folder.files.map { String(decoding: $0.bytes, as: UTF8.self) } == ["<svg/>", "p{}\n", "a{}\nb{}\n"])
  }
}
