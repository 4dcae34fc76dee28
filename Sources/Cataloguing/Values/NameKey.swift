/// The form in which names are compared: without regard to case, outer space and kind of hyphen.
///
/// ```swift
/// NameKey.of("  Kohderyhmä ja  Asiakasymmärrys ")  // "kohderyhmä ja asiakasymmärrys"
/// ```
public enum NameKey {
  public static func of(_ text: String) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    var pendingSpace = false
    for scalar in text.unicodeScalars {
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
      case "\u{AD}": continue
      default:
        if scalar.isASCII {
          out.append(UInt8(scalar.value))
        } else {
          out.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        }
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
