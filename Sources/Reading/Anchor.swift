/// The `id` of a heading: its text in lower case, `ä` and `å` as `a`, `ö` as `o`, other signs as hyphens.
///
/// ```swift
/// Anchor.id(for: "Toimintaympäristö ja tausta")  // "toimintaymparisto-ja-tausta"
/// ```
///
/// Runs of hyphens become one, and none stands first or last. The same rule makes file names of titles.
public enum Anchor {
  public static func id(for text: String) -> String {
    // No letter takes more bytes than it had.
    String(unsafeUninitializedCapacity: text.utf8.count) { out in
      var count = 0
      for scalar in text.unicodeScalars {
        switch scalar {
        case "a"..."z", "0"..."9": out[count] = UInt8(truncatingIfNeeded: scalar.value)
        case "A"..."Z": out[count] = UInt8(truncatingIfNeeded: scalar.value) | 0x20
        case "ä", "å", "Ä", "Å", "à", "á", "â", "ã", "À", "Á", "Â", "Ã": out[count] = 0x61
        case "ö", "Ö", "ø", "Ø", "ò", "ó", "ô", "õ", "Ò", "Ó", "Ô", "Õ": out[count] = 0x6F
        case "é", "è", "ê", "ë", "É", "È", "Ê", "Ë": out[count] = 0x65
        case "ü", "Ü", "ú", "ù", "û", "Ú", "Ù", "Û": out[count] = 0x75
        case "š", "Š": out[count] = 0x73
        case "ž", "Ž": out[count] = 0x7A
        case "\u{300}"..."\u{36F}", "\u{AD}": continue  // combining marks and soft hyphens
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
