import Diagnosing
import Reading

/// Reads the lines of a `taulukko` block.
///
/// ```text
/// otsikko: Pienluokat
/// | Koulu | Oppilaita enintään |
/// |---|---|
/// | Hakkari | 10 |
/// ```
///
/// A bar inside a cell is written `\|`. A row of `|---|---|` after the header is skipped.
struct TableReader {
  private let file: SourceFile
  /// The opening fence and its info string, where what is missing is reported.
  private let opening: Range<Int>
  private let captions: [String]
  private(set) var faults: [(fault: TableFault, range: Range<Int>)] = []

  private var caption: String?
  private var header: Row?
  private var ruler: Row?
  private var rows: [Row] = []
  private var isAmongOthers = false

  private struct Row {
    let cells: [Table.Cell]
    let range: Range<Int>
  }

  /// - Parameter captions: the accepted keys of the caption's line.
  init(_ file: SourceFile, opening: Range<Int>, captions: [String]) {
    self.file = file
    self.opening = opening
    self.captions = captions
  }

  /// The table of a block's lines; nil, with faults noted, where it is none.
  mutating func read(_ content: Range<Int>) -> Table? {
    var start = content.lowerBound
    while start < content.upperBound {
      let end = file.bytes[start..<content.upperBound].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? content.upperBound
      read(line: trimmed(start..<end))
      start = end + 1
    }
    if faults.isEmpty { judge() }
    guard faults.isEmpty, let caption, let header else { return nil }
    return Table(caption: caption, header: header.cells, rows: rows.map(\.cells))
  }

  /// Of lines that are no rows, one after the other, the first is reported.
  private mutating func noteNotARow(_ line: Range<Int>) {
    defer { isAmongOthers = true }
    if !isAmongOthers { faults.append((.notARow, line)) }
  }

  private mutating func read(line: Range<Int>) {
    if line.isEmpty { return }
    if file.bytes[line.lowerBound] == UInt8(ascii: "|") { isAmongOthers = false }
    guard file.bytes[line.lowerBound] == UInt8(ascii: "|") else { return readCaption(line) }
    let row = Row(cells: cells(line), range: line)
    if header == nil {
      if isRuler(row) { faults.append((.noHeader, line)) } else { header = row }
    } else if rows.isEmpty, ruler == nil, isRuler(row) {
      ruler = row
    } else {
      rows.append(row)
    }
  }

  private mutating func readCaption(_ line: Range<Int>) {
    guard caption == nil, header == nil, let colon = file.bytes[line].firstIndex(of: UInt8(ascii: ":")),
      isCaptionKey(file.text(line.lowerBound..<colon))
    else { return noteNotARow(line) }
    let text = trimmed(colon + 1..<line.upperBound)
    if text.isEmpty { faults.append((.missingCaption, line)) }
    caption = file.text(text)
  }

  private func isCaptionKey(_ text: String) -> Bool {
    if captions.contains(text) { return true }
    let key = NameKey.of(text)
    return captions.contains { NameKey.of($0) == key }
  }

  /// What shows only when all lines are read. Where all rows agree and the header does not, the header is
  /// at fault and not each of them.
  private mutating func judge() {
    guard let header else { return faults.append((.noHeader, opening)) }
    guard let count = rows.first?.cells.count else { return faults.append((.noRows, opening)) }
    let expected = header.cells.count
    let agree = rows.allSatisfy { $0.cells.count == count }
    if agree, count != expected, rows.count > 1 || ruler?.cells.count == count {
      faults.append((.headerCount(found: expected, expected: count), header.range))
    } else {
      for row in rows where row.cells.count != expected {
        faults.append((.cellCount(found: row.cells.count, expected: expected), row.range))
      }
    }
    if faults.isEmpty, caption == nil { faults.append((.missingCaption, opening)) }
  }

  private func isRuler(_ row: Row) -> Bool {
    row.cells.allSatisfy { cell in
      cell.value.utf8.contains(UInt8(ascii: "-"))
        && cell.value.utf8.allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }
    }
  }

  private func cells(_ row: Range<Int>) -> [Table.Cell] {
    var cells: [Table.Cell] = []
    var start = row.lowerBound + 1
    var index = start
    var hasEscape = false
    func close(_ end: Int) {
      let place = trimmed(start..<end)
      let text = file.text(place)
      cells.append(Located(hasEscape ? text.replacing("\\|", with: "|") : text, at: place))
    }
    while index < row.upperBound {
      let byte = file.bytes[index]
      if byte == UInt8(ascii: "\\"), index + 1 < row.upperBound, file.bytes[index + 1] == UInt8(ascii: "|") {
        hasEscape = true
        index += 2
        continue
      }
      if byte == UInt8(ascii: "|") {
        close(index)
        start = index + 1
        hasEscape = false
      }
      index += 1
    }
    if start < row.upperBound { close(row.upperBound) }
    return cells
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    while start < end, isBlank(file.bytes[start]) { start += 1 }
    while end > start, isBlank(file.bytes[end - 1]) { end -= 1 }
    return start..<end
  }
}
