import Diagnosing

/// Which documents hold each term, and how much of it: the whole index as three flat arrays.
struct Inversion: Sendable {
  /// The numbers of the terms that occur, by the bytes of their text.
  var order: [UInt32] = []
  /// Where a term's documents begin in `documents` and `impacts`, by term; one longer than the terms.
  var starts: [Int] = []
  var documents: [UInt32] = []
  /// How much a document is about the term, 1...15.
  var impacts: [UInt8] = []
  /// What a term was found as, by term: 1 is a nominal's base form, 2 a verb's, 4 a word as it is written.
  var marks: [UInt8] = []

  func range(of term: Int) -> Range<Int> { starts[term]..<starts[term + 1] }

  init(_ streams: [TokenStream], languages: [Language], lexicon: Lexicon) {
    let termCount = lexicon.terms.count
    var weights = [UInt16](repeating: 0, count: termCount)
    var touched: [UInt32] = []
    var found: [UInt32] = []
    var foundImpacts: [UInt8] = []
    var ends: [Int] = []
    starts = [Int](repeating: 0, count: termCount + 1)
    marks = [UInt8](repeating: 0, count: termCount)

    for (number, stream) in streams.enumerated() {
      var weight = 0
      var words = 0
      let isFinnish = languages[number] == .fi
      func add(_ term: Int, _ kind: AnalysedTerm.Kind, _ inflection: UInt8) {
        if weights[term] == 0 { touched.append(UInt32(term)) }
        weights[term] = UInt16(min(Int(weights[term]) + Inversion.share(kind, of: weight), 0xFFFF))
        marks[term] |= kind == .surface ? 4 : inflection
      }
      for token in stream.tokens {
        if token >= TokenStream.firstMark {
          weight = TokenStream.field(token).weight
          continue
        }
        words += 1
        if isFinnish {
          lexicon.forEachEntry(of: Int(token), add)
        } else {
          add(Int(lexicon.surfaceTerm[Int(token)]), .surface, 0)
        }
      }
      let saturation = Inversion.saturation(words: words)
      for term in touched {
        let index = Int(term)
        found.append(term)
        foundImpacts.append(Inversion.impact(Int(weights[index]), saturation))
        starts[index + 1] += 1
        weights[index] = 0
      }
      touched.removeAll(keepingCapacity: true)
      ends.append(found.count)
    }
    place(found, foundImpacts, ends)
    order = (0..<UInt32(termCount)).filter { starts[Int($0) + 1] > starts[Int($0)] }
    order.sort { lexicon.terms[Int($0)].lexicographicallyPrecedes(lexicon.terms[Int($1)]) }
  }

  /// Moves what was found document by document to where it stands term by term.
  private mutating func place(_ found: [UInt32], _ foundImpacts: [UInt8], _ ends: [Int]) {
    for term in 1..<max(starts.count, 1) { starts[term] += starts[term - 1] }
    var next = starts
    documents = [UInt32](repeating: 0, count: found.count)
    impacts = [UInt8](repeating: 0, count: found.count)
    var index = 0
    for (document, end) in ends.enumerated() {
      while index < end {
        let term = Int(found[index])
        documents[next[term]] = UInt32(document)
        impacts[next[term]] = foundImpacts[index]
        next[term] += 1
        index += 1
      }
    }
  }

  /// What a term gets of a word's weight: all of it, or less for a part of a compound and for a related verb.
  @inline(__always)
  private static func share(_ kind: AnalysedTerm.Kind, of weight: Int) -> Int {
    switch kind {
    case .whole, .surface: weight
    case .part: weight * 3 / 5
    case .related: weight * 2 / 5
    }
  }

  /// The weight at which a term has half of the highest impact. It grows with the length of the document in steps of
  /// √2, so that an edited sentence seldom changes it and with it every list that the document stands in.
  static func saturation(words: Int) -> Int {
    var step = 0
    var limit = 50.0
    while step < 16, Double(words) > limit {
      step += 1
      limit *= 2.0.squareRoot()
    }
    return 15 + 3 * step
  }

  /// 1...15, rising with the weight and levelling off.
  static func impact(_ weight: Int, _ saturation: Int) -> UInt8 {
    UInt8(max(1, (15 * weight + (weight + saturation) / 2) / (weight + saturation)))
  }
}
