import Diagnosing
import Foundation
import Testing

@testable import Searching

/// Facets as the index has them: in `facets.json`, and in the manifest under a name.
struct Facets: Decodable {
  struct Column: Decodable {
    let codes: [String]
    let sets: [[Int]]
    let counts: [Int]
  }

  let of: String
  let columns: [String: Column]

  /// The codes that each document is found under, as a page unpacks them.
  func codes(_ name: String) -> [[String]] {
    var packed = [UInt8](Data(base64Encoded: of) ?? Data())[...]
    var state = 0
    for (facet, column) in columns.sorted(by: { $0.key < $1.key }) {
      let slots = column.counts.enumerated().flatMap { [Int](repeating: $0, count: $1) }
      let sets = slots.map { _ in
        while state < slots.count << 16 { state = state << 8 + Int(packed.removeFirst()) }
        let slot = state % slots.count
        let first = slots.firstIndex(of: slots[slot]) ?? 0
        state = state / slots.count * column.counts[slots[slot]] + slot - first
        return column.sets[slots[slot]].map { column.codes[$0] }
      }
      if facet == name { return sets }
    }
    return []
  }
}

@Suite("The facets of the search index")
struct FacetTests {
  private struct Manifest: Decodable {
    let facets: Facets
  }

  private func facets(
    _ lists: [[String: [String]]], widening: [String: [String: [String]]] = [:], folded: Set<String> = []
  ) throws -> (shown: Facets, folded: Facets) {
    let documents = lists.enumerated().map { index, facets in
      SearchDocument(
        slug: "\(10_000 + index)", language: .sv, title: "", facets: facets.map { SearchFacet($0.key, $0.value) })
    }
    var memory = SearchMemory()
    let index = try SearchIndex(documents, module: "", widening: widening, folded: folded, memory: &memory)
    let decoder = JSONDecoder()
    return (
      try decoder.decode(Manifest.self, from: Data(index.text("manifest.json").utf8)).facets,
      try decoder.decode(Facets.self, from: Data(index.text("facets.json").utf8))
    )
  }

  @Test("tell the codes of each document")
  func codes() throws {
    let lists = [
      ["stage": ["idea"]], ["region": ["kunta-418", "hva-06"], "stage": ["valmis"]], [:], ["stage": ["idea"]],
    ]
    let shown = try facets(lists).shown
    #expect(shown.columns["stage"]?.codes == ["idea", "valmis"])
    #expect(shown.columns["stage"]?.sets == [[0], [], [1]])
    #expect(shown.columns["stage"]?.counts == [2, 1, 1])
    #expect(shown.codes("stage") == [["idea"], ["valmis"], [], ["idea"]])
    #expect(shown.codes("region") == [[], ["hva-06", "kunta-418"], [], []])
  }

  @Test("tell under which codes a document of a code is found")
  func widening() throws {
    let widening = ["region": ["kunta-418": ["hva-06", "kunta-418"], "hva-06": ["hva-06"]]]
    let shown = try facets([["region": ["kunta-418"]], ["region": ["hva-06"]]], widening: widening).shown
    #expect(shown.codes("region") == [["hva-06", "kunta-418"], ["hva-06"]])
  }

  @Test("stand in the manifest, but for those that a page folds away")
  func folded() throws {
    let (shown, folded) = try facets([["stage": ["idea"], "year": ["2024"]]], folded: ["year"])
    #expect(shown.columns.keys.sorted() == ["stage"])
    #expect(folded.codes("year") == [["2024"]])
  }

  @Test("take as many bits as they tell")
  func packing() throws {
    // Half of the documents have one code, a quarter another, two eighths the others: 1¾ bits each.
    let codes = ["a", "b", "a", "c", "a", "b", "a", "d"]
    let lists = (0..<8000).map { ["stage": [codes[$0 * 37 % 8]]] }
    let shown = try facets(lists).shown
    #expect(shown.codes("stage") == lists.map { $0["stage"] })
    #expect(try #require(Data(base64Encoded: shown.of)).count <= 8000 * 7 / 4 / 8 + 8)
  }
}

@Suite("A list of postings")
struct PostingListTests {
  @Test("tells the documents that a query names first, those of equal impact by their numbers")
  func best() {
    var list = PostingList()
    for (document, impact) in [(3, 2), (5, 9), (8, 2), (300, 2), (301, 15)] {
      list.append(UInt32(document), UInt8(impact))
    }
    var bytes: [UInt8] = []
    list.encode(into: &bytes)
    bytes.withUnsafeBufferPointer { bytes in
      #expect(PostingList.best(4, of: bytes) == [3, 5, 8, 301])
      #expect(PostingList.best(9, of: bytes) == [3, 5, 8, 300, 301])
    }
  }

  @Test("tells whether it has of edited documents what it had of them, marks and impact", arguments: [0x20, 0x40])
  func agreement(mark: UInt8) {
    func list(_ weights: [(UInt32, UInt8)]) -> PostingList {
      weights.reduce(into: PostingList()) { $0.append($1.0, $1.1) }
    }
    var bytes: [UInt8] = []
    list([(3, 0x22), (5, mark | 9), (8, 0x22), (300, 0x27)]).encode(into: &bytes)
    bytes.withUnsafeBufferPointer { bytes in
      #expect(list([(5, mark | 9), (300, 0x27)]).agrees(with: bytes, on: [4, 5, 300, 301]))
      #expect(!list([(5, mark | 9), (300, 0x26)]).agrees(with: bytes, on: [5, 300]))
      #expect(!list([(5, 0x19)]).agrees(with: bytes, on: [5]))
      #expect(!list([]).agrees(with: bytes, on: [8]))
      #expect(!list([(301, 0x27)]).agrees(with: bytes, on: [301]))
    }
  }
}

@Suite("A list of places")
struct PlaceListTests {
  private func list(_ places: [(UInt32, UInt8)]) -> PlaceList {
    places.reduce(into: PlaceList()) { $0.append($1.0, $1.1) }
  }

  @Test("tells whether it has of edited documents what it had of them, word for word")
  func agreement() {
    var bytes: [UInt8] = []
    list([(3, 1), (5, 7), (5, 8), (300, 2)]).encode(into: &bytes)
    bytes.withUnsafeBufferPointer { bytes in
      #expect(list([(5, 7), (5, 8), (300, 2)]).agrees(with: bytes, on: [4, 5, 300, 301]))
      #expect(!list([(5, 7), (300, 2)]).agrees(with: bytes, on: [5, 300]))
      #expect(!list([(5, 8), (5, 7)]).agrees(with: bytes, on: [5]))
      #expect(!list([]).agrees(with: bytes, on: [3]))
      #expect(!list([(301, 2)]).agrees(with: bytes, on: [301]))
    }
  }
}
