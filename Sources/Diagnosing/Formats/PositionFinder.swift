/// Lines and columns of many places, found in one walk when they come in the order of the file.
///
/// `SourceFile.position(at:)` counts from the file's start each time; this goes on from the place before.
struct PositionFinder {
  private var file: SourceFile?
  private var offset = 0
  private var line = 1
  private var column = 1

  mutating func position(at wanted: Int, in file: SourceFile) -> SourcePosition {
    let wanted = min(max(wanted, file.contentStart), file.bytes.count)
    if wanted < offset || self.file?.path != file.path || self.file?.bytes.count != file.bytes.count {
      self.file = file
      (offset, line, column) = (file.contentStart, 1, 1)
    }
    file.bytes.withUnsafeBufferPointer { bytes in
      while offset < wanted {
        let byte = bytes[offset]
        offset += 1
        if byte == 0x0A || (byte == 0x0D && !(offset < bytes.count && bytes[offset] == 0x0A)) {
          line += 1
          column = 1
        } else if offset == bytes.count || bytes[offset] & 0xC0 != 0x80 {
          column += 1
        }
      }
    }
    return SourcePosition(line: line, column: column)
  }

  /// The first and the past-the-last place of a range.
  mutating func positions(of range: Range<Int>, in file: SourceFile) -> (start: SourcePosition, end: SourcePosition) {
    let start = position(at: range.lowerBound, in: file)
    var ahead = self
    return (start, ahead.position(at: range.upperBound, in: file))
  }
}
