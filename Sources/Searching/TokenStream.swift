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
  init(_ document: SearchDocument, body: [String], _ insert: (UnsafeBufferPointer<UInt8>) -> Int) {
    var scanner = WordScanner()
    func read(_ text: String, _ field: SearchedField) {
      tokens.append(TokenStream.mark(field))
      scanner.scan(text) { tokens.append(UInt32(insert($0))) }
    }
    read(document.title, .title)
    for keyword in document.keywords { read(keyword, .keywords) }
    read(document.summary, .summary)
    for piece in body { read(piece, .body) }
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

/// Reads documents on all processors into one lexicon.
struct DocumentReading: Sendable {
  /// What became of one document: its digest, and its words unless they are the ones remembered.
  struct Outcome: Sendable {
    var digest: UInt64
    var stream: TokenStream?
  }

  /// The digests of the texts that need not be read, by slug.
  let known: [String: UInt64]

  /// Reads the documents whose digest is not the known one, in order; new forms are added to `lexicon`.
  func read(_ documents: [SearchDocument], into lexicon: inout Lexicon) -> [Outcome] {
    let workers = documents.count < 32 ? 1 : ProcessInfo.processInfo.activeProcessorCount
    let chunks = concurrently(workers) { [ranges = evenRanges(documents.count, pieces: workers)] worker in
      var forms = StringTable()
      var outcomes: [Outcome] = []
      guard worker < ranges.count else { return (forms, outcomes) }
      outcomes.reserveCapacity(ranges[worker].count)
      for index in ranges[worker] { outcomes.append(read(documents[index], &forms)) }
      return (forms, outcomes)
    }
    var result: [Outcome] = []
    result.reserveCapacity(documents.count)
    for (forms, outcomes) in chunks {
      var numbers: [UInt32] = []
      numbers.reserveCapacity(forms.count)
      for number in 0..<forms.count {
        numbers.append(UInt32(forms[number].withUnsafeBufferPointer { lexicon.insert(form: $0) }))
      }
      for var outcome in outcomes {
        outcome.stream?.renumber(numbers)
        result.append(outcome)
      }
    }
    return result
  }

  private func read(_ document: SearchDocument, _ forms: inout StringTable) -> Outcome {
    let known = known[document.slug]
    if document.fingerprint != 0, document.fingerprint == known { return Outcome(digest: document.fingerprint) }
    let body = document.body()
    let digest = document.fingerprint == 0 ? document.digest(body: body) : document.fingerprint
    if digest == known { return Outcome(digest: digest) }
    return Outcome(digest: digest, stream: TokenStream(document, body: body) { forms.insert($0) })
  }
}

extension TokenStream {
  fileprivate mutating func renumber(_ numbers: [UInt32]) {
    for index in tokens.indices where tokens[index] < TokenStream.firstMark {
      tokens[index] = numbers[Int(tokens[index])]
    }
  }
}
