/// The fences of a code block, read off the source: libcmark keeps neither the closing one nor where the
/// lines between them stand.
struct Fence {
  /// The opening backticks or tildes.
  let marks: Range<Int>
  /// How far from its line's start the opening fence stands.
  let indent: Int
  /// Where the closing fence's line starts; nil where there is none.
  let closingLine: Int?
  private let lines: LineTable
  private let block: Range<Int>

  /// The fence that opens at a code block's start; nil for an indented code block.
  ///
  /// - Parameter code: the block's text according to libcmark.
  init?(of block: Range<Int>, holding code: UnsafeBufferPointer<UInt8>, in lines: LineTable) {
    let bytes = lines.bytes
    let limit = lines.range.upperBound
    var start = block.lowerBound
    while start < limit, bytes[start] == 0x20 { start += 1 }
    guard start < limit, bytes[start] == 0x60 || bytes[start] == 0x7E else { return nil }
    var end = start
    while end < limit, bytes[end] == bytes[start] { end += 1 }
    guard end - start >= 3, !Fence.isIndentedCode(code, at: start, in: block, lines) else { return nil }
    marks = start..<end
    indent = start - lines.lineStart(before: start)
    self.lines = lines
    self.block = block
    closingLine = Fence.closingLine(of: start..<end, indent: indent, in: block, lines)
  }

  /// Whether a block that starts with backticks is yet no fence: its code then starts with them too, and
  /// has as many lines as the block.
  private static func isIndentedCode(
    _ code: UnsafeBufferPointer<UInt8>, at start: Int, in block: Range<Int>, _ lines: LineTable
  ) -> Bool {
    let first = code.drop { $0 == 0x20 || $0 == 0x09 }
    guard first.starts(with: lines.bytes[start..<lines.lineEnd(start)]) else { return false }
    let source = lines.bytes[lines.trimmed(block)]
    let sourceLines = source.indices.count {
      source[$0] == 0x0A || (source[$0] == 0x0D && !($0 + 1 < source.endIndex && source[$0 + 1] == 0x0A))
    }
    return code.count { $0 == 0x0A } == sourceLines + 1
  }

  private static func closingLine(of marks: Range<Int>, indent: Int, in block: Range<Int>, _ lines: LineTable) -> Int? {
    let bytes = lines.bytes
    let last = lines.lineStart(before: max(lines.trimmed(block).upperBound, block.lowerBound))
    guard last >= marks.upperBound else { return nil }
    let end = lines.lineEnd(last)
    var index = last
    // The fence may stand inside quotes and lists.
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x3E || bytes[index] == 0x09 { index += 1 }
    guard index - last < indent + 4 else { return nil }
    var count = 0
    while index < end, bytes[index] == bytes[marks.lowerBound] {
      count += 1
      index += 1
    }
    return count >= marks.count && lines.trimmed(index..<end).isEmpty ? last : nil
  }

  /// The info string's first word.
  var info: Range<Int> {
    let end = lines.lineEnd(marks.upperBound)
    var start = marks.upperBound
    while start < end, LineTable.isBlank(lines.bytes[start]) { start += 1 }
    var index = start
    while index < end, !LineTable.isBlank(lines.bytes[index]) { index += 1 }
    return start..<index
  }

  /// The whole lines between the fences.
  var content: Range<Int> {
    let bytes = lines.bytes
    let limit = lines.range.upperBound
    var start = lines.lineEnd(marks.upperBound)
    if start < limit, bytes[start] == 0x0D { start += 1 }
    if start < limit, bytes[start] == 0x0A { start += 1 }
    return start..<max(start, closingLine ?? block.upperBound)
  }

  /// Whether another fence with an info string opens among the lines: then this one's end was forgotten, and
  /// the other's was taken for it.
  var holdsOpening: Bool {
    let bytes = lines.bytes
    var line = content.lowerBound
    while line < content.upperBound {
      let end = lines.lineEnd(line)
      let text = lines.trimmed(line..<min(end, content.upperBound))
      let mark = bytes[text].prefix { $0 == bytes[marks.lowerBound] }.count
      if mark >= marks.count, mark < text.count { return true }
      line = end + 1
    }
    return false
  }

  /// The marks and the info string's first word of a fence that is indented as far as code is, and so opens
  /// nothing; nil where a code block starts with anything else.
  static func indented(in block: Range<Int>, holding code: UnsafeBufferPointer<UInt8>, _ lines: LineTable) -> (
    marks: Range<Int>, info: Range<Int>
  )? {
    let bytes = lines.bytes
    guard code.starts(with: [0x60, 0x60, 0x60]) || code.starts(with: [0x7E, 0x7E, 0x7E]) else { return nil }
    let end = lines.lineEnd(block.lowerBound)
    guard let start = bytes[block.lowerBound..<end].firstIndex(where: { !LineTable.isBlank($0) }) else { return nil }
    let marks = start..<(bytes[start..<end].firstIndex { $0 != bytes[start] } ?? end)
    let rest = lines.trimmed(marks.upperBound..<end)
    let info = bytes[rest].prefix { !LineTable.isBlank($0) }
    return info.isEmpty ? nil : (marks, info.startIndex..<info.endIndex)
  }
}
