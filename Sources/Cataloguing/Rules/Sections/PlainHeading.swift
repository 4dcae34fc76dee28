import Diagnosing
import Reading

/// A line of the text that says a section's name without being a heading: in bold, in capitals, after a number,
/// or indented so far that it is code.
struct PlainHeading {
  /// From the first sign to the last.
  let range: Range<Int>
  /// The same with the blanks before it.
  let whole: Range<Int>
  /// The section's name as it is written.
  let name: String

  /// The first line that names a section of the template. The whole text is walked over, so this is asked only
  /// where a section is missing.
  static func line(naming section: Int, in text: WrittenText) -> PlainHeading? {
    let file = text.file
    let code = CodeAreas(text.entry)
    var start = text.entry.frontMatterRange.upperBound
    while start < file.bytes.count {
      let line = file.lineRange(at: start)
      if let found = PlainHeading(line, in: file), text.template.section(named: found.name) == section,
        !code.contains(start)
      {
        return found
      }
      start = max(line.upperBound, start) + 1
    }
    return nil
  }

  private init?(_ line: Range<Int>, in file: SourceFile) {
    // No label is longer with its marks, and a line of running text is.
    guard line.count <= 120 else { return nil }
    var first = line.lowerBound
    var end = line.upperBound
    while first < end, file.bytes[first] == 0x20 || file.bytes[first] == 0x09 { first += 1 }
    while end > first, file.bytes[end - 1] == 0x20 || file.bytes[end - 1] == 0x09 { end -= 1 }
    range = first..<end
    whole = line.lowerBound..<end
    func isMark(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x20, 0x2A, 0x5F, 0x23, 0x3A, 0x5C, 0x2E, 0x29, 0x30...0x39, 0x3D: true
      default: false
      }
    }
    while first < end, isMark(file.bytes[first]) { first += 1 }
    while end > first, isMark(file.bytes[end - 1]) { end -= 1 }
    if first == end { return nil }
    name = file.text(first..<end)
  }
}
