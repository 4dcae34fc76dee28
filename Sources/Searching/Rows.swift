/// The places of some neighbouring forms in documents that were read, form by form.
struct PlaceRows {
  private let first: Int
  private let starts: [Int]
  private let documents: [UInt32]
  private let nexts: [UInt8]

  /// How often each form stands in the documents that were read.
  static func counts(_ forms: Int, _ chunks: [DocumentReading.Chunk]) -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: forms)
    for chunk in chunks {
      for (form, count) in zip(chunk.numbers, chunk.tally.counts) { counts[Int(form)] += count }
    }
    return counts
  }

  /// - Parameter following: what a place tells of each chunk's forms when they come next, by the chunk's numbers.
  init(_ range: Range<Int>, counts: [UInt32], _ chunks: [DocumentReading.Chunk], following: [[UInt8]]) {
    first = range.lowerBound
    let (low, count) = (UInt32(range.lowerBound), UInt32(range.count))
    var starts = [0]
    starts.reserveCapacity(range.count + 1)
    for form in range { starts.append(starts[starts.count - 1] + Int(counts[form])) }
    var documents = [UInt32](repeating: 0, count: starts[range.count])
    var nexts = [UInt8](repeating: 0, count: starts[range.count])
    var next = starts
    for (chunk, following) in zip(chunks, following) {
      // Where the next place of each of the chunk's forms goes; nowhere for one of another range.
      var places = [UInt32](repeating: .max, count: chunk.numbers.count)
      let inChunk = chunk.tally.counts
      for (own, form) in chunk.numbers.enumerated() where form &- low < count {
        places[own] = UInt32(next[Int(form - low)])
        next[Int(form - low)] += Int(inChunk[own])
      }
      for (document, outcome) in zip(chunk.documents, chunk.outcomes) {
        // Where the word that comes next is to be told.
        var open = UInt32.max
        outcome.stream.read { token in
          guard token < TokenStream.firstMark else {
            open = .max
            return
          }
          let own = Int(token)
          if open != .max { nexts[Int(open)] = following[own] }
          open = places[own]
          guard open != .max else { return }
          places[own] = open + 1
          documents[Int(open)] = UInt32(document)
        }
      }
    }
    (self.starts, self.documents, self.nexts) = (starts, documents, nexts)
  }

  private func places(_ form: Int) -> Range<Int> { starts[form - first]..<starts[form - first + 1] }

  func append(_ form: Int, to list: inout PlaceList) {
    for place in places(form) { list.append(documents[place], nexts[place]) }
  }

  /// Writes a form's places as ``PlaceList`` does.
  func encode(_ form: Int, into bytes: inout [UInt8]) {
    let places = places(form)
    var place = places.lowerBound
    var previous = -1
    while place < places.upperBound {
      let start = place
      while place < places.upperBound, documents[place] == documents[start] { place += 1 }
      bytes.append(varint: Int(documents[start]) - previous)
      bytes.append(varint: place - start)
      // Mostly one.
      for next in start..<place { bytes.append(nexts[next]) }
      previous = Int(documents[start])
    }
  }
}

/// The documents that were read of some neighbouring terms, term by term.
struct PostingRows {
  private let first: Int
  private var starts: [Int]
  private var documents: [UInt32]
  private var weights: [UInt8]

  /// How many of the documents that were read have each term.
  static func counts(_ terms: Int, _ weighed: [[UInt32]]) -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: terms)
    for document in weighed {
      for packed in document { counts[WeighedTerm.term(packed)] += 1 }
    }
    return counts
  }

  init(_ range: Range<Int>, counts: [UInt32], _ weighed: [[UInt32]]) {
    first = range.lowerBound
    let (low, count) = (range.lowerBound, range.count)
    starts = [0]
    starts.reserveCapacity(count + 1)
    for term in range { starts.append(starts[starts.count - 1] + Int(counts[term])) }
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
