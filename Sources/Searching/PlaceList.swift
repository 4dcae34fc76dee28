/// Where one word form stands: of each document in order a byte for every time, which tells the word after it.
///
/// As bytes, for each document: the distance of its number from the one before, the first counted from −1, how often
/// the form stands there, and the bytes.
struct PlaceList {
  private(set) var documents: [UInt32] = []
  /// Where a document's bytes end in `following`.
  private var ends: [Int] = []
  private var following: [UInt8] = []

  mutating func removeAll() {
    documents.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    following.removeAll(keepingCapacity: true)
  }

  /// Appends a place of a document that is not before the last one's.
  mutating func append(_ document: UInt32, _ next: UInt8) {
    following.append(next)
    if documents.last == document {
      ends[ends.count - 1] += 1
    } else {
      documents.append(document)
      ends.append(following.count)
    }
  }

  /// Appends what `encode` wrote, each document under the number that `numbers` gives it; one without is left out.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, numbers: [UInt32]) {
    var reader = ByteReader(bytes)
    var document = -1
    while !reader.isAtEnd {
      document += reader.number()
      let places = reader.take(reader.number())
      guard numbers[document] != UInt32.max else { continue }
      documents.append(numbers[document])
      following.append(contentsOf: places)
      ends.append(following.count)
    }
  }

  /// Puts two lists in one order of documents; none may be in both.
  mutating func merge(_ first: PlaceList, _ second: PlaceList) {
    removeAll()
    var (a, b) = (0, 0)
    while a < first.documents.count || b < second.documents.count {
      if b == second.documents.count || (a < first.documents.count && first.documents[a] < second.documents[b]) {
        append(document: a, of: first)
        a += 1
      } else {
        append(document: b, of: second)
        b += 1
      }
    }
  }

  private mutating func append(document index: Int, of list: PlaceList) {
    documents.append(list.documents[index])
    following.append(contentsOf: list.places(index))
    ends.append(following.count)
  }

  private func places(_ index: Int) -> ArraySlice<UInt8> {
    following[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// What the list has of one document; empty when it does not have it.
  func places(of document: UInt32) -> ArraySlice<UInt8> {
    documents.firstIndex(of: document).map { places($0) } ?? []
  }

  /// Whether the list has of some documents, given in order, what `encode` wrote of them.
  func agrees(with bytes: UnsafeBufferPointer<UInt8>, on documents: [Int]) -> Bool {
    var reader = ByteReader(bytes)
    var (last, theirs) = (-1, UnsafeBufferPointer(rebasing: bytes[..<0]))
    return documents.allSatisfy { document in
      while last < document, !reader.isAtEnd {
        last += reader.number()
        theirs = reader.take(reader.number())
      }
      let own = places(of: UInt32(document))
      return last == document ? own.elementsEqual(theirs) : own.isEmpty
    }
  }

  func encode(into bytes: inout [UInt8]) {
    var previous = -1
    for (index, document) in documents.enumerated() {
      let places = places(index)
      bytes.append(varint: Int(document) - previous)
      bytes.append(varint: places.count)
      bytes.append(contentsOf: places)
      previous = Int(document)
    }
  }
}
