import Diagnosing

/// Finds the front matter: what stands between two lines that are exactly `---`, the first of them
/// being the first line of the file.
enum FrontMatter {
  struct Parts {
    /// Both fences and all between them.
    let whole: Range<Int>
    /// Between the fences.
    let yaml: Range<Int>
    let bodyStart: Int
  }

  struct Fault: Error {
    let diagnostic: Diagnostic
  }

  static func split(_ file: SourceFile) -> Result<Parts, Fault> {
    let bytes = file.bytes
    let start = file.contentStart
    guard let first = fence(in: bytes, at: start) else {
      return .failure(Fault(diagnostic: FrontMatterFaults(file).withoutStart()))
    }
    var line = first
    while line < bytes.count {
      if let after = fence(in: bytes, at: line) {
        return .success(Parts(whole: start..<after, yaml: first..<line, bodyStart: after))
      }
      line = nextLine(in: bytes, after: line)
    }
    return .failure(Fault(diagnostic: FrontMatterFaults(file).unclosed()))
  }

  /// The offset after a line that is exactly `---`, or nil when the line is another.
  static func fence(in bytes: [UInt8], at start: Int) -> Int? {
    guard start + 3 <= bytes.count, bytes[start] == 0x2D, bytes[start + 1] == 0x2D, bytes[start + 2] == 0x2D else {
      return nil
    }
    let end = start + 3
    if end == bytes.count { return end }
    if bytes[end] == 0x0A { return end + 1 }
    guard bytes[end] == 0x0D else { return nil }
    return end + 1 < bytes.count && bytes[end + 1] == 0x0A ? end + 2 : end + 1
  }

  /// The start of the line after the one that holds an offset.
  static func nextLine(in bytes: [UInt8], after start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    if index < bytes.count, bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
    return min(index + 1, bytes.count)
  }
}
