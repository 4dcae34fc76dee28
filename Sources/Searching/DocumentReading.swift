import Foundation

/// Documents matched with those of an older base, and what had to be read again.
struct DocumentReading: Sendable {
  /// What became of one document.
  struct Outcome: Sendable {
    var digest: UInt64
    /// The number of the same document with the same text in the base; nil when it was read.
    var kept: Int?
    /// Its words, when it was read; forms have the numbers of the chunk.
    var stream = TokenStream()
  }

  /// Neighbouring documents that one worker read, with numbers of its own for forms.
  struct Chunk: Sendable {
    var documents: Range<Int>
    var tally = FormTally()
    /// The number of each form among all chunks' forms, by its number here.
    var numbers: [UInt32] = []
    var outcomes: [Outcome] = []
  }

  let chunks: [Chunk]

  /// - Parameter documents: in the order of their numbers, each slug once.
  init(_ documents: [SearchDocument], base: SearchBase) {
    let known = DocumentReading.numbers(documents, in: base)
    let workers = documents.count < 32 ? 1 : ProcessInfo.processInfo.activeProcessorCount
    let ranges = evenRanges(documents.count, pieces: workers)
    chunks = concurrently(documents.isEmpty ? 0 : ranges.count) { worker in
      var chunk = Chunk(documents: ranges[worker])
      chunk.outcomes.reserveCapacity(ranges[worker].count)
      for index in ranges[worker] {
        chunk.outcomes.append(DocumentReading.read(documents[index], known[index], base, &chunk.tally))
      }
      return chunk
    }
  }

  /// For each document the number of the one with its slug in the base; nil too for one that has another place among the
  /// others than it had, since what is known of it would have to be put in order anew.
  private static func numbers(_ documents: [SearchDocument], in base: SearchBase) -> [Int?] {
    var known: [String: Int] = [:]
    known.reserveCapacity(base.slugs.count)
    for number in 0..<base.slugs.count { known[String(decoding: base.slugs[number], as: UTF8.self)] = number }
    return DocumentOrder.ascending(documents.indices.map { known[documents[$0].slug] })
  }

  private static func read(
    _ document: SearchDocument, _ number: Int?, _ base: SearchBase, _ tally: inout FormTally
  ) -> Outcome {
    let known = number.map { base.digests[$0] }
    if document.fingerprint != 0, document.fingerprint == known {
      return Outcome(digest: document.fingerprint, kept: number)
    }
    let body = document.body()
    let digest = document.fingerprint == 0 ? document.digest(body: body) : document.fingerprint
    if digest == known { return Outcome(digest: digest, kept: number) }
    return Outcome(digest: digest, stream: TokenStream(document, body: body, &tally))
  }
}
