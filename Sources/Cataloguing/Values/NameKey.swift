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
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      if scalar.value >= 0xAD, isInvisible(scalar) { continue }
      switch scalar {
      case " ", "\t", "\n", "\r", "\u{A0}", "\u{202F}", "\u{2009}":
        pendingSpace = !out.isEmpty
        continue
      default: break
      }
      if pendingSpace {
        out.append(0x20)
        pendingSpace = false
      }
      switch scalar {
      case "a"..."z", "0"..."9": out.append(UInt8(scalar.value))
      case "A"..."Z": out.append(UInt8(scalar.value) + 0x20)
      case "\u{C0}"..."\u{D6}", "\u{D8}"..."\u{DE}": out.append(contentsOf: [0xC3, UInt8(scalar.value - 0xC0) + 0xA0])
      case "-", "\u{2010}"..."\u{2014}", "\u{2212}", "\u{FE63}", "\u{FF0D}": out.append(0x2D)
      default:
        if scalar.isASCII {
          out.append(UInt8(scalar.value))
        } else {
          out.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        }
      }
    }
    return out
  }

  /// Soft hyphens, and the zero-width and bidirectional characters that the rules of texts report.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }
}
