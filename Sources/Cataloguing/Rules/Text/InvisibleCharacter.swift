import Diagnosing

/// A character that takes no room, or that turns the order of the text around it.
///
/// Such characters come along with copied text, hide words from search, and can make a line read other
/// than it is ("Trojan Source", CVE-2021-42574). The sets are those of Unicode's `Bidi_Control` property,
/// and of the characters of general category Cf that are drawn with no width; the soft hyphen is left
/// out, since it says where a long word may be cut.
struct InvisibleCharacter {
  enum Kind {
    case bidiControl, zeroWidth
  }

  let scalar: Unicode.Scalar
  let range: Range<Int>

  var kind: Kind {
    switch scalar.value {
    case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: .bidiControl
    default: .zeroWidth
    }
  }

  /// Whether the bytes at an offset, whose first is the first of such a character, are one.
  ///
  /// U+061C, U+180E, U+200B–200F, U+2028–202E, U+2060–206F, U+FEFF, U+FFF9–FFFB and U+E0000–E007F.
  static func isAt(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard index + 1 < bytes.count else { return false }
    let second = bytes[index + 1]
    if bytes[index] == 0xD8 { return second == 0x9C }
    guard index + 2 < bytes.count else { return false }
    let third = bytes[index + 2]
    switch (bytes[index], second) {
    case (0xE1, 0xA0): return third == 0x8E
    case (0xE2, 0x80): return (0x8B...0x8F).contains(third) || (0xA8...0xAE).contains(third)
    case (0xE2, 0x81): return (0xA0...0xAF).contains(third)
    case (0xEF, 0xBB): return third == 0xBF
    case (0xEF, 0xBF): return (0xB9...0xBB).contains(third)
    case (0xF3, 0xA0): return third == 0x80 || third == 0x81
    default: return false
    }
  }

  /// Whether a zero-width joiner ties two pictures into one, as in the sign of a family: then it is no fault.
  static func joinsPictures(_ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes[index] == 0xE2, index >= 4, index + 3 < bytes.count, bytes[index + 2] == 0x8D else { return false }
    let isAfterPicture = bytes[index - 4] == 0xF0 || (bytes[index - 3] == 0xEF && bytes[index - 2] == 0xB8)
    return isAfterPicture && (bytes[index + 3] == 0xF0 || bytes[index + 3] == 0xE2)
  }

  /// The character at an offset that `isAt` holds for.
  init?(at offset: Int, in file: SourceFile) {
    guard let scalar = file.text(offset..<offset + 4).unicodeScalars.first else { return nil }
    self.scalar = scalar
    range = offset..<offset + String(scalar).utf8.count
  }

  /// `U+200B`.
  var code: String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Whether a range of a file holds such a character, which then explains what else is wrong with it.
  static func isIn(_ range: Range<Int>, of file: SourceFile) -> Bool {
    file.bytes.withUnsafeBufferPointer { bytes in
      range.clamped(to: file.contentStart..<max(file.contentStart, bytes.count)).contains { index in
        switch bytes[index] {
        case 0xD8, 0xE1, 0xE2, 0xEF, 0xF3: isAt(index, in: bytes)
        default: false
        }
      }
    }
  }
}
