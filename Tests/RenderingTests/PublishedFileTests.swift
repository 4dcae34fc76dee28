import Foundation
import Reading
import Testing

@testable import Rendering

/// A picture is published without what its camera and programs wrote into it, and with the same pixels.
@Suite struct PublishedFileTests {
  private static let secret = "GPS 61.2733 N 23.7466 E"

  // MARK: JPEG

  private func segment(_ marker: UInt8, _ payload: [UInt8]) -> [UInt8] {
    let length = payload.count + 2
    return [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + payload
  }

  /// Exif as a camera writes it, low byte first, with an orientation among other entries.
  private func exif(_ orientation: UInt8) -> [UInt8] {
    let tiff: [UInt8] =
      [0x49, 0x49, 42, 0, 8, 0, 0, 0, 2, 0] + [0x0F, 0x01, 2, 0, 4, 0, 0, 0, 0x41, 0x42, 0x43, 0]
      + [0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0] + [0, 0, 0, 0]
    return Array("Exif\0\0".utf8) + tiff + Array(Self.secret.utf8)
  }

  private var frame: [UInt8] {
    segment(0xDB, [0] + [UInt8](repeating: 1, count: 64)) + segment(0xC0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0])
  }

  private var scan: [UInt8] { segment(0xDA, [1, 1, 0, 0, 63, 0]) + [0x12, 0xFF, 0x00, 0xFF, 0xD0, 0x34] }

