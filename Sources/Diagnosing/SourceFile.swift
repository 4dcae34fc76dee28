/// A file's bytes with the path that a reader knows it by.
///
/// ```swift
/// let file = SourceFile(path: "content/practices/malli.md", bytes: Array("---\n".utf8))
/// file.position(at: 2)  // 1:3
/// ```
///
/// Every place in a file is a UTF-8 byte offset from its start, the byte order mark included;
/// lines and columns are derived from offsets only when something is printed.
public struct SourceFile: Sendable, Hashable {
  /// Relative to the site's folder, with `/` between its parts.
  public let path: String
  public let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The offset of the first byte after a byte order mark: 3 where there is one, else 0.
  public var contentStart: Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The text of a range; bytes that are not UTF-8 come out as U+FFFD.
  public func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: bytes.indices)], as: UTF8.self)
  }
}

/// A place as people say it: line and column, both counted from 1.
public struct SourcePosition: Sendable, Hashable, CustomStringConvertible {
  public let line: Int
  /// Unicode scalars from the start of the line, a tab or a carriage return being one each.
  public let column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public var description: String { "\(line):\(column)" }
}

extension SourceFile {
  /// The line and column of an offset; an offset past the end counts as the end.
  ///
  /// A line ends at LF, CR LF or a lone CR, as in CommonMark. The byte order mark has no column.
  public func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, contentStart), bytes.count)
    var line = 1
    var lineStart = contentStart
    var index = lineStart
    while index < offset {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A || (byte == 0x0D && !(index < bytes.count && bytes[index] == 0x0A)) {
        line += 1
        lineStart = index
      }
    }
    let column = bytes[lineStart..<offset].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    return SourcePosition(line: line, column: column)
  }

  /// The bytes of the line that holds an offset, without its line end.
  public func lineRange(at offset: Int) -> Range<Int> {
    let offset = min(max(offset, contentStart), bytes.count)
    func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
    var start = offset
    // The line feed of a CR LF belongs to the line that it ends.
    if start > contentStart, start < bytes.count, bytes[start] == 0x0A, bytes[start - 1] == 0x0D { start -= 1 }
    var end = start
    while start > contentStart, !endsLine(bytes[start - 1]) { start -= 1 }
    while end < bytes.count, !endsLine(bytes[end]) { end += 1 }
    return start..<end
  }
}
