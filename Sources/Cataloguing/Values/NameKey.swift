import Diagnosing
import Reading

/// The form in which names are compared: without regard to case, outer space and kind of hyphen.
///
/// Characters that nobody sees are left out too: they are a fault of their own, and not an unknown name.
///
/// ```swift
/// NameKey.of("  Kohderyhmä ja  Asiakasymmärrys ")  // "kohderyhmä ja asiakasymmärrys"
/// ```
public enum NameKey {
  public static func of(_ text: String) -> String { String(decoding: bytes(of: text), as: UTF8.self) }

  /// A hash of the form: names that differ in it are different names.
  static func hash(of text: String) -> UInt64 {
    var fingerprint = Fingerprint()
    fingerprint.add(bytes(of: text))
    return fingerprint.value
  }

  private static func bytes(of text: String) -> [UInt8] {
    text.withBytes { bytes in
      // No small letter takes more than half as many bytes again as the capital one.
      [UInt8](unsafeUninitializedCapacity: bytes.count * 2) { out, count in
        var index = 0
        var pendingSpace = false
        func add(_ byte: UInt8) {
          if pendingSpace { out[count] = 0x20 }
          if pendingSpace { count += 1 }
          pendingSpace = false
          out[count] = byte
          count += 1
        }
        while index < bytes.count {
          let byte = bytes[index]
          let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
          switch byte {
          case 0x09, 0x0A, 0x0D, 0x20: pendingSpace = count > 0
          case 0x41...0x5A: add(byte | 0x20)
          case ..<0x80: add(byte)
          case 0xC3:
            // From À to Þ, but for the sign of multiplication, the small letter is 32 further.
            let second = bytes[index + 1]
            add(byte)
            add(second < 0x9F && second != 0x97 ? second + 0x20 : second)
          default:
            switch sign(bytes[index..<index + length]) {
            case .nothing: break
            case .space: pendingSpace = count > 0
            case .letters(let letters): for byte in letters.utf8 { add(byte) }
            }
          }
          index += length
        }
      }
    }
  }

  private enum Sign {
    case nothing, space
    case letters(String)
  }

  /// What a character beyond Latin-1's letters is compared as.
  private static func sign(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Sign {
    guard let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first, !isInvisible(scalar) else {
      return .nothing
    }
    switch scalar {
    case "\u{A0}", "\u{202F}", "\u{2009}": return .space
    case "\u{2010}"..."\u{2014}", "\u{2212}", "\u{FE63}", "\u{FF0D}": return .letters("-")
    default: return .letters(scalar.properties.lowercaseMapping)
    }
  }

  /// Soft hyphens, and the zero-width and bidirectional characters that the rules of texts report.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }
}
