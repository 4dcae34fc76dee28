import Diagnosing

/// What one build leaves to the next: every word form's analysis and the words of every document.
///
/// It changes how fast an index is built, never what is in it.
public struct SearchMemory: Sendable {
  var lexicon = Lexicon()
  var documents: [String: Remembered] = [:]
  /// The versions that the analyses were made with; nil before the first.
  var version: VoikkoVersion?

  struct Remembered: Sendable {
    var digest: UInt64
    var stream: TokenStream
  }

  public init() {}

  /// The token streams of the documents, in order, with every form analysed that they need.
  mutating func streams(of wanted: [SearchDocument]) throws(SearchFailure) -> [TokenStream] {
    let hasFinnish = wanted.contains { $0.language == .fi }
    if hasFinnish {
      let installed = try VoikkoVersion.installed()
      if let version, version != installed { self = SearchMemory() }
      version = installed
    }
    let digests = wanted.map(\.digest)
    let changed = wanted.indices.filter { documents[wanted[$0].slug]?.digest != digests[$0] }
    let read = DocumentReading.read(changed.map { wanted[$0] }, into: &lexicon)
    for (index, stream) in zip(changed, read) {
      documents[wanted[index].slug] = Remembered(digest: digests[index], stream: stream)
    }
    if documents.count > wanted.count {
      let slugs = Set(wanted.map(\.slug))
      documents = documents.filter { slugs.contains($0.key) }
    }
    let streams = wanted.map { documents[$0.slug]?.stream ?? TokenStream(tokens: []) }
    try prepare(zip(wanted, streams))
    return streams
  }

  /// Makes the terms of every form of the documents.
  private mutating func prepare(
    _ pairs: Zip2Sequence<[SearchDocument], [TokenStream]>
  ) throws(SearchFailure) {
    var isNeeded = [Bool](repeating: false, count: lexicon.forms.count)
    for (document, stream) in pairs {
      for token in stream.tokens where token < TokenStream.firstMark {
        if document.language == .fi {
          isNeeded[Int(token)] = true
        } else {
          lexicon.makeSurfaceTerm(of: Int(token))
        }
      }
    }
    try lexicon.analyse(isNeeded.indices.filter { isNeeded[$0] && lexicon.firstEntry[$0] == Lexicon.unknown })
  }
}
