/// Where the lines of a Markdown text start, to turn libcmark's lines and columns into offsets.
struct LineTable {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let range: Range<Int>
  private var starts: [Int]

  init(bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    starts = [range.lowerBound]
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

  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = min(range.upperBound, self.range.upperBound)
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    while start < end, isBlank(bytes[start]) { start += 1 }
    return start..<end
  }

  /// The range of a heading. libcmark lets an underlined one reach over the line after its underline.
  func heading(_ range: Range<Int>) -> Range<Int> {
    if range.isEmpty || bytes[range.lowerBound] == 0x23 { return range.lowerBound..<lineEnd(range.lowerBound) }
    var line = lineEnd(range.lowerBound)
    while line < range.upperBound {
      var start = line
      while start < range.upperBound, isBlank(bytes[start]) || bytes[start] == 0x3E { start += 1 }
      line = lineEnd(start)
      let underline = trimmed(start..<line)
      let mark = underline.isEmpty ? 0 : bytes[underline.lowerBound]
      if mark == 0x3D || mark == 0x2D, bytes[underline].allSatisfy({ $0 == mark }) {
        return range.lowerBound..<underline.upperBound
      }
    }
    return range
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  private func offset(_ line: Int, _ column: Int) -> Int {
    guard line >= 1, line <= starts.count else { return range.upperBound }
    return min(starts[line - 1] + max(column - 1, 0), range.upperBound)
  }

  // MARK: Fences

  struct Fence {
    /// The backticks or tildes.
    let marks: Range<Int>
    let indent: Int
  }

  /// The fence that opens at a code block's start; nil for an indented code block.
  func fence(at start: Int) -> Fence? {
    var index = start
    while index < range.upperBound, bytes[index] == 0x20 { index += 1 }
    guard index < range.upperBound, bytes[index] == 0x60 || bytes[index] == 0x7E else { return nil }
    var end = index
    while end < range.upperBound, bytes[end] == bytes[index] { end += 1 }
    return end - index >= 3 ? Fence(marks: index..<end, indent: index - lineStart(before: index)) : nil
  }

  /// Whether the last line of a code block is its closing fence.
  func closesFence(_ fence: Fence, in block: Range<Int>) -> Bool {
    let lastLine = lineStart(before: trimmed(block).upperBound)
    guard lastLine > fence.marks.upperBound else { return false }
    var index = lastLine
    let end = lineEnd(lastLine)
    // The fence may stand inside quotes and lists.
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x3E || bytes[index] == 0x09 { index += 1 }
    var count = 0
    while index < end, bytes[index] == bytes[fence.marks.lowerBound] {
      count += 1
      index += 1
    }
    while index < end, isBlank(bytes[index]) { index += 1 }
    return index == end && count >= fence.marks.count
  }

  func infoStart(after offset: Int) -> Int {
    var index = offset
    while index < range.upperBound, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return index
  }

  /// The whole lines between a block's first line and its closing fence.
  func linesInside(_ block: Range<Int>, closed: Bool) -> Range<Int> {
    var start = lineEnd(block.lowerBound)
    if start < range.upperBound, bytes[start] == 0x0D { start += 1 }
    if start < range.upperBound, bytes[start] == 0x0A { start += 1 }
    let end = closed ? lineStart(before: trimmed(block).upperBound) : block.upperBound
    return start..<max(start, end)
  }
}
