import Foundation
import Testing

@testable import Reading

/// The width and height of a picture as it is seen, from what its file says.
@Suite struct ImageSizeTests {
  private func size(_ bytes: [UInt8]) -> [Int]? { ImageSize(header: bytes).map { [$0.width, $0.height] } }
  private func size(svg: String) -> [Int]? { size(Array(svg.utf8)) }

  @Test func `Every format states its size in its own place`() {
    #expect(
      size([0x89] + Array("PNG\r\n".utf8) + [0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8) + [0, 0, 2, 1, 0, 0, 1, 7])
        == [513, 263])
    #expect(size(Array("GIF89a".utf8) + [1, 2, 7, 1]) == [513, 263])
    let webp = { (kind: String, rest: [UInt8]) in Array("RIFF0000WEBP\(kind)0000".utf8) + rest }
    #expect(size(webp("VP8X", [0, 0, 0, 0, 0, 2, 0, 6, 1, 0])) == [513, 263])
    #expect(size(webp("VP8 ", [0, 0, 0, 0x9D, 0x01, 0x2A, 1, 2, 7, 1])) == [513, 263])
    #expect(size(webp("VP8L", [0x2F, 0x00, 0x82, 0x41, 0x00, 0, 0, 0, 0, 0])) == [513, 263])
  }

  // MARK: JPEG

  private func segment(_ marker: UInt8, _ payload: [UInt8]) -> [UInt8] {
    [0xFF, marker, UInt8((payload.count + 2) >> 8), UInt8((payload.count + 2) & 0xFF)] + payload
  }

  /// 513 pixels wide and 263 high as it is stored.
  private var frame: [UInt8] { segment(0xC2, [8, 1, 7, 2, 1, 1, 1, 0x11, 0]) }

  private func exif(_ orientation: UInt8) -> [UInt8] {
    segment(0xE1, ExifOrientation.prefix + ExifOrientation.tiff(orientation))
  }

  @Test func `A JPEG's frame may stand after fill bytes and other segments`() {
    #expect(
      size([0xFF, 0xD8] + segment(0xE0, Array("JFIF\0".utf8)) + segment(0xC4, [0]) + [0xFF, 0xFF] + frame) == [
        513, 263,
      ])
    #expect(size([0xFF, 0xD8] + segment(0xE0, [1]) + [0xFF, 0xDA]) == nil)
  }

  @Test(arguments: [(1, [513, 263]), (3, [513, 263]), (6, [263, 513]), (8, [263, 513])] as [(UInt8, [Int])])
  func `A photograph turned by a quarter is as wide as what is seen`(orientation: UInt8, seen: [Int]) {
    #expect(size([0xFF, 0xD8] + exif(orientation) + frame) == seen)
  }

  @Test func `Much may stand before the frame, and the picture is readable`() throws {
    let place = FileManager.default.temporaryDirectory.appending(path: "mallisto-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: place) }
    let practices = place.appending(path: "content/practices")
    try FileManager.default.createDirectory(at: practices, withIntermediateDirectories: true)
    let profile = segment(0xE2, [UInt8](repeating: 7, count: 60_000))
    try Data([0xFF, 0xD8] + profile + profile + frame).write(to: practices.appending(path: "kuva.jpg"))
    let sources = try SiteReader.frame(Folder(place.path))
    #expect(sources.images["content/practices/kuva.jpg"]?.width == 513)
    #expect(sources.unreadablePictures.isEmpty)
  }

  // MARK: SVG

  @Test(arguments: [
    ("width=\"32\" height=\"20.6\"", [32, 21]),
    ("\n   width='210mm'\n   height='297mm'\n   viewBox='0 0 210 297'", [794, 1123]),
    ("width=\"1in\" height=\"72PT\"", [96, 96]), ("width=\"6pc\" height=\"2.54 cm\"", [96, 96]),
    ("viewBox=\"0 0 640 480\"", [640, 480]), ("viewBox=\"-5,-5,640,480\"", [640, 480]),
    ("width=\"100%\" height=\"100%\" viewBox=\"0 0 640 480\"", [640, 480]),
    ("width=\"320\" viewBox=\"0 0 640 480\"", [320, 240]), ("viewBox=\"0 0 640 480\" height=\"12em\"", [640, 480]),
    ("height=\"240px\" viewBox=\"0 0 640 480\"", [320, 240]),
    ("stroke-width=\"9\" width=\"2\" height=\"0.2\"", [2, 1]),
  ])
  func `An SVG has the size at which browsers show it`(attributes: String, expected: [Int]) {
    #expect(size(svg: "<svg xmlns=\"http://www.w3.org/2000/svg\" \(attributes)><path/></svg>") == expected)
  }

  @Test(arguments: [
    "", "width=\"32\"", "width=\"100%\" height=\"50%\"", "viewBox=\"0 0 0 9\"", "viewBox=\"0 0 9\"",
    "width=\"-3\" height=\"4\"", "width=\"0\" height=\"4\"", "width=\"a\" height=\"b\"", "viewBox=\"nan nan nan nan\"",
    "width=\"3\" height=\"\(String(repeating: "6", count: 400))\"", "width=\"3\" height=\"100000\"",
    "viewBox=\"0 0 -1e30 -1e30\"", "viewBox=\"0 0 1e300 5\"", "viewBox=\"0 0 inf inf\"",
    "width=\"5\" viewBox=\"0 0 1e-300 1e300\"",
  ])
  func `A size that is none is none, however large`(attributes: String) {
    #expect(size(svg: "<svg \(attributes)/>") == nil)
  }

  @Test func `An SVG begins after declarations and comments`() {
    let start = "\u{FEFF}<?xml version=\"1.0\"?>\n<!-- <svg width=\"1\" height=\"1\"> -->\n<!DOCTYPE svg>\n"
    #expect(size(svg: "\(start)<svg width=\"3\" height=\"4\">") == [3, 4])
    #expect(size(svg: "<html><svg width=\"3\" height=\"4\"></html>") == nil)
    #expect(size(svg: "<svgx width=\"3\" height=\"4\">") == nil)
    #expect(size(svg: "<!-- <svg width=\"3\" height=\"4\">") == nil)
  }
}
