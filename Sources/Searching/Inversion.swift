import Foundation

/// Which documents hold each term, and how much of it: the whole index as three flat arrays.
struct Inversion: Sendable {
  /// The numbers of the terms that occur, by the bytes of their text.
  var order: [UInt32] = []
  /// Where a term's documents begin in `documents` and `impacts`, by term; one longer than the terms.
  var starts: [Int] = []
  var documents: [UInt32] = []
  /// How much a document is about the term, 1...15.
  var impacts: [UInt8] = []
  /// What a term was found as, by term: the sum of the marks of ``Lexicon/mark(_:)``.
  var marks: [UInt8] = []

  func range(of term: Int) -> Range<Int> { starts[term]..<starts[term + 1] }

  /// - Parameter weighed: the packed terms of each document (see ``WeighedTerm``), in the order of documents.
  init(_ weighed: [[UInt32]], terms: StringTable) {
    let ranges = evenRanges(
      weighed.count, pieces: weighed.count < 64 ? 1 : ProcessInfo.processInfo.activeProcessorCount)
    let tallies = concurrently(ranges.count) { Tally(weighed[ranges[$0]], terms: terms.count) }
    starts = [Int](repeating: 0, count: terms.count + 1)
    marks = [UInt8](repeating: 0, count: terms.count)
    // Where each worker's share of a term begins.
    var next = tallies.map { _ in [Int](repeating: 0, count: terms.count) }
    var total = 0
    for term in 0..<terms.count {
      starts[term] = total
      for worker in tallies.indices {
        next[worker][term] = total
        total += Int(tallies[worker].counts[term])
        marks[term] |= tallies[worker].marks[term]
      }
    }
    starts[terms.count] = total
    place(weighed, ranges, next, total)
    order = terms.sorted { [starts] in starts[$0 + 1] > starts[$0] }
  }

  /// Moves what stands document by document to where it stands term by term.
  private mutating func place(_ weighed: [[UInt32]], _ ranges: [Range<Int>], _ places: [[Int]], _ total: Int) {
    documents = [UInt32](repeating: 0, count: total)
    impacts = [UInt8](repeating: 0, count: total)
    documents.withUnsafeMutableBufferPointer { documents in
      impacts.withUnsafeMutableBufferPointer { impacts in
        nonisolated(unsafe) let documents = documents
        nonisolated(unsafe) let impacts = impacts
        _ = concurrently(ranges.count) { worker in
          var next = places[worker]
          for document in ranges[worker] {
            for packed in weighed[document] {
              let term = WeighedTerm.term(packed)
              let place = next[term]
              next[term] = place + 1
              documents[place] = UInt32(document)
              impacts[place] = WeighedTerm.impact(packed)
            }
          }
        }
      }
    }
  }
}

/// How many of some documents have each term, and as what.
private struct Tally: Sendable {
  var counts: [UInt32]
  var marks: [UInt8]

  init(_ weighed: ArraySlice<[UInt32]>, terms: Int) {
    counts = [UInt32](repeating: 0, count: terms)
    marks = [UInt8](repeating: 0, count: terms)
    for document in weighed {
      for packed in document {
        counts[WeighedTerm.term(packed)] += 1
        marks[WeighedTerm.term(packed)] |= WeighedTerm.marks(packed)
      }
    }
  }
}
