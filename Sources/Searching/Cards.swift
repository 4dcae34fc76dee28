/// What is shown of documents, written for any number of them.
///
/// It is text, column by column, since like compresses best beside like (a fifth less than records): a line with the
/// columns' names, `[]` after those of lists, which are joined by commas; then for each column a line a document.
///
/// `cards/N.txt` holds those of a block of documents: all, up to 64; otherwise four (0.6 kB under gzip), and from 1,000 on
/// eight (0.9 kB). A result's card is anywhere among the documents, so every card costs a file of its own, unless there is
/// only one file or a common word is asked for (``BestCards``).
struct Cards: Sendable {
  /// The columns' names, the first line.
  private let names: String
  /// The lines of every card, each after the line feed before it; a document's stand together.
  private let lines: ByteStrings
  private let columns: Int
  private let count: Int
  /// A hash of everything that each card shows.
  private let fingerprints: [UInt64]
  /// The same of all cards and their order.
  let fingerprint: UInt64

  /// - Parameter documents: in the order of slugs.
  init(_ documents: [SearchDocument]) {
    let fields = documents.first?.stored ?? []
    let columns = 4 + fields.count
    let names = fields.reduce("slug language title summary") { names, field in
      if case .list = field.value { "\(names) \(field.name)[]" } else { "\(names) \(field.name)" }
    }
    let blocks = DocumentFiles.blocks(documents.count, 1024)
    let lines = ByteStrings(
      joining: concurrently(blocks.count) { block in
        var writer = ByteStrings.Writer()
        for number in blocks[block] { Cards.write(documents[number], columns: columns, to: &writer) }
        return writer
      })
    (self.names, self.lines, self.columns, count) = (names, lines, columns, documents.count)
    fingerprints = documents.indices.map { hash64(lines.joined(($0 * columns)..<(($0 + 1) * columns))) }
    fingerprint = fingerprints.reduce(hash64(names)) { hash64($1, seed: $0) }
  }

  func files(block: Int) -> [SearchFile] {
    DocumentFiles.blocks(count, block).enumerated().map { number, range in
      SearchFile(path: "cards/\(number).txt", fingerprint: fingerprint(of: range, seed: 0)) { text(of: range) }
    }
  }

  /// A hash of the cards of some documents.
  func fingerprint(of numbers: some Sequence<Int>, seed: UInt64) -> UInt64 {
    numbers.reduce(hash64(names, seed: seed)) { hash64(fingerprints[$1], seed: $0) }
  }

  /// The cards of some documents.
  ///
  /// - Parameter isNumbered: whether the documents' numbers are the first column.
  func text(of numbers: some Collection<Int>, isNumbered: Bool = false) -> [UInt8] {
    var bytes = Array(((isNumbered ? "number " : "") + names).utf8)
    if isNumbered { for number in numbers { bytes.append(line: String(number)) } }
    for column in 0..<columns {
      for number in numbers { bytes.append(contentsOf: lines[number * columns + column]) }
    }
    return bytes
  }

  private static func write(_ document: SearchDocument, columns: Int, to writer: inout ByteStrings.Writer) {
    func write(_ text: String) {
      writer.bytes.append(line: text)
      writer.close()
    }
    write(document.slug)
    write(document.language.rawValue)
    write(document.title)
    write(document.summary)
    for index in 0..<(columns - 4) {
      switch index < document.stored.count ? document.stored[index].value : nil {
      case .text(let text): write(text)
      case .list(let list): write(list.joined(separator: ","))
      case nil: write("")
      }
    }
  }
}

extension [UInt8] {
  /// Begins a line and appends a text, the line ends in it as spaces.
  fileprivate mutating func append(line text: String) {
    append(0x0A)
    let start = count
    append(contentsOf: text.utf8)
    for place in start..<count where self[place] == 0x0A { self[place] = 0x20 }
  }
}
