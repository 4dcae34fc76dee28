import Cataloguing
import Diagnosing
import Reading

/// `/data/practices.csv`: a row a practice, made for a spreadsheet with a Finnish locale.
///
/// UTF-8 with a byte order mark, semicolons, line ends CR LF (RFC 4180 but for the semicolon). A cell that
/// a spreadsheet would take for a formula is preceded by `'`, so that opening the file runs nothing.
enum PracticeTable {
  static let header = [
    "slug", "url", "title", "summary", "language", "place", "stage", "funders", "regions", "created", "modified",
    "keywords",
  ]

  static func bytes(_ model: SiteModel) -> [UInt8] {
    let practices = model.catalogue.practices
    var out = Output(capacity: 512 * (practices.count + 1))
    out.append([0xEF, 0xBB, 0xBF])
    row(header, into: &out)
    for practice in practices {
      let data = PracticeData(practice, in: model)
      row(
        [
          practice.slug, practice.path, practice.title, practice.summary, practice.language.rawValue,
          practice.place, data.stageCode, list(data.funders.map { $0.names[practice.language] }),
          list(data.regions.map { $0.names[practice.language] }), practice.created.iso, practice.modified.iso,
          list(data.keywords),
        ], into: &out)
    }
    return Array(out.bytes)
  }

  private static func list(_ texts: [String]) -> String { String(joining: texts, separator: ", ") }

  private static func row(_ cells: [String], into out: inout Output) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { out.append(";") }
      append(cell, to: &out)
    }
    out.append("\r\n")
  }

  private static func append(_ cell: String, to out: inout Output) {
    let text = startsFormula(cell) ? "'" + cell : cell
    let isPlain = text.withBytes { bytes in
      bytes.firstIndex(from: 0) {
        $0.equal(to: 0x3B) | $0.equal(to: 0x22) | $0.equal(to: 0x0A) | $0.equal(to: 0x0D)
      } == bytes.count
    }
    if isPlain { return out.append(text) }
    out.append("\"")
    out.append(text.replacing("\"", with: "\"\""))
    out.append("\"")
  }

  /// Spreadsheets look past blanks and full-width forms of the signs that start a formula.
  private static func startsFormula(_ cell: String) -> Bool {
    if let byte = cell.utf8.first, (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 { return false }
    guard let first = cell.unicodeScalars.first(where: { $0 != " " && $0 != "\u{A0}" }) else { return false }
    return "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first)
  }
}
