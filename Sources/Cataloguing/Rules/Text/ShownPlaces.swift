import Diagnosing
import Reading

/// Tells which places of a text reach the page as they are written: not in code, nor in a comment.
///
/// This walks over the whole text, so it is asked only where a sign of a fault was seen.
struct ShownPlaces {
  private let file: SourceFile
  private let code: CodeAreas
  private var comments = SortedRanges()
  /// Texts within fences, which are no code.
  private var notes = SortedRanges()
  /// The line that was asked about last, and how far its backticks have been counted.
  private var line = 0..<0
  private var seen = 0
  private var isInBackticks = false

  init(_ text: WrittenText) {
    file = text.file
    code = CodeAreas(text.entry)
    for section in text.bodies.dropFirst().flatMap(\.sections) { notes.append(section.range) }
    let bytes = text.file.bytes
    var end = 0
    // What opens a comment in code is code.
    for start in text.signs.comments where start >= end && contains(start) {
      end = start + 4
      while end < bytes.count, !(bytes[end] == 0x3E && bytes[end - 1] == 0x2D && bytes[end - 2] == 0x2D) { end += 1 }
      comments.append(start..<end)
    }
    (line, seen, isInBackticks) = (0..<0, 0, false)
  }

  /// - Parameter offset: not before those that were asked about earlier.
  mutating func contains(_ offset: Int) -> Bool {
    let isCode = code.contains(offset) && !notes.contains(offset)
    return !isInBackticks(offset) && !isCode && !comments.contains(offset)
  }

  private mutating func isInBackticks(_ offset: Int) -> Bool {
    if offset >= line.upperBound {
      line = file.lineRange(at: offset)
      (seen, isInBackticks) = (line.lowerBound, false)
    }
    for byte in file.bytes[seen..<max(seen, offset)] where byte == 0x60 { isInBackticks.toggle() }
    seen = max(seen, offset)
    return isInBackticks
  }
}
