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
enum TableReader {
  static func read(
    _ file: SourceFile, _ content: Range<Int>, block: Range<Int>, captions: [String],
    note: (TableFault, Range<Int>) -> Void
  ) -> Table? {
    var caption: String?
    var header: [Table.Cell]?
    var rows: [[Table.Cell]] = []
    var isSound = true
    func fault(_ fault: TableFault, _ range: Range<Int>) {
      isSound = false
      note(fault, range)
    }
    for line in lines(of: file, content) {
      let trimmed = trimmed(line, in: file)
      if trimmed.isEmpty { continue }
      if file.bytes[trimmed.lowerBound] != 0x7C {
        if caption == nil, header == nil, let text = captionText(trimmed, in: file, captions) {
          caption = text
        } else {
          fault(.notARow, trimmed)
        }
        continue
      }
      let cells = cells(trimmed, in: file)
      guard let columns = header?.count else {
        header = cells
        continue
      }
      if rows.isEmpty, isRuler(cells) { continue }
      if cells.count != columns {
        fault(.cellCount(found: cells.count, expected: columns), trimmed)
      } else {
        rows.append(cells)
      }
    }
    let start = block.lowerBound..<file.lineRange(at: block.lowerBound).upperBound
    if caption == nil, isSound { fault(.missingCaption, start) }
    guard let header else {
      if isSound { fault(.noHeader, start) }
      return nil
    }
    if rows.isEmpty, isSound { fault(.noRows, start) }
    return isSound ? Table(caption: caption ?? "", header: header, rows: rows) : nil
  }

  private static func captionText(_ line: Range<Int>, in file: SourceFile, _ captions: [String]) -> String? {
    guard let colon = file.bytes[line].firstIndex(of: 0x3A) else { return nil }
    let key = NameKey.of(file.text(line.lowerBound..<colon))
    guard captions.contains(where: { NameKey.of($0) == key }) else { return nil }
    let text = file.text(trimmed(colon + 1..<line.upperBound, in: file))
    return text.isEmpty ? nil : text
  }

  private static func isRuler(_ cells: [Table.Cell]) -> Bool {
    cells.allSatisfy { cell in
      !cell.value.isEmpty && cell.value.utf8.allSatisfy { $0 == 0x2D || $0 == 0x3A } && cell.value.utf8.contains(0x2D)
    }
  }

  private static func cells(_ row: Range<Int>, in file: SourceFile) -> [Table.Cell] {
    var cells: [Table.Cell] = []
    var start = row.lowerBound + 1
    var index = start
    var text: [UInt8] = []
    func close(_ end: Int) {
      let place = trimmed(start..<end, in: file)
      let words = String(decoding: text, as: UTF8.self)
      cells.append(
        Located(
          String(words.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed()),
          at: place))
    }
    while index < row.upperBound {
      let byte = file.bytes[index]
      if byte == 0x5C, index + 1 < row.upperBound, file.bytes[index + 1] == 0x7C {
        text.append(0x7C)
        index += 2
        continue
      }
      if byte == 0x7C {
        close(index)
        start = index + 1
        text = []
      } else {
        text.append(byte)
      }
      index += 1
    }
    if start < row.upperBound { close(row.upperBound) }
    return cells
  }

  private static func lines(of file: SourceFile, _ content: Range<Int>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = content.lowerBound
    while start < content.upperBound {
      let end = min(
        file.bytes[start..<content.upperBound].firstIndex(of: 0x0A) ?? content.upperBound, content.upperBound)
      lines.append(start..<end)
      start = end + 1
    }
    return lines
  }

  private static func trimmed(_ range: Range<Int>, in file: SourceFile) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    while start < end, isBlank(file.bytes[start]) { start += 1 }
    while end > start, isBlank(file.bytes[end - 1]) { end -= 1 }
    return start..<end
  }
}
