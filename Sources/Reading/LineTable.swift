import Glibc

/// Where the lines of a Markdown text start, to turn libcmark's lines and columns into offsets.
struct LineTable {
  let bytes: UnsafeBufferPointer<UInt8>
  let range: Range<Int>
  private(set) var starts: [Int]

  init(bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    starts = [range.lowerBound]
    starts.reserveCapacity(range.count / 64 + 4)
    guard let base = bytes.baseAddress, !range.isEmpty else { return }
    if memchr(base + range.lowerBound, 0x0D, range.count) != nil {
      findMixedLineEnds()
      return
    }
    var index = range.lowerBound
    while let found = memchr(base + index, 0x0A, range.upperBound - index) {
      index = UnsafeRawPointer(base).distance(to: found) + 1
      starts.append(index)
    }
  }

  /// The same text with fewer lines.
  func showing(_ starts: [Int]) -> LineTable {
    var table = self
    table.starts = starts
    return table
  }

  private mutating func findMixedLineEnds() {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A || (byte == 0x0D && !(index < range.upperBound && bytes[index] == 0x0A)) { starts.append(index) }
    }
  }

  /// libcmark's lines and byte columns count from 1; an end of 0:0 means the end of the start's line.
  func range(fromLine line: Int, column: Int, toLine endLine: Int, column endColumn: Int) -> Range<Int> {
    let start = offset(line, column)
    if endLine == 0 || endLine < line { return start..<lineEnd(start) }
    let end = endColumn == 0 ? lineEnd(offset(endLine, 1)) : offset(endLine, endColumn + 1)
    return start..<max(start, end)
  }

  private func offset(_ line: Int, _ column: Int) -> Int {
    guard line >= 1, line <= starts.count else { return range.upperBound }
    var offset = min(starts[line - 1] + max(column - 1, 0), range.upperBound)
    while offset < range.upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }

  func lineStart(before offset: Int) -> Int {
    var index = offset
    while index > range.lowerBound, bytes[index - 1] != 0x0A, bytes[index - 1] != 0x0D { index -= 1 }
    return index
  }

  func lineEnd(_ offset: Int) -> Int {
    var index = offset
    while index < range.upperBound, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    return index
  }

  /// A range without blanks and line ends at either end.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while end > start, Self.isBlank(bytes[end - 1]) { end -= 1 }
    while start < end, Self.isBlank(bytes[start]) { start += 1 }
    return start..<end
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  /// The range of a heading, from its first `#` or letter to the end of its line or of its underline.
  /// libcmark lets an underlined one reach over the line after its underline.
  func heading(_ range: Range<Int>) -> Range<Int> {
    let start = trimmed(range).lowerBound
    if start == self.range.upperBound || bytes[start] == 0x23 { return trimmed(start..<lineEnd(start)) }
    var line = lineEnd(start)
    while line < range.upperBound {
      var next = line
      while next < range.upperBound, Self.isBlank(bytes[next]) || bytes[next] == 0x3E { next += 1 }
      line = lineEnd(next)
      let underline = trimmed(next..<line)
      let mark = underline.isEmpty ? 0 : bytes[underline.lowerBound]
      if mark == 0x3D || mark == 0x2D, bytes[underline].allSatisfy({ $0 == mark }) {
        return start..<underline.upperBound
      }
    }
    return trimmed(range)
  }
}
