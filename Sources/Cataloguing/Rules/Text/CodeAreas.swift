import Diagnosing
import Reading

/// Which lines of a text stand in fenced code, where signs mean nothing.
///
/// This walks over the whole text, so it is asked only where a sign of a fault was seen.
struct CodeAreas {
  private var areas = SortedRanges()

  init(_ entry: Entry) {
    let file = entry.file
    var fence: (mark: UInt8, count: Int, start: Int)?
    var line = entry.frontMatterRange.upperBound
    while line < file.bytes.count {
      let range = file.lineRange(at: line)
      if let (mark, count, rest) = CodeAreas.fence(in: file.bytes, range) {
        if let open = fence {
          if mark == open.mark, count >= open.count, rest.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
            areas.append(open.start..<range.upperBound)
            fence = nil
          }
        } else {
          fence = (mark, count, range.lowerBound)
        }
      }
      line = range.upperBound + 1
      if line < file.bytes.count, file.bytes[line] == 0x0A, file.bytes[line - 1] == 0x0D { line += 1 }
    }
    if let fence { areas.append(fence.start..<file.bytes.count) }
  }

  func contains(_ offset: Int) -> Bool { areas.contains(offset) }

  /// The mark of a fence, how many of it there are, and what follows them.
  private static func fence(in bytes: [UInt8], _ line: Range<Int>) -> (UInt8, Int, ArraySlice<UInt8>)? {
    let text = bytes[line].drop { $0 == 0x20 || $0 == 0x3E }
    guard let mark = text.first, mark == 0x60 || mark == 0x7E else { return nil }
    let count = text.prefix { $0 == mark }.count
    return count >= 3 ? (mark, count, text.dropFirst(count)) : nil
  }
}

/// Ranges in ascending order that do not overlap, asked about offsets.
struct SortedRanges {
  private var ranges: [Range<Int>] = []

  mutating func append(_ range: Range<Int>) { ranges.append(range) }

  func contains(_ offset: Int) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(offset)
  }
}
