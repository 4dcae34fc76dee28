/// A source line cut to a width that a terminal holds, with the range in it underlined.
///
/// Control, bidirectional and zero-width characters are shown as `·`, so that a hostile line cannot
/// rewrite the terminal; a combining mark stays with its letter, and both take one column.
struct Excerpt {
  let line: String
  let padding: String
  let underline: String

  /// Columns shown at most; longer lines are cut around the range.
  static let width = 100
  /// Bytes looked at on either side; enough for the width in any script.
  private static let reach = 400

  /// - Parameters:
  ///   - lineRange: the bytes of the line, without its end.
  ///   - marked: the bytes to underline, within the line.
  init(of marked: Range<Int>, in lineRange: Range<Int>, _ file: SourceFile) {
    let before = max(lineRange.lowerBound, marked.lowerBound - Excerpt.reach)..<marked.lowerBound
    let within = marked.lowerBound..<min(marked.upperBound, marked.lowerBound + Excerpt.reach)
    let after = within.upperBound..<min(lineRange.upperBound, within.upperBound + Excerpt.reach)
    var left = Cell.cells(of: file.text(file.wholeCharacters(before)))
    var middle = Cell.cells(of: file.text(file.wholeCharacters(within)), isMarked: true)
    var right = Cell.cells(of: file.text(file.wholeCharacters(after)))

    middle.cut(to: Excerpt.width, isCut: within.upperBound < marked.upperBound)
    let room = Excerpt.width - min(middle.width, Excerpt.width)
    left.cutStart(
      to: max(room - min(right.width, room / 2), 20), isCut: before.lowerBound > lineRange.lowerBound)
    right.cut(to: max(Excerpt.width - left.width - middle.width, 10), isCut: after.upperBound < lineRange.upperBound)

    line = (left + middle + right).map(\.text).joined()
    padding = left.map { $0.text == "\t" ? "\t" : String(repeating: " ", count: $0.width) }.joined()
    underline = "^" + String(repeating: "~", count: max(0, middle.width - 1))
  }

  /// A text of one line as it may be shown.
  static func shown(_ text: String) -> String {
    Cell.cells(of: text).map(\.text).joined()
  }
}

/// What a terminal shows as one letter.
private struct Cell {
  var text: String
  let width: Int

  static func cells(of text: String, isMarked: Bool = false) -> [Cell] {
    var cells: [Cell] = []
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark:
        if cells.isEmpty { cells.append(Cell(text: " ", width: 1)) }
        cells[cells.count - 1].text.unicodeScalars.append(scalar)
      case .control where scalar == "\t": cells.append(Cell(text: isMarked ? "→" : "\t", width: 1))
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate:
        cells.append(Cell(text: "·", width: 1))
      case .spaceSeparator where isMarked && scalar != " ": cells.append(Cell(text: "␣", width: 1))
      default: cells.append(Cell(text: String(Character(scalar)), width: isWide(scalar) ? 2 : 1))
      }
    }
    return cells
  }

  /// Letters of East Asian scripts and pictures take two columns.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}

extension [Cell] {
  fileprivate var width: Int { reduce(0) { $0 + $1.width } }

  /// Leaves cells from the start, and `…` where some were cut, now or before.
  fileprivate mutating func cut(to width: Int, isCut: Bool) {
    var isCut = isCut
    var total = self.width
    while total > width, let last = popLast() {
      total -= last.width
      isCut = true
    }
    if isCut { append(Cell(text: "…", width: 1)) }
  }

  /// Leaves cells from the end.
  fileprivate mutating func cutStart(to width: Int, isCut: Bool) {
    reverse()
    cut(to: width, isCut: isCut)
    reverse()
  }
}

extension SourceFile {
  /// A range without the bytes of characters that it holds only in part.
  fileprivate func wholeCharacters(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < min(end, range.lowerBound + 3), bytes[start] & 0xC0 == 0x80 { start += 1 }
    while end > max(start, range.upperBound - 3), end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return start..<end
  }
}
