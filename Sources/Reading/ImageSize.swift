/// A picture's width and height in pixels, read from the first bytes of its file.
///
/// ```swift
/// ImageSize(header: bytes)?.width
/// ```
///
/// PNG (its IHDR chunk), GIF (the logical screen), JPEG (the frame header), WebP (VP8, VP8L, VP8X) and
/// SVG (`SVGSize`) are known; nil for anything else, and for a side of no or of 100,000 pixels. A photograph
/// that is shown turned by a quarter, as telephones write them, has the width and height of what is seen.
public struct ImageSize: Sendable, Hashable {
  public let width: Int
  public let height: Int

  /// How many bytes of a file are enough but for a JPEG with much before its frame.
  public static let headerLength = 65_536

  /// What a side in pixels stays below.
  static let limit = 100_000

  public init?(header bytes: [UInt8]) {
    let size =
      ImageSize.png(bytes) ?? ImageSize.gif(bytes) ?? ImageSize.jpeg(bytes) ?? ImageSize.webp(bytes)
      ?? SVGSize.find(in: bytes)
    guard let size, size.0 > 0, size.1 > 0, size.0 < ImageSize.limit, size.1 < ImageSize.limit else { return nil }
    (width, height) = size
  }

  private static func png(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.count >= 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { return nil }
    return (bytes[16..<20].bigEndian, bytes[20..<24].bigEndian)
  }

  private static func gif(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.count >= 10, bytes.starts(with: Array("GIF8".utf8)) else { return nil }
    return (bytes[6..<8].littleEndian, bytes[8..<10].littleEndian)
  }

  private static func jpeg(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    var orientation: UInt8?
    var index = 2
    while index + 9 < bytes.count, bytes[index] == 0xFF {
      let marker = bytes[index + 1]
      // More of the same byte may stand before a marker.
      if marker == 0xFF {
        index += 1
        continue
      }
      let isFrame = (0xC0...0xCF).contains(marker) && marker != 0xC4 && marker != 0xC8 && marker != 0xCC
      if isFrame {
        let (width, height) = (bytes[index + 7..<index + 9].bigEndian, bytes[index + 5..<index + 7].bigEndian)
        return (orientation ?? 1) > 4 ? (height, width) : (width, height)
      }
      let end = index + 2 + bytes[index + 2..<index + 4].bigEndian
      if marker == 0xE1, orientation == nil, end >= index + 4, end <= bytes.count {
        let payload = bytes[index + 4..<end]
        if payload.starts(with: ExifOrientation.prefix) {
          orientation = ExifOrientation.find(in: payload.dropFirst(ExifOrientation.prefix.count))
        }
      }
      index = end
    }
    return nil
  }

  private static func webp(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.count >= 30, bytes.starts(with: Array("RIFF".utf8)), bytes[8..<12].elementsEqual("WEBP".utf8) else {
      return nil
    }
    switch String(decoding: bytes[12..<16], as: UTF8.self) {
    case "VP8X": return (bytes[24..<27].littleEndian + 1, bytes[27..<30].littleEndian + 1)
    case "VP8 ": return (bytes[26..<28].littleEndian & 0x3FFF, bytes[28..<30].littleEndian & 0x3FFF)
    case "VP8L":
      let bits = bytes[21..<25].littleEndian
      return ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    default: return nil
    }
  }
}
