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
struct TokenStream: Sendable {
  /// Numbers from here on are marks.
  static let firstMark = UInt32.max - 15

  var tokens: [UInt32] = []

  static func mark(_ field: SearchedField) -> UInt32 { firstMark + field.rawValue }

  static func field(_ mark: UInt32) -> SearchedField {
    SearchedField(rawValue: mark - firstMark) ?? .body
  }

  /// Reads the words of a document, numbering forms by `insert`.
  init(_ document: SearchDocument, body: [String], _ insert: (UnsafeBufferPointer<UInt8>) -> Int) {
    var scanner = WordScanner()
    func read(_ text: String, _ field: SearchedField) {
      tokens.append(TokenStream.mark(field))
      scanner.scan(text) { tokens.append(UInt32(insert($0))) }
    }
    tokens.reserveCapacity(2048)
    read(document.title, .title)
    for keyword in document.keywords { read(keyword, .keywords) }
    read(document.summary, .summary)
    for piece in body { read(piece, .body) }
    // No longer than it has to be: ten thousand of these are kept at a time.
    tokens = tokens.withUnsafeBufferPointer { Array($0) }
  }

  init(tokens: [UInt32]) {
    self.tokens = tokens
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

extension TokenStream {
  mutating func renumber(_ numbers: [UInt32]) {
    for index in tokens.indices where tokens[index] < TokenStream.firstMark {
      tokens[index] = numbers[Int(tokens[index])]
    }
  }
}
