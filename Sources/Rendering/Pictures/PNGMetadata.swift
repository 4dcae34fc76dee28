import Reading

/// A PNG picture with the chunks that draw it and no others.
///
/// Left out are texts, times, Exif and whatever programs add under names of their own, and all that follows
/// the picture's end. Source: W3C, "Portable Network Graphics (PNG) Specification (Third Edition)", 5 and 11.
enum PNGMetadata {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  static func removed(from file: [UInt8]) -> [UInt8] {
    var out = signature
    out.reserveCapacity(file.count)
    var orientation: UInt8?
    var headerEnd: Int?
    var index = signature.count
    while index + 12 <= file.count {
      let length = file[index..<index + 4].bigEndian
      guard index + 12 + length <= file.count else { break }
      let type = String(decoding: file[index + 4..<index + 8], as: UTF8.self)
      let end = index + 12 + length
      if type == "eXIf" { orientation = ExifOrientation.find(in: file[index + 8..<index + 8 + length]) }
      if isKept(type) { out += file[index..<end] }
      if type == "IHDR" { headerEnd = out.count }
      if type == "IEND" { break }
      index = end
    }
    if let orientation, let headerEnd {
      out.insert(contentsOf: chunk("eXIf", ExifOrientation.tiff(orientation)), at: headerEnd)
    }
    return out
  }

  /// The chunks that a decoder must know, those of colour and size, and those of moving pictures.
  private static func isKept(_ type: String) -> Bool {
    switch type {
    case "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "cICP", "mDCV",
      "cLLI", "acTL", "fcTL", "fdAT":
      true
    default: false
    }
  }

  private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    let named = Array(type.utf8) + data
    return bytes(UInt32(data.count)) + named + bytes(checksum(named))
  }

  private static func bytes(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  /// The cyclic redundancy check of ISO 3309, as annex D of the PNG specification gives it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? 0xEDB8_8320 ^ (crc >> 1) : crc >> 1 }
    }
    return ~crc
  }
}
