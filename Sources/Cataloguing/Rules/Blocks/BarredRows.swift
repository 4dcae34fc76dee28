import Diagnosing

/// Neighbouring lines with bars in them that no row of hyphens makes a table of.
enum BarredRows {
  /// The first line of each table: of two rows or more with as many bars.
  static func tables(in text: WrittenText) -> [Range<Int>] {
    let bars = text.inBody(text.signs.bars)
    // A block whose marks are wrong is that fault, whatever is in it.
    if bars.count < 2 || !text.signs.fenceMarks.isEmpty { return [] }
    let rulers = Set(text.signs.tableRulers)
    var shown = ShownPlaces(text)
    var runs: [[Range<Int>]] = []
    for bar in bars where shown.contains(bar) {
      let line = text.file.lineRange(at: bar)
      if let last = runs.last?.last, isNext(line, after: last, in: text.file.bytes) {
        runs[runs.count - 1].append(line)
      } else {
        runs.append([line])
      }
    }
    return runs.compactMap { lines in
      // A table with a row of hyphens is told of by that.
      if lines.contains(where: { rulers.contains($0.lowerBound) }) { return nil }
      let counts = lines.map { self.bars(in: text.file.bytes[$0]) }
      return zip(lines, zip(counts, counts.dropFirst())).first { $1.0 != nil && $1.0 == $1.1 }?.0
    }
  }

  /// How many bars part the cells of a row: between blanks, or at its edges; nil where it is none. A line that ends in a
  /// break is to stay one.
  private static func bars(in line: ArraySlice<UInt8>) -> Int? {
    let words = line.drop { $0 == 0x20 || $0 == 0x09 }
    let row = words[..<(words.lastIndex { $0 != 0x20 && $0 != 0x09 }.map { $0 + 1 } ?? words.startIndex)]
    if row.last == 0x5C || line.suffix(2).elementsEqual([0x20, 0x20]) { return nil }
    let bars = row.indices.filter { row[$0] == 0x7C && ($0 == row.startIndex || row[$0 - 1] != 0x5C) }
    if bars.count > 2, row.first == 0x7C, row.last == 0x7C { return bars.count }
    func isBlank(_ index: Int) -> Bool { !row.indices.contains(index) || row[index] == 0x20 || row[index] == 0x09 }
    let parting = bars.filter { isBlank($0 - 1) && isBlank($0 + 1) }
    return parting.isEmpty ? nil : parting.count
  }

  private static func isNext(_ line: Range<Int>, after last: Range<Int>, in bytes: [UInt8]) -> Bool {
    let end = bytes[last.upperBound..<max(last.upperBound, line.lowerBound)]
    return end.elementsEqual([0x0A]) || end.elementsEqual([0x0D, 0x0A]) || end.elementsEqual([0x0D])
  }
}
