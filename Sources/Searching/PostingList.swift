/// The documents of one term: their numbers in order and, of each, what it has the term as and how much it is about it.
///
/// As bytes: one with the sum of all marks in its low half and 0x10 when documents differ in them; the number of
/// documents; the distances between their numbers, the first counted from −1; the impacts, 4 bits each, the first in the
/// low half; and, when they differ, the marks in the same way. What stands between the first byte and the marks is what
/// is published, so a list that has not changed is copied and not made again.
struct PostingList {
  private(set) var documents: [UInt32] = []
  /// The marks in the high half and the impact, 1...15, in the low one (as in ``WeighedTerm``).
  private(set) var weights: [UInt8] = []

  mutating func removeAll() {
    documents.removeAll(keepingCapacity: true)
    weights.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  mutating func append(_ document: UInt32, _ weight: UInt8) {
    documents.append(document)
    weights.append(weight)
  }

  /// Appends what `encode` wrote, each document under the number that `numbers` gives it; one without is left out.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, numbers: [UInt32]) {
    var reader = ByteReader(bytes)
    let head = reader.byte()
    let count = reader.number()
    var gaps = reader
    for _ in 0..<count { _ = reader.number() }
    let impacts = reader.take((count + 1) / 2)
    let marks = head & 0x10 == 0 ? nil : reader.take((count + 1) / 2)
    var document = -1
    for index in 0..<count {
      document += gaps.number()
      let number = numbers[document]
      guard number != UInt32.max else { continue }
      let shift = UInt8(index & 1) << 2
      let mark = marks.map { $0[index >> 1] >> shift & 15 } ?? head & 15
      append(number, mark << 4 | impacts[index >> 1] >> shift & 15)
    }
  }

  /// Puts two lists in one order of documents; none may be in both.
  mutating func merge(_ first: PostingList, _ second: PostingList) {
    removeAll()
    var (a, b) = (0, 0)
    while a < first.documents.count || b < second.documents.count {
      if b == second.documents.count || (a < first.documents.count && first.documents[a] < second.documents[b]) {
        append(first.documents[a], first.weights[a])
        a += 1
      } else {
        append(second.documents[b], second.weights[b])
        b += 1
      }
    }
  }

  /// What the list has of one document; nil when it does not have it.
  func weight(of document: UInt32) -> UInt8? {
    documents.firstIndex(of: document).map { weights[$0] }
  }

  func encode(into bytes: inout [UInt8]) {
    PostingList.encode(documents[...], weights[...], into: &bytes)
  }

  static func encode(_ documents: ArraySlice<UInt32>, _ weights: ArraySlice<UInt8>, into bytes: inout [UInt8]) {
    guard let first = weights.first else { return }
    var marks: UInt8 = 0
    var isMixed = false
    for weight in weights {
      marks |= weight >> 4
      isMixed = isMixed || weight >> 4 != first >> 4
    }
    bytes.append(marks | (isMixed ? 0x10 : 0))
    bytes.append(varint: documents.count)
    var previous = -1
    for document in documents {
      bytes.append(varint: Int(document) - previous)
      previous = Int(document)
    }
    appendHalves(weights, shift: 0, to: &bytes)
    if isMixed { appendHalves(weights, shift: 4, to: &bytes) }
  }

  /// Four bits of each number, two numbers a byte.
  private static func appendHalves(_ weights: ArraySlice<UInt8>, shift: UInt8, to bytes: inout [UInt8]) {
    var index = weights.startIndex
    while index < weights.endIndex {
      let high = index + 1 < weights.endIndex ? weights[index + 1] >> shift & 15 : 0
      bytes.append(weights[index] >> shift & 15 | high << 4)
      index += 2
    }
  }

  /// Whether the list has of some documents, given in order, what `encode` wrote of them.
  func agrees(with bytes: UnsafeBufferPointer<UInt8>, on documents: [Int]) -> Bool {
    var reader = ByteReader(bytes)
    let head = reader.byte()
    let count = reader.number()
    let half = (count + 1) / 2
    let marksStart = bytes.count - (head & 0x10 == 0 ? 0 : half)
    var (index, last) = (-1, -1)
    return documents.allSatisfy { document in
      while last < document, index + 1 < count {
        last += reader.number()
        index += 1
      }
      guard last == document else { return weight(of: UInt32(document)) == nil }
      let shift = UInt8(index & 1) << 2
      let mark = head & 0x10 == 0 ? head & 15 : bytes[marksStart + (index >> 1)] >> shift & 15
      return weight(of: UInt32(document)) == mark << 4 | bytes[marksStart - half + (index >> 1)] >> shift & 15
    }
  }

  /// The number of documents of an encoded list.
  @inline(__always)
  static func count(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var reader = ByteReader(bytes)
    _ = reader.byte()
    return reader.number()
  }

  /// What is told of an encoded list without reading it: the marks, the number of documents, the bytes that are published.
  static func head(_ bytes: UnsafeBufferPointer<UInt8>)
    -> (marks: UInt8, count: Int, published: UnsafeBufferPointer<UInt8>)
  {
    var reader = ByteReader(bytes)
    let head = reader.byte()
    let count = reader.number()
    let end = bytes.count - (head & 0x10 == 0 ? 0 : (count + 1) / 2)
    return (head & 15, count, UnsafeBufferPointer(rebasing: bytes[1..<end]))
  }

  /// The documents that a query for one term names first, at most `count`, in the order of their numbers: those with the
  /// highest impacts, and of equal ones those whose turn comes first (``DocumentOrder/turn(_:)``).
  static func best(_ count: Int, of bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
    var gaps = ByteReader(head(bytes).published)
    let size = gaps.number()
    var impacts = gaps
    for _ in 0..<size { _ = impacts.number() }
    let packed = impacts.take((size + 1) / 2)
    func impact(_ index: Int) -> Int { Int(packed[index >> 1] >> (UInt8(index & 1) << 2) & 15) }
    var tally = [Int](repeating: 0, count: 16)
    for index in 0..<size { tally[impact(index)] += 1 }
    // The lowest impact of which any are taken, and how many.
    var (least, left) = (15, count)
    while least > 0, tally[least] < left {
      left -= tally[least]
      least -= 1
    }
    var best: [Int] = []
    var equal: [Int] = []
    var document = -1
    for index in 0..<size {
      document += gaps.number()
      let impact = impact(index)
      if impact > least { best.append(document) }
      if impact == least { equal.append(document) }
    }
    equal.sort { DocumentOrder.turn($0) < DocumentOrder.turn($1) }
    return (best + equal.prefix(left)).sorted()
  }
}
