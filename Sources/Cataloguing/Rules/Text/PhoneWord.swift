/// Words that say that a telephone number follows.
enum PhoneWord {
  /// Whether a word for a telephone stands before an offset: `puh. 310 29960`, `Puhelin: 310 29960`.
  static func stands(before offset: Int, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var end = offset
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x2E || bytes[end - 1] == 0x3A { end -= 1 }
    // The last letters of the names below.
    guard end > start, end < offset else { return false }
    switch bytes[end - 1] | 0x20 {
    case 0x65, 0x68, 0x6C, 0x6D, 0x6E, 0x6F, 0x72: break
    default: return false
    }
    return names.contains { name in
      let first = end - name.utf8.count
      guard first >= start, first == start || (bytes[first - 1] | 0x20) &- 0x61 >= 26 else { return false }
      return zip(bytes[first..<end], name.utf8).allSatisfy { $0 | 0x20 == $1 }
    }
  }

  private static let names = [
    "puh", "puhelin", "puhelinnumero", "puhnro", "matkapuhelin", "gsm", "tel", "tfn", "telefon",
    "telefonnummer", "mobil", "phone", "mobile",
  ]
}
