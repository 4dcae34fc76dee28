import Diagnosing

/// The lines of a piece of YAML, to look through when something is wrong with it.
struct YAMLLines {
  struct Line {
    /// Without the line end.
    let range: Range<Int>
    /// The first byte that is not a space; the line's end where there is none.
    let start: Int

    var indent: Int { start - range.lowerBound }
    var isBlank: Bool { start == range.upperBound }
  }

  let file: SourceFile
  let range: Range<Int>
  private(set) var all: [Line] = []

  init(_ file: SourceFile, in range: Range<Int>) {
    self.file = file
    self.range = range
    let bytes = file.bytes
    var line = range.lowerBound
    while line < range.upperBound {
      var end = line
      while end < range.upperBound, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      var start = line
      while start < end, bytes[start] == 0x20 { start += 1 }
      all.append(Line(range: line..<end, start: start))
      let isCRLF = end + 1 < range.upperBound && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
      line = end + (isCRLF ? 2 : 1)
    }
  }

  /// The index of the line that holds an offset; the last line for an offset past the end.
  func index(at offset: Int) -> Int? {
    all.lastIndex { $0.range.lowerBound <= offset }
  }

  /// The next line after an index that is neither blank nor a comment.
  func next(after index: Int) -> Line? {
    all[(index + 1)...].first { !$0.isBlank && file.bytes[$0.start] != 0x23 }
  }

  /// The nearest line before an index that is neither blank nor a comment.
  func previous(before index: Int) -> Int? {
    all[..<index].lastIndex { !$0.isBlank && file.bytes[$0.start] != 0x23 }
  }

  func bytes(of line: Line) -> ArraySlice<UInt8> { file.bytes[line.start..<line.range.upperBound] }

  /// Where the value of a `key: value` or `- value` line starts; the line's end where it is empty, nil
  /// where the line is neither.
  func value(of line: Line) -> Int? {
    let item = pastDashes(line)
    if let colon = keyEnd(from: item, to: line.range.upperBound) {
      return pastBlanks(colon + 1, to: line.range.upperBound)
    }
    return item > line.start ? item : nil
  }

  /// Where the key of a `key: value` line starts.
  func key(of line: Line) -> Int? {
    let item = pastDashes(line)
    return keyEnd(from: item, to: line.range.upperBound) == nil ? nil : item
  }

  /// The colon of a key that its value follows without a space: `vaihe:Kokeilu`, but not `https://…`.
  func tightColon(of line: Line) -> Int? {
    let bytes = file.bytes
    var index = pastDashes(line)
    let start = index
    while index < line.range.upperBound, index - start < 60 {
      if bytes[index] == 0x3A {
        let isTight = index > start && index + 1 < line.range.upperBound && bytes[index + 1] != 0x2F
        return isTight && bytes[start] >= 0x41 ? index : nil
      }
      index += 1
    }
    return nil
  }

  /// The first byte after the hyphens of `- - value`.
  private func pastDashes(_ line: Line) -> Int {
    var index = line.start
    let end = line.range.upperBound
    while index < end, file.bytes[index] == 0x2D {
      let next = index + 1
      guard next == end || file.bytes[next] == 0x20 else { return index }
      index = pastBlanks(next, to: end)
    }
    return index
  }

  private func keyEnd(from start: Int, to end: Int) -> Int? {
    var index = start
    while index < end {
      if file.bytes[index] == 0x3A, index + 1 == end || file.bytes[index + 1] == 0x20 || file.bytes[index + 1] == 0x09 {
        return index
      }
      index += 1
    }
    return nil
  }

  func pastBlanks(_ start: Int, to end: Int) -> Int {
    var index = start
    while index < end, file.bytes[index] == 0x20 || file.bytes[index] == 0x09 { index += 1 }
    return index
  }

  /// A range without blanks and line ends at its end.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, [0x20, 0x09, 0x0A, 0x0D].contains(file.bytes[end - 1]) { end -= 1 }
    return range.lowerBound..<end
  }

  /// The length of the blank character at an offset that indents no YAML: a tab, a no-break space or
  /// another blank of Unicode; 0 where there is none.
  func strangeBlank(at offset: Int) -> Int {
    guard offset < range.upperBound else { return 0 }
    return StrangeBlank.length(at: offset, in: file.bytes)
  }
}

/// Characters that look like a space at the start of a line and are none to YAML.
enum StrangeBlank {
  /// The length of the one at an offset: a tab, a no-break space or another wide or thin blank; 0 where
  /// there is none.
  static func length<Bytes: RandomAccessCollection>(at offset: Int, in bytes: Bytes) -> Int
  where Bytes.Element == UInt8, Bytes.Index == Int {
    func byte(_ index: Int) -> UInt8 { index < bytes.endIndex ? bytes[index] : 0 }
    switch (byte(offset), byte(offset + 1), byte(offset + 2)) {
    case (0x09, _, _): return 1
    case (0xC2, 0xA0, _): return 2
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80): return 3
    default: return 0
    }
  }
}
