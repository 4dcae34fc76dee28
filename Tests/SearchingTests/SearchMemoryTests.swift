import Diagnosing
import Foundation
import Testing

@testable import Searching

extension SearchIndex {
  /// Every file's bytes, by path.
  var contents: [String: [UInt8]] { Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes()) }) }
}

extension SearchMemory {
  /// What is kept of it.
  var kept: [UInt8] { withPieces { pieces in Array(pieces.joined()) } }

  /// The memory that was kept as `bytes`; nil when it is not trusted.
  init?(kept bytes: [UInt8]) {
    let block = MemoryBlock(size: bytes.count)
    bytes.withUnsafeBytes {
      block.start.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(block.start), byteCount: bytes.count)
    }
    self.init(block.bytes, keptBy: block)
  }
}

extension SearchDocument {
  /// The document with one more word in its text.
  fileprivate func saying(more word: String) -> SearchDocument {
    var document = self
    let body = body()
    document.body = { body + [SearchText(word)] }
    return document
  }
}

/// Random numbers that are the same for the same seed (SplitMix64).
struct Chance: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A small catalogue that changes by chance.
struct ChangingCatalogue {
  private var chance: Chance
  private(set) var documents: [SearchDocument] = []
  private static let words = """
    koulupoissaolo poissaoloihin oppilaille yhteinen malli tuki varhain ohjaus ohjauksen kiusaaminen kiusaamisen \
    lastensuojelutyö vastaanotto palvelu palvelussa kunta kunnissa hyvinvointi hyvinvointialueella maa-aines EU:n 2024 \
    covid-19 Jämsä xyzzyn skolan elevhälsan stöder ja on että sekä perhe perheeseen työpaja pois-\nsaoloja digivahvistus
    """.components(separatedBy: " ")

  init(seed: UInt64, count: Int) {
    chance = Chance(state: seed)
    for number in 0..<count { documents.append(document("malli-\(number)")) }
  }

  mutating func text(_ length: Int) -> String {
    (0..<length).map { _ in ChangingCatalogue.words.randomElement(using: &chance) ?? "" }.joined(separator: " ")
  }

  private mutating func document(_ slug: String) -> SearchDocument {
    let body = (0..<Int.random(in: 0...4, using: &chance)).map { _ in text(Int.random(in: 1...30, using: &chance)) }
    return SearchDocument(
      slug: slug, language: Int.random(in: 0..<5, using: &chance) == 0 ? .sv : .fi, title: text(3), summary: text(6),
      keywords: [text(1), text(1)], body: body.map { SearchText($0) }, facets: [SearchFacet("stage", ["idea"])])
  }

  /// Changes one to three documents in some way that an editor might.
  mutating func edit() {
    for _ in 0..<Int.random(in: 1...3, using: &chance) {
      let index = Int.random(in: 0..<documents.count, using: &chance)
      let body = documents[index].body()
      switch Int.random(in: 0..<8, using: &chance) {
      case 0: documents[index].title = text(4)
      case 1: documents[index].keywords.append(text(1))
      case 2:
        let new = "uusisana\(Int.random(in: 0..<1000, using: &chance)) "
        documents[index].body = { body + [SearchText(new + new)] }
      case 3: documents[index].body = { [] }
      case 4: documents[index].body = { Array(body.dropFirst()) }
      case 5: documents[index].language = documents[index].language == .fi ? .sv : .fi
      case 6: documents[index] = document(documents[index].slug)
      default:
        let more = text(12)
        documents[index].body = { body + [SearchText(more)] }
      }
    }
  }

  /// Adds or removes a document.
  mutating func resize() {
    if Bool.random(using: &chance) {
      documents.append(document("malli-\(Int.random(in: 1000..<9999, using: &chance))"))
    } else {
      documents.remove(at: Int.random(in: 0..<documents.count, using: &chance))
    }
  }
}

@Suite("What one build of the search leaves to the next")
struct SearchMemoryTests {
  private func index(_ documents: [SearchDocument], _ memory: inout SearchMemory) throws -> SearchIndex {
    try SearchIndex(documents, module: "/assets/search.js", memory: &memory)
  }

  private func clean(_ documents: [SearchDocument]) throws -> SearchIndex {
    var memory = SearchMemory()
    return try index(documents, &memory)
  }

  @Test("gives the files that a build without it would give, whatever is edited", arguments: 1...6)
  func incrementalEqualsClean(seed: UInt64) throws {
    var catalogue = ChangingCatalogue(seed: seed, count: 40)
    var memory = SearchMemory()
    _ = try index(catalogue.documents, &memory)
    var known: [String: [UInt64: [UInt8]]] = [:]
    for round in 0..<10 {
      catalogue.edit()
      if round == 6 { catalogue.resize() }
      memory = try #require(SearchMemory(kept: memory.kept))
      let incremental = try index(catalogue.documents, &memory)
      #expect(memory.isNew == (round == 6), "round \(round)")
      #expect(try clean(catalogue.documents).contents == incremental.contents, "round \(round)")
      for file in incremental.files {
        let bytes = file.bytes()
        #expect(known[file.path]?[file.fingerprint] ?? bytes == bytes, "\(file.path) in round \(round)")
        known[file.path, default: [:]][file.fingerprint] = bytes
      }
    }
  }

