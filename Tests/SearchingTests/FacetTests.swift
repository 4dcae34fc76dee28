import Diagnosing
import Foundation
import Testing

@testable import Searching

/// Facets as the index has them: in `facets.json`, and in the manifest under a name.
struct Facets: Decodable {
  let of: String
  let order: Int
  let codes: [String: [String]]

  /// The codes that each document is found under, as a page reads them.
  ///
  /// - Parameter order: the facets that the documents are in the order of.
  func codes(_ name: String, inOrderOf order: [String] = [], documents count: Int) -> [[String]] {
    var reader = DecisionReader(Data(base64Encoded: of) ?? Data(), contexts: 16)
    let names = order + codes.keys.filter { !order.contains($0) }.sorted()
    let sizes = names.map { codes[$0]?.count ?? 0 }
    let under = names.indices.map { facet in
      (0..<sizes[facet]).map { [$0] + reader.set(of: sizes[facet], UInt32(2 * facet + 1)) }
    }
    var before: [[Int]]?
    return (0..<count).map { _ in
      var isAsBefore = before != nil
      let sets = names.indices.map { facet in
        let known = isAsBefore && facet < self.order ? before?[facet] : nil
        let set = reader.set(of: sizes[facet], UInt32(2 * facet), after: known ?? [])
        isAsBefore = known == set
        return set
      }
      before = sets
      guard let facet = names.firstIndex(of: name) else { return [] }
      return sets[facet].flatMap { under[facet][$0] }.sorted().map { codes[name]?[$0] ?? "" }
    }
  }
}

@Suite("The facets of the search index")
struct FacetTests {
  private struct Manifest: Decodable {
    let facets: Facets
  }

  private func facets(
    _ lists: [[String: [String]]], widening: [String: [String: [String]]] = [:], folded: Set<String> = [],
    inOrderOf order: [String] = []
  ) throws -> (shown: Facets, folded: Facets) {
    let documents = lists.enumerated().map { index, facets in
      SearchDocument(
        slug: "\(10_000 + index)", language: .sv, title: "", facets: facets.map { SearchFacet($0.key, $0.value) })
    }
    var memory = SearchMemory()
    let index = try SearchIndex(
      documents, module: "", widening: widening, folded: folded, inOrderOf: order, memory: &memory)
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
    #expect(shown.codes["stage"] == ["idea", "valmis"])
    #expect(shown.codes("stage", documents: 4) == [["idea"], ["valmis"], [], ["idea"]])
    #expect(shown.codes("region", documents: 4) == [[], ["hva-06", "kunta-418"], [], []])
  }

  @Test("tell under which codes a document of a code is found")
  func widening() throws {
    let widening = ["region": ["kunta-418": ["hva-06", "kunta-418"], "hva-06": ["hva-06"]]]
    let shown = try facets([["region": ["kunta-418"]], ["region": ["hva-06"]]], widening: widening).shown
    #expect(shown.codes("region", documents: 2) == [["hva-06", "kunta-418"], ["hva-06"]])
  }

  @Test("are told whatever their number")
  func many() throws {
    let codes = (0..<6000).map { "c\(100_000 + $0)" }
    let found = try facets([["year": codes], ["year": [codes[0], codes[5999]]]]).shown.codes("year", documents: 2)
    #expect(found[0] == codes)
    #expect(found[1] == [codes[0], codes[5999]])
  }

  @Test("number documents by the sets of those that seldom change, then by slug")
  func order() throws {
    let order = ["region", "funder"]
    let lists: [[String: [String]]] = [
      ["region": ["b"], "funder": ["y"], "stage": ["1"]], ["region": ["a", "b"], "stage": ["2"]],
      ["region": ["b"], "funder": ["x"], "stage": ["3"]], ["region": ["a"], "funder": ["y"], "stage": ["4"]],
      ["region": ["b", "a"], "stage": ["5"]], ["stage": ["6"]],
    ]
    let shown = try facets(lists, inOrderOf: order).shown
    let stages: [[String]] = [["6"], ["4"], ["2"], ["5"], ["3"], ["1"]]
    #expect(shown.codes("stage", inOrderOf: order, documents: 6) == stages)
    let regions: [[String]] = [[], ["a"], ["a", "b"], ["a", "b"], ["b"], ["b"]]
    #expect(shown.codes("region", inOrderOf: order, documents: 6) == regions)
    let funders: [[String]] = [[], ["y"], [], [], ["x"], ["y"]]
    #expect(shown.codes("funder", inOrderOf: order, documents: 6) == funders)
  }

