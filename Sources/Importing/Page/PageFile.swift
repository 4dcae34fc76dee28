import Diagnosing
import Reading

/// The bytes that an editor saved from the platform, as UTF-8 text.
///
/// Office computers still save text as UTF-16 or in Windows' own character set; both are turned into
/// UTF-8, so that places count the same characters as the editor sees.
public enum PageFile {
  /// The file as text, or what makes it unreadable: more bytes than `Limits.fileSize`.
  public static func read(path: String, bytes: [UInt8]) -> (SourceFile, Diagnostic?) {
    let file = SourceFile(path: path, bytes: bytes)
    if bytes.count > Limits.fileSize { return (file, EncodingRules.fault(in: file)) }
    return (SourceFile(path: path, bytes: utf8(bytes)), nil)
  }

  private static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), low: 0, high: 1) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), low: 1, high: 0) }
    if String(validating: bytes, as: UTF8.self) != nil { return bytes }
    return windows1252(bytes)
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, low: Int, high: Int) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      units.append(UInt16(bytes[index + low]) | UInt16(bytes[index + high]) << 8)
      index += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
    var scalars = String.UnicodeScalarView()
    for byte in bytes {
      let code = (0x80...0x9F).contains(byte) ? windowsCharacters[Int(byte) - 0x80] : UInt32(byte)
      scalars.append(Unicode.Scalar(code) ?? "\u{FFFD}")
    }
    return Array(String(scalars).utf8)
  }

  /// What Windows' character set 1252 has at 80 to 9F (WHATWG Encoding Standard, index windows-1252).
  static let windowsCharacters: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ]
}
