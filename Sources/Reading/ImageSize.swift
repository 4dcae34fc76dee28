/// A picture's width and height in pixels, read from the first bytes of its file.
///
/// ```swift
/// ImageSize(header: bytes)?.width
/// ```
///
/// PNG (its IHDR chunk), GIF (the logical screen), JPEG (the frame header), WebP (VP8, VP8L, VP8X) and
/// SVG (the `viewBox` or `width` and `height` of its root) are known; nil for anything else.
public struct ImageSize: Sendable, Hashable {
  public let width: Int
  public let height: Int

  /// How many bytes of a file are enough.
  public static let headerLength = 65_536

  public init?(header bytes: [UInt8]) {
    let size =
      ImageSize.png(bytes) ?? ImageSize.gif(bytes) ?? ImageSize.jpeg(bytes) ?? ImageSize.webp(bytes)
      ?? ImageSize.svg(bytes)
    guard let size, size.0 > 0, size.1 > 0, size.0 < 100_000, size.1 < 100_000 else { return nil }
    (width, height) = size
  }

  private static func png(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.count >= 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { return nil }
    return (bigEndian(bytes[16..<20]), bigEndian(bytes[20..<24]))
  }

  private static func gif(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.count >= 10, bytes.starts(with: Array("GIF8".utf8)) else { return nil }
    return (littleEndian(bytes[6..<8]), littleEndian(bytes[8..<10]))
  }

  private static func jpeg(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.count >= 4, bytes[0] == 0xFF, bytes[1] == 0xD8 else { return nil }
    var index = 2
    while index + 9 < bytes.count, bytes[index] == 0xFF {
      let marker = bytes[index + 1]
      let isFrame = (0xC0...0xCF).contains(marker) && marker != 0xC4 && marker != 0xC8 && marker != 0xCC
      if isFrame { return (bigEndian(bytes[index + 7..<index + 9]), bigEndian(bytes[index + 5..<index + 7])) }
      index += 2 + bigEndian(bytes[index + 2..<index + 4])
    }
    return nil
  }

  private static func webp(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.count >= 30, bytes.starts(with: Array("RIFF".utf8)), bytes[8..<12].elementsEqual("WEBP".utf8) else {
      return nil
    }
    switch String(decoding: bytes[12..<16], as: UTF8.self) {
    case "VP8X": return (littleEndian(bytes[24..<27]) + 1, littleEndian(bytes[27..<30]) + 1)
    case "VP8 ": return (littleEndian(bytes[26..<28]) & 0x3FFF, littleEndian(bytes[28..<30]) & 0x3FFF)
    case "VP8L":
      let bits = littleEndian(bytes[21..<25])
      return ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    default: return nil
    }
  }

  private static func svg(_ bytes: [UInt8]) -> (Int, Int)? {
    let text = String(decoding: bytes.prefix(4096), as: UTF8.self)
    guard let start = text.firstRange(of: "<svg"), let end = text[start.upperBound...].firstIndex(of: ">") else {
      return nil
    }
    let tag = text[start.upperBound..<end]
    func attribute(_ name: String) -> String? {
      guard let from = tag.firstRange(of: " \(name)=\"") else { return nil }
      return tag[from.upperBound...].firstIndex(of: "\"").map { String(tag[from.upperBound..<$0]) }
    }
    func pixels(_ text: String?) -> Int? {
      guard let text, !text.hasSuffix("%") else { return nil }
      return Double(text.prefix { $0.isNumber || $0 == "." }).map { Int($0.rounded()) }
    }
    if let width = pixels(attribute("width")), let height = pixels(attribute("height")) { return (width, height) }
    let box = (attribute("viewBox") ?? "").split { $0 == " " || $0 == "," }.compactMap { Double($0) }
    guard box.count == 4, box[2] < 100_000, box[3] < 100_000 else { return nil }
    return (Int(box[2].rounded()), Int(box[3].rounded()))
  }

  private static func bigEndian(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
  private static func littleEndian(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
