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

  /// Reads the words of a document, numbering forms by `insert`.
  init(_ document: SearchDocument, body: [String], _ insert: (UnsafeBufferPointer<UInt8>) -> Int) {
    var scanner = WordScanner()
    var bytes: [UInt8] = []
    func read(_ text: String, _ field: SearchedField) {
      bytes.append(UInt8(field.rawValue))
      scanner.scan(text) { bytes.append(varint: insert($0) + 4) }
    }
    bytes.reserveCapacity(4096)
    read(document.title, .title)
    for keyword in document.keywords { read(keyword, .keywords) }
    read(document.summary, .summary)
    for piece in body { read(piece, .body) }
    self.bytes = bytes.withUnsafeBufferPointer { Array($0) }
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
  func digest(body: [String]) -> UInt64 {
    var hash: UInt64 = language == .fi ? 1 : 2
    func add(_ text: String) {
      var text = text
      hash = text.withUTF8 { hash64($0, seed: hash) }
    }
    add(title)
    add(summary)
    for keyword in keywords { add(keyword) }
    add("")
    for piece in body { add(piece) }
    return hash
  }
}
