import Diagnosing

/// The lines around one whose mark a word touches: whether they are a list that it was to be in.
struct ListNeighbours {
  private let file: SourceFile
  private let line: Range<Int>

  init(_ line: Range<Int>, in file: SourceFile) {
    self.line = line
    self.file = file
  }

  /// Whether a number goes on with the list above or is gone on with below, `1. Kutsu`, `2.Kahvi`; or a hyphen stands
  /// between two items.
  func hold(mark: Range<Int>) -> Bool {
    let (before, after) = (item(in: above), item(in: below))
    switch Mark(file.bytes[mark][...]) {
    case .number(let number, let sign)?:
      return before == .number(number - 1, sign) || after == .number(number + 1, sign)
    case .hyphen?: return before == .hyphen && after == .hyphen
    case nil: return false
    }
  }

  private enum Mark: Equatable {
    case hyphen
    case number(Int, UInt8)

    init?(_ bytes: ArraySlice<UInt8>) {
      if bytes.elementsEqual([0x2D]) {
        self = .hyphen
        return
      }
      guard let sign = bytes.last, sign == 0x2E || sign == 0x29,
        let number = Int(String(decoding: bytes.dropLast(), as: UTF8.self))
      else { return nil }
      self = .number(number, sign)
    }
  }

  /// The mark of a line that is an item of a list.
  private func item(in line: Range<Int>?) -> Mark? {
    guard let line else { return nil }
    let words = file.bytes[line].drop { $0 == 0x20 }
    guard let end = words.firstIndex(where: { $0 == 0x20 || $0 == 0x09 }) else { return nil }
    return Mark(words[..<end])
  }

  /// The next lines with anything on them, over one empty line at most.
  private var above: Range<Int>? {
    var start = line.lowerBound
    for _ in 0..<2 where start > file.contentStart {
      let above = file.lineRange(at: start - 1)
      if !above.isEmpty { return above }
      start = above.lowerBound
    }
    return nil
  }

  private var below: Range<Int>? {
    var end = line.upperBound
    for _ in 0..<2 where end < file.bytes.count {
      let isPair = end + 1 < file.bytes.count && file.bytes[end] == 0x0D && file.bytes[end + 1] == 0x0A
      let next = end + (isPair ? 2 : 1)
      guard next < file.bytes.count else { return nil }
      let below = file.lineRange(at: next)
      // An empty line's range is that of the line before or of itself, with nothing in it.
      if below.lowerBound == next, !below.isEmpty { return below }
      end = next
    }
    return nil
  }
}
