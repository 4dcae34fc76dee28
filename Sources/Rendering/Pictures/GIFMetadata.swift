/// A GIF picture without comments and without application data but that of repeating.
///
/// Source: "Graphics Interchange Format, version 89a", 15–27.
enum GIFMetadata {
  static func removed(from file: [UInt8]) -> [UInt8] {
    guard file.count >= 13 else { return file }
    var index = 13 + tableSize(file[10])
    guard index <= file.count else { return file }
    var out = Array(file[..<index])
    out.reserveCapacity(file.count)
    while index < file.count {
      let start = index
      switch file[index] {
      case 0x2C:
        guard index + 10 < file.count else { return out }
        index += 10 + tableSize(file[index + 9]) + 1
      case 0x21:
        guard index + 2 < file.count else { return out }
        index += 2
      case 0x3B: return out + [0x3B]
      default: return out
      }
      guard let end = endOfBlocks(in: file, from: index) else { return out }
      if file[start] == 0x2C || isKept(file[start..<end]) { out += file[start..<end] }
      index = end
    }
    return out
  }

  private static func isKept(_ block: ArraySlice<UInt8>) -> Bool {
    switch block[block.startIndex + 1] {
    case 0xFE: false
    case 0xFF:
      ["NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012"].contains { block.dropFirst(3).starts(with: Array($0.utf8)) }
    default: true
    }
  }

  /// The bytes of a colour table, as the packed field before it tells.
  private static func tableSize(_ packed: UInt8) -> Int { packed & 0x80 == 0 ? 0 : 3 << (Int(packed & 0x07) + 1) }

  private static func endOfBlocks(in file: [UInt8], from start: Int) -> Int? {
    var index = start
    while index < file.count {
      if file[index] == 0 { return index + 1 }
      index += 1 + Int(file[index])
    }
    return nil
  }
}
