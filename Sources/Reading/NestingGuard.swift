import Glibc

/// Refuses a text that libcmark 0.30 would take too long over, before it is asked.
///
/// Its time grows with the square of two things that no description has: how many quotes and lists are
/// open at once, and how many images are.
enum NestingGuard {
  /// A body that says what there is too much of; nil where the text may be parsed.
  static func refusal(of lines: LineTable) -> Body? {
    for (number, start) in lines.starts.enumerated() {
      let end = number + 1 < lines.starts.count ? lines.starts[number + 1] : lines.range.upperBound
      if start < end, lines.bytes[start] < 0x41, marks(in: start..<end, lines.bytes) > Limits.blockDepth * 4 {
        return Body(sections: [Section(range: lines.range)], tooDeep: start..<lines.lineEnd(start))
      }
    }
    return image(pastLimitIn: lines).map { image in
      Body(sections: [Section(range: lines.range)], tooManyLinks: image..<image + 1)
    }
  }

  /// Where there come to be more `![` than a text may hold links.
  private static func image(pastLimitIn lines: LineTable) -> Int? {
    guard let base = lines.bytes.baseAddress else { return nil }
    var count = 0
    var index = lines.range.lowerBound
    while let found = memchr(base + index, 0x21, lines.range.upperBound - index) {
      let mark = UnsafeRawPointer(base).distance(to: found)
      index = mark + 1
      if index < lines.range.upperBound, base[index] == 0x5B { count += 1 }
      if count > Limits.links { return mark }
    }
    return nil
  }

  /// How many quotes and list items a line may open.
  private static func marks(in line: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var isRuler = true
    var first: UInt8?
    for index in line {
      let byte = bytes[index]
      switch byte {
      case 0x3E: count += 1
      case 0x2D, 0x2B, 0x2A, 0x2E, 0x29:
        if index + 1 == line.upperBound || LineTable.isBlank(bytes[index + 1]) { count += 1 }
      case 0x30...0x39: break
      case 0x20, 0x09, 0x0A, 0x0D: continue
      default: return count
      }
      isRuler = isRuler && (byte == 0x2D || byte == 0x2A) && byte == first ?? byte
      first = byte
    }
    return isRuler ? 0 : count
  }
}