  private func jpeg(_ orientation: UInt8) -> [UInt8] {
    let jfif = segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0])
    let profile = segment(0xE2, Array("ICC_PROFILE\0".utf8) + [1, 1, 9])
    let camera =
      segment(0xE1, exif(orientation)) + segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0\(Self.secret)".utf8))
      + segment(0xED, Array("Photoshop 3.0\0\(Self.secret)".utf8)) + segment(0xFE, Array(Self.secret.utf8))
      + segment(0xE2, Array("MPF\0\(Self.secret)".utf8)) + segment(0xE0, Array("JFXX\0\(Self.secret)".utf8))
    return [0xFF, 0xD8] + jfif + camera + profile + frame + scan + segment(0xC4, [0]) + scan + [0xFF, 0xD9]
      + Array(Self.secret.utf8)
  }

  private func holdsSecret(_ bytes: [UInt8]) -> Bool { Data(bytes).range(of: Data(Self.secret.utf8)) != nil }

  @Test func `A JPEG keeps its pixels and its colours, and nothing of its camera`() {
    let published = PublishedFile.bytes(jpeg(1))
    #expect(holdsSecret(jpeg(1)) && !holdsSecret(published))
    let jfif = segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0])
    let profile = segment(0xE2, Array("ICC_PROFILE\0".utf8) + [1, 1, 9])
    #expect(published == [0xFF, 0xD8] + jfif + profile + frame + scan + segment(0xC4, [0]) + scan + [0xFF, 0xD9])
  }

  @Test(arguments: [UInt8(2), 3, 6, 8])
  func `Of Exif the orientation stays`(orientation: UInt8) {
    let published = PublishedFile.bytes(jpeg(orientation))
    #expect(!holdsSecret(published))
    #expect(published.count == PublishedFile.bytes(jpeg(1)).count + 36)
    // Marker and length, Exif's name, the header of TIFF, one entry: tag, type, count, value.
    #expect(Array(published[20..<30]) == [0xFF, 0xE1, 0, 34] + Array("Exif\0\0".utf8))
    #expect(published[49] == orientation)
    #expect(PublishedFile.bytes(published) == published)
  }

  @Test(arguments: [0x00, 0x05, 0xC8, 0xD0, 0xD8, 0xF3] as [UInt8])
  func `What is no part of a JPEG is not published, nor what it hides`(marker: UInt8) {
    let hidden = segment(marker, segment(0xE1, exif(6)))
    let published = PublishedFile.bytes([0xFF, 0xD8] + frame + scan + segment(0xFE, [1]) + hidden + [0xFF, 0xD9])
    #expect(!holdsSecret(published))
    #expect(PublishedFile.bytes(published) == published)
  }

  // MARK: PNG

  private func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    [0, 0, 0, UInt8(data.count)] + Array(type.utf8) + data + [0, 0, 0, 0]
  }

  @Test func `A PNG keeps the chunks that draw it`() {
    let start: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let header = chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
    let picture = chunk("iCCP", [1]) + chunk("IDAT", [1, 2, 3])
    let texts = ["tEXt", "zTXt", "iTXt", "tIME", "zzZz"].flatMap { chunk($0, Array(Self.secret.utf8)) }
    let end = chunk("IEND", [])
    let published = PublishedFile.bytes(start + header + texts + picture + end + Array(Self.secret.utf8))
    #expect(published == start + header + picture + end)
    let turned = PublishedFile.bytes(start + header + chunk("eXIf", Array(exif(6).dropFirst(6))) + picture + end)
    #expect(!holdsSecret(turned) && turned.count == published.count + 38)
    // The checksum of the new chunk, as zlib's crc32 gives it.
    #expect(Array(turned[(start + header).count + 34..<(start + header).count + 38]) == [0xD6, 0x67, 0x4B, 0x69])
  }

  // MARK: WebP and GIF

  @Test func `A WebP keeps the chunks that draw it`() {
    func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
      Array(type.utf8) + [UInt8(data.count), 0, 0, 0] + data + (data.count % 2 == 1 ? [0] : [])
    }
    func file(_ chunks: [UInt8]) -> [UInt8] {
      Array("RIFF".utf8) + [UInt8(chunks.count + 4), 0, 0, 0] + Array("WEBP".utf8) + chunks
    }
    func header(_ flags: UInt8) -> [UInt8] { chunk("VP8X", [flags, 0, 0, 0, 0, 0, 0, 0, 0, 0]) }
    let picture = chunk("ICCP", [1, 2, 3]) + chunk("VP8 ", [1, 2, 3, 4])
    let place = chunk("XMP ", Array(Self.secret.utf8))
    #expect(PublishedFile.bytes(file(header(0x2C) + picture + place) + [1, 2]) == file(header(0x20) + picture))
    let turned = PublishedFile.bytes(file(header(0x2C) + picture + chunk("EXIF", Array(exif(8).dropFirst(6))) + place))
    #expect(turned == file(header(0x28) + picture + chunk("EXIF", ExifOrientation.tiff(8))))
  }

  @Test func `A GIF keeps its pictures and its repeating`() {
    let start = Array("GIF89a".utf8) + [1, 0, 1, 0, 0x80, 0, 0] + [0, 0, 0, 255, 255, 255]
    let comment: [UInt8] = [0x21, 0xFE, UInt8(Self.secret.utf8.count)] + Array(Self.secret.utf8) + [0]
    let repeating: [UInt8] = [0x21, 0xFF, 11] + Array("NETSCAPE2.0".utf8) + [3, 1, 0, 0, 0]
    let metadata: [UInt8] = [0x21, 0xFF, 11] + Array("XMP DataXMP".utf8) + [2, 65, 66, 0]
    let picture: [UInt8] = [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]
    let published = PublishedFile.bytes(start + comment + repeating + metadata + picture + [0x3B] + [9, 9])
    #expect(published == start + repeating + picture + [0x3B])
  }

  // MARK: Anything

  @Test func `Other files are as they are`() {
    for text in ["", "%PDF-1.7", "GIF", "RIFF....WAVE", "\u{FF}"] {
      #expect(PublishedFile.bytes(Array(text.utf8)) == Array(text.utf8))
    }
  }

  @Test func `A picture cut anywhere neither traps nor tells`() {
    for file in [jpeg(6)] {
      for end in file.indices { #expect(!holdsSecret(PublishedFile.bytes(Array(file[..<end])))) }
    }
  }
}
