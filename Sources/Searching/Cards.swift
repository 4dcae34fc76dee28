/// What is shown of documents, written for any number of them.
///
/// It is text, column by column, since like compresses best beside like (a fifth less than records): a line with the
/// columns' names, `[]` after those of lists, which are joined by commas; then for each column a line a document.
///
/// `cards/N.txt` holds those of a block of documents: all, up to 64; otherwise four (0.6 kB under gzip), and from 4,096 on
/// eight (0.9 kB). Results are anywhere among the documents, so a query's first ones are taken from few blocks where many
/// are equally good, or from the files of common words (``BestCards``).
struct Cards: Sendable {
  private let documents: [SearchDocument]
  /// The columns' names, the first line.
  private let names: String
  /// A hash of everything that each card shows; empty where one of all of them is known.
  private let fingerprints: [UInt64]
  /// The same of all cards and their order.
  let fingerprint: UInt64

  /// - Parameters:
  ///   - documents: in the order of their numbers.
  ///   - fingerprint: of the documents without their texts; nil where nobody knows one.
  init(_ documents: [SearchDocument], fingerprint: UInt64?) {
    self.documents = documents
    let fields = documents.first?.stored ?? []
    names = fields.reduce("slug language title summary") { names, field in
      if case .list = field.value { "\(names) \(field.name)[]" } else { "\(names) \(field.name)" }
    }
    if let fingerprint {
      fingerprints = []
      self.fingerprint = fingerprint
      return
    }
    let blocks = DocumentFiles.blocks(documents.count, 256)
    fingerprints = concurrently(blocks.count) { blocks[$0].map { Cards.fingerprint(documents, $0) } }.flatMap(\.self)
    self.fingerprint = fingerprints.reduce(hash64(names)) { hash64($1, seed: $0) }
  }

  func files(block: Int) -> [SearchFile] {
    DocumentFiles.blocks(documents.count, block).enumerated().map { number, range in
      let fingerprint = fingerprints.isEmpty ? fingerprint : fingerprint(of: range)
      return SearchFile(path: "cards/\(number).txt", fingerprint: fingerprint) { text(of: range) }
    }
  }

  /// A hash of the cards of some documents.
  private func fingerprint(of numbers: Range<Int>) -> UInt64 {
    numbers.reduce(hash64(names)) { hash64(fingerprints[$1], seed: $0) }
  }

  /// The cards of some documents.
  ///
  /// - Parameter isNumbered: whether the documents' numbers are the first column.
  func text(of numbers: some Collection<Int>, isNumbered: Bool = false) -> [UInt8] {
    var bytes = Array(((isNumbered ? "number " : "") + names).utf8)
    if isNumbered { for number in numbers { bytes.append(line: String(number)) } }
    // Each value is taken out of its document by itself: a document as a whole is counted text by text.
    for number in numbers { bytes.append(line: documents[number].slug) }
    for number in numbers { bytes.append(line: documents[number].language.rawValue) }
    for number in numbers { bytes.append(line: documents[number].title) }
    for number in numbers { bytes.append(line: documents[number].summary) }
    for index in documents.first?.stored.indices ?? 0..<0 {
      for number in numbers { bytes.append(line: stored(index, of: number)) }
    }
    return bytes
  }

  private func stored(_ index: Int, of number: Int) -> String {
    switch index < documents[number].stored.count ? documents[number].stored[index].value : nil {
    case .text(let text): text
    case .list(let list): list.joined(separator: ",")
    case nil: ""
    }
  }

  private static func fingerprint(_ documents: [SearchDocument], _ number: Int) -> UInt64 {
    var hash = hash64(documents[number].language.rawValue, seed: hash64(documents[number].slug))
    hash = hash64(documents[number].summary, seed: hash64(documents[number].title, seed: hash))
    for field in documents[number].stored {
      hash = hash64(field.name, seed: hash)
      switch field.value {
      case .text(let text): hash = hash64(text, seed: hash)
      case .list(let list): hash = list.reduce(hash &+ UInt64(list.count)) { hash64($1, seed: $0) }
      }
    }
    return hash
  }
}

extension [UInt8] {
  /// Begins a line and appends a text, the line ends in it as spaces.
  fileprivate mutating func append(line text: String) {
    append(0x0A)
    let start = count
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
    for place in start..<count where self[place] == 0x0A { self[place] = 0x20 }
  }
}
