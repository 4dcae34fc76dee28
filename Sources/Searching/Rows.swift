/// The places of some neighbouring forms in documents that were read, form by form.
struct PlaceRows {
  private let first: Int
  private var starts: [Int]
  private var documents: [UInt32]
  private var nexts: [UInt8]

  init(_ range: Range<Int>, _ chunks: [DocumentReading.Chunk], _ following: [UInt8]) {
    first = range.lowerBound
    let (low, count) = (UInt32(range.lowerBound), UInt32(range.count))
    starts = [Int](repeating: 0, count: range.count + 1)
    for chunk in chunks {
      for outcome in chunk.outcomes {
        for token in outcome.stream.tokens where token &- low < count { starts[Int(token &- low) + 1] += 1 }
      }
    }
    for index in 0..<range.count { starts[index + 1] += starts[index] }
    documents = [UInt32](repeating: 0, count: starts[range.count])
    nexts = [UInt8](repeating: 0, count: starts[range.count])
    var next = starts
    for chunk in chunks {
      for (document, outcome) in zip(chunk.documents, chunk.outcomes) {
        let tokens = outcome.stream.tokens
        for index in tokens.indices where tokens[index] &- low < count {
          let place = next[Int(tokens[index] &- low)]
          next[Int(tokens[index] &- low)] += 1
          documents[place] = UInt32(document)
          if index + 1 < tokens.count, tokens[index + 1] < TokenStream.firstMark {
            nexts[place] = following[Int(tokens[index + 1])]
          }
        }
      }
    }
  }

  func append(_ form: Int, to list: inout PlaceList) {
    for place in starts[form - first]..<starts[form - first + 1] { list.append(documents[place], nexts[place]) }
  }
}

/// The documents that were read of some neighbouring terms, term by term.
struct PostingRows {
  private let first: Int
  private var starts: [Int]
  private var documents: [UInt32]
  private var weights: [UInt8]

  init(_ range: Range<Int>, _ weighed: [[UInt32]]) {
    first = range.lowerBound
    let (low, count) = (range.lowerBound, range.count)
    starts = [Int](repeating: 0, count: count + 1)
    for document in weighed {
      for packed in document where range.contains(WeighedTerm.term(packed)) {
        starts[WeighedTerm.term(packed) - low + 1] += 1
      }
    }
    for index in 0..<count { starts[index + 1] += starts[index] }
    documents = [UInt32](repeating: 0, count: starts[count])
    weights = [UInt8](repeating: 0, count: starts[count])
    var next = starts
    for (document, terms) in weighed.enumerated() {
      for packed in terms where range.contains(WeighedTerm.term(packed)) {
        let place = next[WeighedTerm.term(packed) - low]
        next[WeighedTerm.term(packed) - low] += 1
        documents[place] = UInt32(document)
        weights[place] = WeighedTerm.weight(packed)
      }
    }
  }

  private func places(_ term: Int) -> Range<Int> { starts[term - first]..<starts[term - first + 1] }

  func append(_ term: Int, to list: inout PostingList) {
    for place in places(term) { list.append(documents[place], weights[place]) }
  }

  func encode(_ term: Int, into bytes: inout [UInt8]) {
    PostingList.encode(documents[places(term)], weights[places(term)], into: &bytes)
  }
}
