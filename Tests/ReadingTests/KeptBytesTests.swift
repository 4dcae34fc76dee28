import Foundation
import Testing

@testable import Reading

/// Files of the cache are mapped: what has been mapped stays, whoever replaces the file.
@Suite struct KeptBytesTests {
  @Test func `A file's bytes stay when another takes its place`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "muisti")
    try Data("ennen".utf8).write(to: file)
    let kept = try #require(KeptBytes(ofFile: file.path()))
    try Data("jälkeen".utf8).write(to: file, options: .atomic)
    #expect(kept.bytes.elementsEqual("ennen".utf8))
    #expect(KeptBytes(ofFile: file.path()).map { Array($0.bytes) } == Array("jälkeen".utf8))
    try Data().write(to: file)
    #expect(KeptBytes(ofFile: file.path()) == nil)
    #expect(KeptBytes(ofFile: folder.path()) == nil)
  }

  @Test func `What was packed is read again only under its own mark and whole`() throws {
    var packer = Packer(sealedAs: "mallisto test 1")
    packer.pack("Järvi")
    packer.pack(small: 300)
    var bytes = packer.sealed()
    var unpacker = try #require(Unpacker(sealed: KeptBytes(bytes), as: "mallisto test 1"))
    #expect(unpacker.text() == "Järvi")
    #expect(unpacker.small() == 300)
    #expect(unpacker.isAtEnd)
    #expect(Unpacker(sealed: KeptBytes(bytes), as: "mallisto test 2") == nil)
    #expect(Unpacker(sealed: KeptBytes(Array(bytes.dropLast())), as: "mallisto test 1") == nil)
    #expect(Unpacker(sealed: KeptBytes([]), as: "mallisto test 1") == nil)
    bytes[bytes.count - 1] ^= 1
    #expect(Unpacker(sealed: KeptBytes(bytes), as: "mallisto test 1") == nil)
  }
}
