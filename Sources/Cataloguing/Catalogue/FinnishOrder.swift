import Diagnosing

/// The order of the Finnish and Swedish alphabet: case does not count, and Å, Ä, Ö follow Z.
///
/// ```swift
/// FinnishOrder.key("Äänekoski") > FinnishOrder.key("Zaza")  // true
/// ```
///
/// `w` sorts beside `v` only when nothing else differs; marks on other letters do not count. Ties are
/// broken by the text itself, so the order is total.
public enum FinnishOrder {
  public static func precedes(_ a: String, _ b: String) -> Bool {
    let (first, second) = (key(a), key(b))
    if first != second { return first.lexicographicallyPrecedes(second) }
    return a.precedesInBytes(b)
  }

  /// Items in the order of a text that each has, those of the same text as they were; the keys are worked out once.
  public static func sorted<Item>(_ items: [Item], by text: (Item) -> String) -> [Item] {
    let texts = items.map(text)
    let keys = texts.map(key)
    // Plain numbers are what is moved about; keys and texts stay where they are.
    let order = keys.indices.map { (start: start(of: keys[$0]), index: $0) }.sorted { a, b in
      if a.start != b.start { return a.start < b.start }
      let (first, second) = (keys[a.index], keys[b.index])
      if first != second { return first.lexicographicallyPrecedes(second) }
      return texts[a.index].precedesInBytes(texts[b.index])
    }
    return order.map { items[$0.index] }
  }

  /// The first eight bytes of a key as one number, by which most comparisons are settled.
  private static func start(of key: [UInt8]) -> UInt64 {
    var start: UInt64 = 0
    for place in 0..<8 { start = start << 8 | (place < key.count ? UInt64(key[place]) : 0) }
    return start
  }

  /// Bytes whose order is the order of the texts.
  public static func key(_ text: String) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z": key.append(UInt8(scalar.value) - 0x61 + 0x40)
      case "A"..."Z": key.append(UInt8(scalar.value) - 0x41 + 0x40)
      case "å", "Å": key.append(0x5A)
      case "ä", "Ä", "æ", "Æ": key.append(0x5B)
      case "ö", "Ö", "ø", "Ø": key.append(0x5C)
      case "é", "è", "ê", "ë", "É", "È": key.append(0x44)
      case "ü", "Ü", "ú", "Ú": key.append(0x54)
      case "š", "Š": key.append(0x52)
      case "ž", "Ž": key.append(0x59)
      case "0"..."9": key.append(UInt8(scalar.value))
      case " ", "\u{A0}", "-", "\u{2011}", "–": key.append(0x20)
      default: if !scalar.isASCII { key.append(0x60) }
      }
    }
    return key
  }
}
