import Diagnosing

/// The `id` of a heading: its text in lower case, `ä` and `å` as `a`, `ö` as `o`, other signs as hyphens.
///
/// ```swift
/// Anchor.id(for: "Toimintaympäristö ja tausta")  // "toimintaymparisto-ja-tausta"
/// ```
///
/// Runs of hyphens become one, and none stands first or last. The same rule makes file names of titles.
public enum Anchor {
  public static func id(for text: String) -> String {
    text.withBytes { bytes in
      // No letter takes more bytes than it had.
      String(unsafeUninitializedCapacity: bytes.count) { out in
        var count = 0
        var index = 0
        while index < bytes.count {
          let byte = bytes[index]
          var sign = byte
          if byte < 0x80 {
            index += 1
          } else {
            // All that stand for a letter have two bytes.
            let isPair = byte < 0xE0
            let scalar = isPair ? UInt32(byte & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F) : 0x2D
            index += isPair ? 2 : byte < 0xF0 ? 3 : 4
            guard let scalar = Unicode.Scalar(scalar), let letter = letter(for: scalar) else { continue }
            sign = letter
          }
          switch sign {
          case 0x61...0x7A, 0x30...0x39: out[count] = sign
          case 0x41...0x5A: out[count] = sign | 0x20
          default:
            if count == 0 || out[count - 1] == 0x2D { continue }
            out[count] = 0x2D
          }
          count += 1
        }
        while count > 0, out[count - 1] == 0x2D { count -= 1 }
        return count
      }
    }
  }

  /// The letter for one beyond ASCII, a hyphen where there is none; nil for combining marks and soft hyphens.
  private static func letter(for scalar: Unicode.Scalar) -> UInt8? {
    switch scalar {
    case "ä", "å", "Ä", "Å", "à", "á", "â", "ã", "À", "Á", "Â", "Ã": 0x61
    case "ö", "Ö", "ø", "Ø", "ò", "ó", "ô", "õ", "Ò", "Ó", "Ô", "Õ": 0x6F
    case "é", "è", "ê", "ë", "É", "È", "Ê", "Ë": 0x65
    case "ü", "Ü", "ú", "ù", "û", "Ú", "Ù", "Û": 0x75
    case "š", "Š": 0x73
    case "ž", "Ž": 0x7A
    case "\u{300}"..."\u{36F}", "\u{AD}": nil
    default: 0x2D
    }
  }
}

/// Hands out anchors, each once: a second `Tulokset` becomes `tulokset-2`.
struct AnchorNames {
  private var taken = Set<String>(minimumCapacity: 12)
  private var counts: [String: Int] = [:]

  mutating func next(for text: String) -> String {
    let id = Anchor.id(for: text)
    let base = id.isEmpty ? "osio" : id
    if taken.insert(base).inserted { return base }
    var number = counts[base, default: 1] + 1
    while !taken.insert("\(base)-\(number)").inserted { number += 1 }
    counts[base] = number
    return "\(base)-\(number)"
  }
}
