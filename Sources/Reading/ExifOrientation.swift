/// Which way up a picture is shown, the one figure of Exif that is kept.
///
/// Source: CIPA DC-008, "Exchangeable image file format for digital still cameras", 4.5 and 4.6.5: a TIFF
/// header, then a directory of entries of twelve bytes; tag 0x0112 is the orientation, 1 to 8.
public enum ExifOrientation {
  /// The orientation that a TIFF structure states; nil where it states none, or 1, which is how it is.
  public static func find(in tiff: ArraySlice<UInt8>) -> UInt8? {
    let bytes = Array(tiff)
    guard bytes.count >= 14 else { return nil }
    let isBig = bytes[0] == 0x4D && bytes[1] == 0x4D
    guard isBig || (bytes[0] == 0x49 && bytes[1] == 0x49) else { return nil }
    func number(_ at: Int, _ length: Int) -> Int? {
      guard at >= 0, at + length <= bytes.count else { return nil }
      return isBig ? bytes[at..<at + length].bigEndian : bytes[at..<at + length].littleEndian
    }
    guard number(2, 2) == 42, let directory = number(4, 4), let count = number(directory, 2) else { return nil }
    for index in 0..<min(count, 512) {
      let entry = directory + 2 + index * 12
      guard let tag = number(entry, 2) else { return nil }
      if tag == 0x0112, number(entry + 2, 2) == 3, let value = number(entry + 8, 2), (2...8).contains(value) {
        return UInt8(value)
      }
    }
    return nil
  }

  /// A TIFF structure that states an orientation and nothing else.
  public static func tiff(_ orientation: UInt8) -> [UInt8] {
    [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
  }

  /// What JPEG puts before the TIFF structure, and WebP sometimes.
  public static let prefix = Array("Exif\0\0".utf8)
}
