/// The places of some neighbouring forms in documents that were read, form by form.
struct PlaceRows {
  private let first: Int
  private let starts: [Int]
  private let documents: [UInt32]
  private let nexts: [UInt8]

  init(_ range: Range<Int>, _ chunks: [DocumentReading.Chunk], _ following: [UInt8]) {
    first = range.lowerBound
    let (low, count) = (UInt32(range.lowerBound), UInt32(range.count))
    var starts = [Int](repeating: 0, count: range.count + 1)
    for chunk in chunks {
      for outcome in chunk.outcomes {
        outcome.stream.read { token in
          guard token < TokenStream.firstMark else { return }
          let form = chunk.numbers[Int(token)]
          if form &- low < count { starts[Int(form &- low) + 1] += 1 }
        }
      }
    }
    for index in 0..<range.count { starts[index + 1] += starts[index] }
    var documents = [UInt32](repeating: 0, count: starts[range.count])
    var nexts = [UInt8](repeating: 0, count: starts[range.count])
    var next = starts
    for chunk in chunks {
      for (document, outcome) in zip(chunk.documents, chunk.outcomes) {
        // Where the word that comes next is to be told.
        var open = -1
        outcome.stream.read { token in
          guard token < TokenStream.firstMark else {
            open = -1
            return
          }
          let form = chunk.numbers[Int(token)]
          if open >= 0 { nexts[open] = following[Int(form)] }
          open = -1
          guard form &- low < count else { return }
          open = next[Int(form &- low)]
          next[Int(form &- low)] += 1
          documents[open] = UInt32(document)
        }
      }
    }
    (self.starts, self.documents, self.nexts) = (starts, documents, nexts)
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
