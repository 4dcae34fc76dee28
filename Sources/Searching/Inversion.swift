import Diagnosing
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

  init(_ streams: [TokenStream], languages: [Language], lexicon: Lexicon) {
    let workers = streams.count < 64 ? 1 : ProcessInfo.processInfo.activeProcessorCount
    let ranges = evenRanges(streams.count, pieces: workers)
    let found = concurrently(ranges.count) { worker in
      Findings(streams, languages, ranges[worker], lexicon)
    }
    place(found, ranges, terms: lexicon.terms.count)
    order = lexicon.terms.sorted { [starts] in starts[$0 + 1] > starts[$0] }
  }

  /// Moves what was found document by document to where it stands term by term.
  private mutating func place(_ found: [Findings], _ ranges: [Range<Int>], terms: Int) {
    starts = [Int](repeating: 0, count: terms + 1)
    marks = [UInt8](repeating: 0, count: terms)
    // Where each worker's share of a term begins.
    var next = found.map { _ in [Int](repeating: 0, count: terms) }
    var total = 0
    for term in 0..<terms {
      starts[term] = total
      for worker in found.indices {
        next[worker][term] = total
        total += Int(found[worker].counts[term])
        marks[term] |= found[worker].marks[term]
      }
    }
    starts[terms] = total
    documents = [UInt32](repeating: 0, count: total)
    impacts = [UInt8](repeating: 0, count: total)
    documents.withUnsafeMutableBufferPointer { documents in
      impacts.withUnsafeMutableBufferPointer { impacts in
        nonisolated(unsafe) let documents = documents
        nonisolated(unsafe) let impacts = impacts
        _ = concurrently(found.count) { [next] worker in
          found[worker].write(from: next[worker], firstDocument: ranges[worker].lowerBound, documents, impacts)
        }
      }
    }
  }
}

/// What one worker found in its documents, in their order.
private struct Findings: Sendable {
  private var terms: [UInt32] = []
  private var impacts: [UInt8] = []
  private var ends: [Int] = []
  /// Documents of each term.
  var counts: [UInt32]
  var marks: [UInt8]

  init(_ streams: [TokenStream], _ languages: [Language], _ range: Range<Int>, _ lexicon: Lexicon) {
    counts = [UInt32](repeating: 0, count: lexicon.terms.count)
    marks = [UInt8](repeating: 0, count: lexicon.terms.count)
    var weights = [UInt16](repeating: 0, count: lexicon.terms.count)
    var touched: [UInt32] = []
    for number in range {
      let words =
        languages[number] == .fi
        ? weigh(finnish: streams[number].tokens, lexicon, &weights, &touched)
        : weigh(other: streams[number].tokens, lexicon, &weights, &touched)
      let saturation = Findings.saturation(words: words)
      for term in touched {
        terms.append(term)
        impacts.append(Findings.impact(Int(weights[Int(term)]), saturation))
        counts[Int(term)] += 1
        weights[Int(term)] = 0
      }
      touched.removeAll(keepingCapacity: true)
      ends.append(terms.count)
    }
  }

  /// Adds up the weights of a Finnish document's terms and gives the number of its words.
  private mutating func weigh(
    finnish tokens: [UInt32], _ lexicon: Lexicon, _ weights: inout [UInt16], _ touched: inout [UInt32]
  ) -> Int {
    var words = 0
    var shares = (UInt16(0), UInt16(0), UInt16(0))
    for token in tokens {
      if token >= TokenStream.firstMark {
        let weight = TokenStream.field(token).weight
        shares = (UInt16(weight), UInt16(weight * 3 / 5), UInt16(weight * 2 / 5))
        continue
      }
      words += 1
      var index = Int(lexicon.firstEntry[Int(token)])
      var isLast = false
      while !isLast {
        let entry = lexicon.entries[index]
        let term = Int(Lexicon.term(entry))
        let share: UInt16
        switch Lexicon.kind(entry) {
        case .whole, .surface: share = shares.0
        case .part: share = shares.1
        case .related: share = shares.2
        }
        if weights[term] == 0 { touched.append(UInt32(term)) }
        weights[term] = weights[term] > 0xFF00 ? weights[term] : weights[term] + share
        marks[term] |= Lexicon.mark(entry)
        isLast = Lexicon.isLast(entry)
        index += 1
      }
    }
    return words
  }

  /// The same for a document whose words are terms as they stand.
  private mutating func weigh(
    other tokens: [UInt32], _ lexicon: Lexicon, _ weights: inout [UInt16], _ touched: inout [UInt32]
  ) -> Int {
    var words = 0
    var weight: UInt16 = 0
    for token in tokens {
      if token >= TokenStream.firstMark {
        weight = UInt16(TokenStream.field(token).weight)
        continue
      }
      words += 1
      let term = Int(lexicon.surfaceTerm[Int(token)])
      if weights[term] == 0 { touched.append(UInt32(term)) }
      weights[term] = weights[term] > 0xFF00 ? weights[term] : weights[term] + weight
      marks[term] |= 4
    }
    return words
  }

  func write(
    from places: [Int], firstDocument: Int, _ documents: UnsafeMutableBufferPointer<UInt32>,
    _ allImpacts: UnsafeMutableBufferPointer<UInt8>
  ) {
    var next = places
    var index = 0
    for (offset, end) in ends.enumerated() {
      while index < end {
        let term = Int(terms[index])
        documents[next[term]] = UInt32(firstDocument + offset)
        allImpacts[next[term]] = impacts[index]
        next[term] += 1
        index += 1
      }
    }
  }

  /// The weight at which a term has half of the highest impact. It grows with the length of the document in steps of
  /// √2, so that an edited sentence seldom changes it and with it every list that the document stands in.
  private static func saturation(words: Int) -> Int {
    var step = 0
    var limit = 50.0
    while step < 16, Double(words) > limit {
      step += 1
      limit *= 2.0.squareRoot()
    }
    return 15 + 3 * step
  }

  /// 1...15, rising with the weight and levelling off.
  private static func impact(_ weight: Int, _ saturation: Int) -> UInt8 {
    UInt8(max(1, (15 * weight + (weight + saturation) / 2) / (weight + saturation)))
  }
}