  @Test("gives the same files where it is known that documents differ in their texts alone")
  func stated() throws {
    let catalogue = ChangingCatalogue(seed: 1, count: 200)
    var memory = SearchMemory()
    for round in 0..<4 {
      let documents = catalogue.documents.map { $0.saying(more: "sana\(round)") }
      let stated = try SearchIndex(
        documents, module: "/assets/search.js", folded: ["stage"], fingerprint: 1, memory: &memory)
      var fresh = SearchMemory()
      let clean = try SearchIndex(documents, module: "/assets/search.js", folded: ["stage"], memory: &fresh)
      #expect(stated.contents == clean.contents, "round \(round)")
      // What shows no text is known by what was stated.
      let shown = stated.files.filter {
        $0.path.hasPrefix("slugs/") || $0.path == "orders.json" || $0.path == "facets.json"
      }
      #expect(shown.allSatisfy { $0.fingerprint == 1 })
      let lists = stated.files.first { $0.path == "manifest.json" }
      #expect(lists?.fingerprint != 1)
    }
  }

  @Test("is made anew, from what still holds, when more is edited than it may patch", arguments: 1...3)
  func manyEdits(seed: UInt64) throws {
    var catalogue = ChangingCatalogue(seed: seed, count: 40)
    var memory = SearchMemory()
    memory.patchLimit = 0
    for _ in 0..<4 {
      catalogue.edit()
      catalogue.resize()
      let incremental = try index(catalogue.documents, &memory)
      var fresh = SearchMemory()
      #expect(try index(catalogue.documents, &fresh).contents == incremental.contents)
      #expect(memory.kept == fresh.kept)
    }
  }

  @Test("gives the same files when documents get other numbers, as their facets change", arguments: 1...3)
  func moved(seed: UInt64) throws {
    var catalogue = ChangingCatalogue(seed: seed, count: 40)
    var chance = Chance(state: seed)
    func index(_ documents: [SearchDocument], _ memory: inout SearchMemory) throws -> SearchIndex {
      try SearchIndex(documents, module: "/assets/search.js", inOrderOf: ["region"], memory: &memory)
    }
    var regions = catalogue.documents.map { ($0.slug, "\(Int.random(in: 10..<20, using: &chance))") }
    var memory = SearchMemory()
    for _ in 0..<6 {
      catalogue.edit()
      regions[Int.random(in: 0..<40, using: &chance)].1 = "\(Int.random(in: 10..<20, using: &chance))"
      let documents = zip(catalogue.documents, regions).map { document, region in
        var document = document
        document.facets = [SearchFacet("region", [region.1])]
        return document
      }
      var fresh = SearchMemory()
      #expect(try index(documents, &memory).contents == index(documents, &fresh).contents)
    }
  }

  @Test("tells which files an edit leaves as they are, and the text of the others is not asked for")
  func untouched() throws {
    var catalogue = ChangingCatalogue(seed: 1, count: 40).documents
    for number in catalogue.indices { catalogue[number].fingerprint = UInt64(number + 1) }
    var memory = SearchMemory()
    let before = try index(catalogue, &memory)
    for number in catalogue.indices where number != 3 {
      catalogue[number].body = {
        Issue.record("asked for the text of a document that has not changed")
        return []
      }
    }
    let body = catalogue[3].body()
    catalogue[3].body = { body + ["Ankkuri."] }
    catalogue[3].fingerprint = 1000
    let after = try index(catalogue, &memory)
    #expect(!memory.kept.isEmpty)
    let fingerprints = Dictionary(uniqueKeysWithValues: before.files.map { ($0.path, $0.fingerprint) })
    let touched = after.files.filter { fingerprints[$0.path] != $0.fingerprint }.map(\.path)
    #expect(!touched.isEmpty)
    #expect(touched.allSatisfy { $0.hasPrefix("terms/") || $0.hasPrefix("phrases/") }, "\(touched)")
  }

  @Test("is told from any other by a hash in which every byte and their number count")
  func hash() {
    let bytes = (0..<100).map { UInt8($0) }
    func hash(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { hash64(large: $0, seed: 1) } }
    var seen = Set((0...100).map { hash(Array(bytes.prefix($0))) })
    for place in bytes.indices {
      var other = bytes
      other[place] ^= 0x80
      seen.insert(hash(other))
    }
    #expect(seen.count == 201)
    #expect(hash([UInt8](repeating: 0, count: 32)) != hash([UInt8](repeating: 0, count: 64)))
  }

  @Test("is not trusted when it is damaged or cut short")
  func damaged() throws {
    var memory = SearchMemory()
    _ = try index(ChangingCatalogue(seed: 1, count: 3).documents, &memory)
    let bytes = memory.kept
    #expect(SearchMemory(kept: bytes) != nil)
    for place in stride(from: 0, to: bytes.count, by: 97) where bytes[place] != 0 {
      var damaged = bytes
      damaged[place] ^= 1
      #expect(SearchMemory(kept: damaged) == nil, "byte \(place)")
    }
    for length in [0, 20, 60, 400, bytes.count / 2] { #expect(SearchMemory(kept: Array(bytes.prefix(length))) == nil) }
  }
}
