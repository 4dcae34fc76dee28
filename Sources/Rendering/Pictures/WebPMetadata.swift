import Reading

/// A WebP picture with the chunks that draw it, its colour profile and no others.
///
/// Source: RFC 9649, "WebP Image Format", 2.
enum WebPMetadata {
  static func removed(from file: [UInt8]) -> [UInt8] {
    var chunks: [UInt8] = []
    chunks.reserveCapacity(file.count)
    var orientation: UInt8?
    var flags: Int?
    // The size that the header states ends the picture; what follows it is not published.
    let fileEnd = min(file.count, file[4..<8].littleEndian + 8)
    var index = 12
    while index + 8 <= fileEnd {
      let length = file[index + 4..<index + 8].littleEndian
      guard index + 8 + length <= fileEnd else { break }
      // A chunk of odd length is followed by one byte that is not counted.
      let end = min(index + 8 + length + length % 2, fileEnd)
      let data = file[index + 8..<index + 8 + length]
      switch String(decoding: file[index..<index + 4], as: UTF8.self) {
      case "EXIF":
        let hasPrefix = data.starts(with: ExifOrientation.prefix)
        orientation = ExifOrientation.find(in: hasPrefix ? data.dropFirst(ExifOrientation.prefix.count) : data)
      case "VP8X":
        if length > 0, flags == nil { flags = chunks.count + 8 }
        chunks += file[index..<end]
      case "VP8 ", "VP8L", "ICCP", "ANIM", "ANMF", "ALPH": chunks += file[index..<end]
      default: break
      }
      index = end
    }
    if let flags {
      let (exif, xmp): (UInt8, UInt8) = (0x08, 0x04)
      chunks[flags] = chunks[flags] & ~(exif | xmp) | (orientation == nil ? 0 : exif)
      if let orientation {
        let tiff = ExifOrientation.tiff(orientation)
        chunks += Array("EXIF".utf8) + littleEndian(tiff.count) + tiff
      }
    }
    return Array("RIFF".utf8) + littleEndian(chunks.count + 4) + Array("WEBP".utf8) + chunks
  }

  private static func littleEndian(_ number: Int) -> [UInt8] {
    [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
