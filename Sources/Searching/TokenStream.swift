import Diagnosing

/// The fields of a document, in the order they are read; a match weighs more in the first than in the last.
enum SearchedField: UInt32, CaseIterable, Sendable {
  case title, keywords, summary, body

  /// Weight in fifths of a word of the body.
  var weight: Int {
    switch self {
    case .title: 25
    case .keywords: 20
    case .summary: 15
    case .body: 5
    }
  }
}

/// The words of one document as numbers of forms; a mark before each piece of text tells its field.
///
/// It is kept packed, as in ``ByteReader``: the mark of a field as its number, a form as its number and four. Forms are
/// numbered in the order they are met, so that the common ones take a byte; ten thousand documents are kept at a time.
struct TokenStream: Sendable {
  /// Numbers from here on are marks, among those that ``read(_:)`` gives.
  static let firstMark = UInt32.max - 15

  private let bytes: [UInt8]

  static func field(_ mark: UInt32) -> SearchedField {
    SearchedField(rawValue: mark - firstMark) ?? .body
  }

  /// The stream of no document.
  init() {
    bytes = []
  }

  /// Reads the words of a document, numbering forms by a tally.
  init(_ document: SearchDocument, body: [SearchText], _ tally: inout FormTally) {
    var writer = Writer(isFinnish: document.language == .fi)
    writer.read(document.title, .title, &tally)
    for keyword in document.keywords { writer.read(keyword, .keywords, &tally) }
    writer.read(document.summary, .summary, &tally)
    for text in body { text.bytes.withUnsafeBufferPointer { writer.read($0, .body, &tally) } }
    bytes = writer.bytes.withUnsafeBufferPointer { Array($0) }
  }

  /// Puts the words of a document together. A value that is passed on, for what nested functions share is watched over
  /// at every word.
  private struct Writer {
    let isFinnish: Bool
    private(set) var bytes: [UInt8] = []
    private var scanner = WordScanner()

    init(isFinnish: Bool) {
      self.isFinnish = isFinnish
      bytes.reserveCapacity(4096)
    }

    mutating func read(_ text: String, _ field: SearchedField, _ tally: inout FormTally) {
      var text = text
      text.withUTF8 { read($0, field, &tally) }
    }

    mutating func read(_ text: UnsafeBufferPointer<UInt8>, _ field: SearchedField, _ tally: inout FormTally) {
      bytes.append(UInt8(field.rawValue))
      scanner.scan(text) { [isFinnish] in bytes.append(varint: tally.note($0, isFinnish: isFinnish) + 4) }
    }
  }

  /// Gives the forms and, from `firstMark` on, the marks in order.
  @inline(__always)
  func read(_ body: (UInt32) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      var reader = ByteReader(bytes)
      while !reader.isAtEnd {
        let number = reader.number()
        body(number < 4 ? TokenStream.firstMark + UInt32(number) : UInt32(number - 4))
      }
    }
  }
}

extension SearchDocument {
  /// A hash of everything that is read for the index.
  func digest(body: [SearchText]) -> UInt64 {
    var hash: UInt64 = language == .fi ? 1 : 2
    func add(_ text: String) {
      var text = text
      hash = text.withUTF8 { hash64($0, seed: hash) }
    }
    add(title)
    add(summary)
    for keyword in keywords { add(keyword) }
    add("")
    for text in body { hash = text.bytes.withUnsafeBufferPointer { hash64($0, seed: hash) } }
    return hash
  }
}
