import Diagnosing
import Foundation

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
    /// The packed terms, see ``WeighedTerm``; empty before they are weighed.
    var weighed: [UInt32] = []
  }

  public init() {}

  /// What is remembered of the documents, in order, those that have changed having been read again.
  mutating func remember(_ wanted: [SearchDocument]) throws(SearchFailure) -> [Remembered] {
    if wanted.contains(where: { $0.language == .fi }) {
      let installed = try VoikkoVersion.installed()
      if let version, version != installed { self = SearchMemory() }
      version = installed
    }
    let reading = DocumentReading(known: documents.mapValues(\.digest))
    let outcomes = reading.read(wanted, into: &lexicon)
    let changed = outcomes.indices.filter { outcomes[$0].stream != nil }
    let streams = changed.map { outcomes[$0].stream ?? TokenStream(tokens: []) }
    let isFinnish = changed.map { wanted[$0].language == .fi }
    try prepare(streams, isFinnish)
    let weighed = weigh(streams, isFinnish)
    for (place, index) in changed.enumerated() {
      documents[wanted[index].slug] = Remembered(
        digest: outcomes[index].digest, stream: streams[place], weighed: weighed[place])
    }
    if documents.count > wanted.count {
      let slugs = Set(wanted.map(\.slug))
      documents = documents.filter { slugs.contains($0.key) }
    }
    return wanted.map { documents[$0.slug] ?? Remembered(digest: 0, stream: TokenStream(tokens: [])) }
  }

  /// Makes the terms of every form of the documents.
  private mutating func prepare(_ streams: [TokenStream], _ isFinnish: [Bool]) throws(SearchFailure) {
    var isNeeded = [Bool](repeating: false, count: lexicon.forms.count)
    for (stream, isFinnish) in zip(streams, isFinnish) {
      for token in stream.tokens where token < TokenStream.firstMark {
        if isFinnish { isNeeded[Int(token)] = true } else { lexicon.makeSurfaceTerm(of: Int(token)) }
      }
    }
    try lexicon.analyse(isNeeded.indices.filter { isNeeded[$0] && lexicon.firstEntry[$0] == Lexicon.unknown })
  }

  /// The packed terms of each document.
  private func weigh(_ streams: [TokenStream], _ isFinnish: [Bool]) -> [[UInt32]] {
    let workers = streams.count < 32 ? 1 : ProcessInfo.processInfo.activeProcessorCount
    let ranges = evenRanges(streams.count, pieces: workers)
    return concurrently(streams.isEmpty ? 0 : ranges.count) { worker in
      var scale = Scale(terms: lexicon.terms.count)
      return ranges[worker].map { scale.weigh(streams[$0], isFinnish: isFinnish[$0], lexicon) }
    }.flatMap { $0 }
  }
}