  @Test("of which documents are numbered in the order take hardly anything")
  func sorted() throws {
    var chance = Chance(state: 1)
    let lists: [[String: [String]]] = (0..<4000).map { _ in
      [
        "region": ["r\(Int.random(in: 10..<50, using: &chance))"],
        "funder": ["f\(Int.random(in: 0..<8, using: &chance))"],
      ]
    }
    let shown = try facets(lists).shown
    let ordered = try facets(lists, inOrderOf: ["region", "funder"]).shown
    let size = try #require(Data(base64Encoded: shown.of)).count
    let orderedSize = try #require(Data(base64Encoded: ordered.of)).count
    #expect(size > 4000)
    #expect(orderedSize < 700)
  }

  @Test("stand in the manifest, but for those that a page folds away")
  func folded() throws {
    let (shown, folded) = try facets([["stage": ["idea"], "year": ["2024"]]], folded: ["year"])
    #expect(shown.codes.keys.sorted() == ["stage"])
    #expect(folded.codes("year", documents: 1) == [["2024"]])
  }

  @Test("take as many bits as they tell")
  func packing() throws {
    // Half of the documents have one code, a quarter another, two eighths the others: 1¾ bits each.
    let codes = ["a", "b", "a", "c", "a", "b", "a", "d"]
    let lists = (0..<8000).map { ["stage": [codes[$0 * 37 % 8]]] }
    let shown = try facets(lists).shown
    #expect(shown.codes("stage", documents: 8000) == lists.map { $0["stage"] })
    #expect(try #require(Data(base64Encoded: shown.of)).count <= 8000 * 7 / 4 / 8 + 40)
  }
}

@Suite("Documents with other numbers than before")
struct DocumentOrderTests {
  @Test("are those that do not ascend with the most others")
  func ascending() {
    #expect(DocumentOrder.ascending([0, 1, nil, 9, 2, 3, 4]) == [0, 1, nil, nil, 2, 3, 4])
    #expect(DocumentOrder.ascending([3, 4, 5, 0, 6]) == [3, 4, 5, nil, 6])
    #expect(DocumentOrder.ascending([]).isEmpty)
    #expect(DocumentOrder.ascending([nil]) == [nil])
  }

  @Test("have turns of their own, which bring neighbours apart")
  func turns() {
    let turns = (0..<10_000).map { DocumentOrder.turn($0) }
    #expect(Set(turns).count == turns.count)
    // Of any hundred that stand together no more than three are among the first hundredth.
    let first = Set((0..<10_000).sorted { turns[$0] < turns[$1] }.prefix(100))
    for start in stride(from: 0, to: 10_000, by: 100) {
      #expect((start..<start + 100).count { first.contains($0) } <= 3)
    }
  }
}

@Suite("A list of postings")
struct PostingListTests {
  @Test("tells the documents that a query names first, those of equal impact by their turns")
  func best() {
    var list = PostingList()
    for (document, impact) in [(3, 2), (5, 9), (8, 2), (300, 2), (301, 15)] {
      list.append(UInt32(document), UInt8(impact))
    }
    var bytes: [UInt8] = []
    list.encode(into: &bytes)
    bytes.withUnsafeBufferPointer { bytes in
      #expect(PostingList.best(4, of: bytes) == [3, 5, 300, 301])
      let turns = [3, 8, 300].sorted { DocumentOrder.turn($0) < DocumentOrder.turn($1) }
      #expect(PostingList.best(3, of: bytes) == ([5, 301] + turns.prefix(1)).sorted())
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
