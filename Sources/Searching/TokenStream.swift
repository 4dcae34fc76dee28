import Diagnosing
import Foundation

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
  init(_ document: SearchDocument, _ insert: (UnsafeBufferPointer<UInt8>) -> Int) {
    var scanner = WordScanner()
    func read(_ text: String, _ field: SearchedField) {
      tokens.append(TokenStream.mark(field))
      scanner.scan(text) { tokens.append(UInt32(insert($0))) }
    }
    read(document.title, .title)
    for keyword in document.keywords { read(keyword, .keywords) }
    read(document.summary, .summary)
    for piece in document.body() { read(piece, .body) }
  }

  init(tokens: [UInt32]) {
    self.tokens = tokens
  }
}

extension SearchDocument {
  /// The caller's fingerprint, or a hash of everything that is read for the index.
  var digest: UInt64 {
    guard fingerprint == 0 else { return fingerprint }
    var hash: UInt64 = language == .fi ? 1 : 2
    func add(_ text: String) {
      var text = text
      hash = text.withUTF8 { hash64($0, seed: hash) }
    }
    add(title)
    add(summary)
    for keyword in keywords { add(keyword) }
    add("")
    for piece in body() { add(piece) }
    return hash
  }
}

/// Reads documents on all processors into one lexicon.
enum DocumentReading {
  /// The token streams of `documents`, in order; new forms are added to `lexicon`.
  static func read(_ documents: [SearchDocument], into lexicon: inout Lexicon) -> [TokenStream] {
    let workers = documents.count < 32 ? 1 : ProcessInfo.processInfo.activeProcessorCount
    let chunks = concurrently(workers) { [ranges = evenRanges(documents.count, pieces: workers)] worker in
      var forms = StringTable()
      var streams: [TokenStream] = []
      guard worker < ranges.count else { return (forms, streams) }
      streams.reserveCapacity(ranges[worker].count)
      for index in ranges[worker] { streams.append(TokenStream(documents[index]) { forms.insert($0) }) }
      return (forms, streams)
    }
    var result: [TokenStream] = []
    result.reserveCapacity(documents.count)
    for (forms, streams) in chunks {
      var numbers: [UInt32] = []
      numbers.reserveCapacity(forms.count)
      for number in 0..<forms.count {
        numbers.append(UInt32(forms[number].withUnsafeBufferPointer { lexicon.insert(form: $0) }))
      }
      for var stream in streams {
        for index in stream.tokens.indices where stream.tokens[index] < TokenStream.firstMark {
          stream.tokens[index] = numbers[Int(stream.tokens[index])]
        }
        result.append(stream)
      }
    }
    return result
  }
}
