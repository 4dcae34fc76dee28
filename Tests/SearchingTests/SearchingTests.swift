import Diagnosing
import Foundation
import Testing

@testable import Searching

/// Terms of a Finnish word form, as text; parts in parentheses, related verbs in brackets, unknown words quoted.
func terms(_ form: String) throws -> [String] {
  var analyser = try Analyser(VoikkoVersion.transducer())
  var found = FoundTerms()
  Array(form.utf8).withUnsafeBufferPointer { analyser.findTerms(of: $0, in: &found) }
  return found.terms.map { term in
    let text = String(decoding: found.text(of: term), as: UTF8.self)
    switch term.kind {
    case .whole: return text
    case .part: return "(\(text))"
    case .related: return "[\(text)]"
    case .surface: return "”\(text)”"
    }
  }
}

func forms(_ text: String) -> [String] {
  var scanner = WordScanner()
  var forms: [String] = []
  scanner.scan(text) { forms.append(String(decoding: $0, as: UTF8.self)) }
  return forms
}

@Suite("Words in text")
struct WordScannerTests {
  @Test("are lower case, without punctuation")
  func lowerCase() {
    #expect(forms("Poissaoloihin, ÄLÄ Åbo—Ühtne (80 %)!") == ["poissaoloihin", "älä", "åbo", "ühtne", "80"])
  }

  @Test("keep hyphens, apostrophes and colons inside, not at the ends")
  func joiners() {
    #expect(forms("maa-aines koulu- ja vaa’an EU:n: ’näin’") == ["maa-aines", "koulu", "ja", "vaa'an", "eu:n", "näin"])
  }

  @Test("are numbered as they are met, and counted, with the languages that have them")
  func tally() {
    var tally = FormTally()
    func note(_ form: String, isFinnish: Bool) -> Int {
      var form = form
      return form.withUTF8 { tally.note($0, isFinnish: isFinnish) }
    }
    let numbers = [("malli", true), ("koulu", true), ("malli", true), ("malli", false), ("skola", false)].map(note)
    #expect(numbers == [0, 1, 0, 0, 2])
    #expect(tally.counts == [3, 1, 1])
    #expect(tally.usage == [3, 1, 2])
  }

  @Test("are composed, and lose soft hyphens and zero-width characters")
  func composed() {
    #expect(forms("a\u{308}lyka\u{308}s pois\u{AD}sa\u{200B}olo") == ["älykäs", "poissaolo"])
  }

  @Test("are read a line at a time where lines belong to no one paragraph")
  func lines() {
    #expect(SearchText.lines(of: Array("\nTuki alkaa.\n\nöljy".utf8)) == ["Tuki alkaa.", "öljy"])
    #expect(SearchText.lines(of: Array("yksi".utf8)) == ["yksi"] && SearchText.lines(of: []).isEmpty)
  }

  @Test("go on after a hyphen at the end of a line, but not into a conjunction")
  func lineEnds() {
    #expect(forms("pois-\nsaolo koulu-\nja koti") == ["pois\nsaolo", "koulu", "ja", "koti"])
  }

  @Test("of scripts beyond the basic plane, signs and multiplication signs are left out")
  func outside() {
    #expect(forms("3×4 😀malli÷ \u{10400}x") == ["3", "4", "malli", "x"])
  }
}

@Suite("Terms of Finnish words")
struct AnalyserTests {
  @Test("are base forms")
  func baseForms() throws {
    #expect(try terms("poissaoloihin") == ["poissaolo"])
    #expect(try terms("jämsässä") == ["jämsä"])
    #expect(try terms("toivossa") == ["toivo"])
  }

  @Test("hold the parts of a compound and its runs of parts")
  func compounds() throws {
    #expect(try terms("koulupoissaoloja") == ["koulupoissaolo", "(koulu)", "(poissaolo)"])
    #expect(
      try terms("lastensuojelutyöhön")
        == ["lastensuojelutyö", "(lapsi)", "(suojelu)", "(lastensuojelu)", "(työ)", "(suojelutyö)"])
  }

  @Test("come from the reading with the fewest parts")
  func fewestParts() throws {
    #expect(try terms("oppilasta") == ["oppilas"])
  }

  @Test("are those of an ordinary word rather than of one who does it, of a pronoun rather than of a noun")
  func likelyReadings() throws {
    #expect(try terms("kirjoja") == ["kirja", "kirjo"])
    #expect(try terms("kirjojan") == ["kirjoja"])
    #expect(try terms("joissa") == ["joka"])
    #expect(try terms("joessa") == ["joki"])
    #expect(try terms("häntä").contains("häntä"))
    #expect(try terms("sosiaalihuoltolain").contains("sosiaalihuoltolaki"))
  }

  @Test("of an action noun are the noun, its verb being related")
  func actionNouns() throws {
    #expect(try terms("kiusaamisen") == ["kiusaaminen", "[kiusata]"])
    #expect(try terms("kiusaamistapauksia").contains("(kiusaaminen)"))
  }

  @Test("of a hyphenated word are also its halves")
  func hyphens() throws {
    #expect(try terms("opettaja-oppilassuhteen").contains("(opettaja)"))
    #expect(try terms("maa-aineksen").first == "maa-aines")
  }

  @Test("of a word broken at a line's end are those of the whole word")
  func brokenWords() throws {
    #expect(try terms("pois\nsaoloja") == ["poissaolo"])
  }

  @Test("of an unknown word are the word, of a figure the figure without its case")
  func unknown() throws {
    #expect(try terms("xyzzyn") == ["”xyzzyn”"])
    #expect(try terms("eu:n") == ["eu"])
    #expect(try terms("2024") == ["”2024”"])
  }
}

@Suite("The search index")
struct SearchIndexTests {
  let documents = [
    SearchDocument(
      slug: "poissaolot", language: .fi, title: "Poissaoloihin puuttuminen", keywords: ["poissaolot"],
      body: ["Koulupoissaoloja ehkäistään yhdessä."],
      facets: [SearchFacet("region", ["kunta-418", "hva-06"]), SearchFacet("stage", ["valmis"])]),
    SearchDocument(
      slug: "ankkuri", language: .fi, title: "Ankkurimalli", summary: "Nuoren tuki", body: ["Tuki alkaa varhain."],
      facets: [SearchFacet("stage", ["idea"])], stored: [SearchField("modified", "2024-01-02")]),
    SearchDocument(slug: "skola", language: .sv, title: "Skolnärvaro", body: ["Eleven i skolan."]),
  ]

  func index(_ documents: [SearchDocument], _ memory: inout SearchMemory) throws -> SearchIndex {
    try SearchIndex(documents, module: "/assets/search.js", memory: &memory)
  }

  @Test("is the same for any order of documents")
  func deterministic() throws {
    var memory = SearchMemory()
    let first = try index(documents, &memory).contents
    #expect(try index(documents.reversed(), &memory).contents == first)
    var other = SearchMemory()
    _ = try index([documents[2]], &other)
    #expect(try index(documents, &other).contents == first)
  }

  @Test("names the module and the number of documents in its manifest")
  func manifest() throws {
    var memory = SearchMemory()
    let file = try #require(index(documents, &memory).files.first { $0.path == "manifest.json" })
    let text = String(decoding: file.bytes(), as: UTF8.self)
    #expect(text.contains("\"module\":\"/assets/search.js\""))
    #expect(text.contains("\"documents\":3"))
  }

  @Test("finds a word as it is written, for quotes, in the list of its hash")
  func phrases() throws {
    var memory = SearchMemory()
    let files = try index(documents, &memory).files
    let file = try #require(files.first { $0.path == "phrases/0.bin" })
    #expect(!file.bytes().isEmpty)
    // FNV-1a of "a", as its authors publish it.
    #expect(Array("a".utf8).withUnsafeBufferPointer { FormOrder.hash($0) } == 0xE40C_292C)
  }

  @Test("puts words that begin alike into one shard, and never more than its size")
  func partition() {
    let words = (0..<50).map { "koulu\($0)" } + (0..<50).map { "äiti\($0)" } + ["a", "b"]
    var writer = ByteStrings.Writer()
    for word in words.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) { writer.append(word.utf8) }
    var base = SearchBase()
    base.terms = ByteStrings(joining: [writer])
    let partition = TermPartition(TermList(base, SearchPatch()), limit: 30)
    #expect(partition.shards.map(\.terms.count).reduce(0, +) == 102)
    #expect(partition.shards.allSatisfy { $0.terms.count <= 30 })
    #expect(partition.shards[0].prefix.isEmpty)
    #expect(
      partition.shards.map(\.prefix)
        == partition.shards.map(\.prefix).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  @Test("keeps the words of many documents in one dictionary, and with them those that a form of one could be of")
  func common() throws {
    let words = [String](repeating: "skolan", count: 8) + ["skola", "skolas", "skog", "elev"]
    let documents = (0..<40).map { number in
      SearchDocument(slug: "\(number)", language: .sv, title: number < words.count ? words[number] : "\(number)")
    }
    var memory = SearchMemory()
    let files = try index(documents, &memory).files
    #expect(!files.contains { $0.path == "terms/common.txt" })
    let manifest = String(decoding: files.first { $0.path == "manifest.json" }?.bytes() ?? [], as: UTF8.self)
    let dictionary = try #require(manifest.split(separator: "\"common\":\"").last).prefix { $0 != "\"" }.split(
      separator: "|")
    #expect(dictionary.dropFirst() == ["#skola", "(n", "(s"])
    // Each of them: whether it stands beside the one before, what the dictionary knows of it, and how common it is.
    var reader = DecisionReader(try #require(Data(base64Encoded: String(dictionary[0]))))
    let told: [(likeness: UInt32, letter: Unicode.Scalar, size: Int)] = [
      (5, "a", 0), (3 << 6 + 1, "n", 1), (3 << 6 + 1 << 3 + 1, "s", 0),
    ]
    for (likeness, letter, size) in told {
      #expect(reader.decision(5 << 12 + likeness) == (letter != "a"))
      #expect(reader.number(width: 4, 6 << 12 + letter.value << 4) == 4)
      #expect(reader.number(width: 2, 4 << 12) == size)
    }
    let others = files.filter { $0.path.hasPrefix("terms/t") }.map { String(decoding: $0.bytes(), as: UTF8.self) }
    #expect(others.contains { $0.contains("skog") })
    #expect(!others.contains { $0.contains("skola") })
  }

  @Test("tells which of the most common words every document has")
  func everyDocument() throws {
    let documents = (0..<300).map { number in
      SearchDocument(slug: "\(number)", language: .sv, title: number == 7 ? "skola" : "skola elev")
    }
    var memory = SearchMemory()
    let manifest = try index(documents, &memory).text("manifest.json")
    let dictionary = try #require(manifest.split(separator: "\"common\":\"").last).prefix { $0 != "\"" }.split(
      separator: "|")
    #expect(dictionary.dropFirst() == ["#elev", "#skola"])
    var reader = DecisionReader(try #require(Data(base64Encoded: String(dictionary[0]))))
    for (letter, likeness) in [(Unicode.Scalar("v"), UInt32(4)), ("a", 4 << 3 + 5)] {
      let isBeside = reader.decision(5 << 12 + likeness)
      let marks = reader.number(width: 4, 6 << 12 + letter.value << 4)
      let size = reader.number(width: 2, 4 << 12)
      let isEverywhere = reader.decision(7 << 12)
      #expect((isBeside, marks, size, isEverywhere) == (false, 4, 3, letter == "a"))
    }
  }

  @Test("keeps the other words' postings beside their dictionary")
  func wholeShards() throws {
    let entries = (0..<40).map { number in
      SearchDocument(slug: "\(number + 10)", language: .sv, title: number == 7 || number == 20 ? "elev" : "skola")
    }
    var memory = SearchMemory()
    let files = try index(entries, &memory).files
    #expect(files.map(\.path).filter { $0.hasPrefix("terms/t") } == ["terms/t.bin"])
    let bytes = try #require(files.first { $0.path == "terms/t.bin" }).bytes()
    #expect(Array(bytes.prefix(6)) == [5] + Array("#elev".utf8))
    var reader = DecisionReader(bytes.dropFirst(6))
    #expect(reader.number(width: 4, 6 << 12 + 0x76 << 4) == 4)
    let (documents, impacts) = reader.list()
    #expect(documents == [7, 20])
    #expect(impacts == [12, 12])
  }

  @Test("names a file of postings by its first word, so that one more file moves no other")
  func stableNames() throws {
    func postings(_ words: [String]) throws -> [String: [UInt8]] {
      let documents = (0..<300).map { number in
        SearchDocument(
          slug: "\(number + 1000)", language: .sv, title: "\(number)",
          body: [
            SearchText(words.enumerated().filter { ($0.offset + number) % 3 > 0 }.map(\.element).joined(separator: " "))
          ])
      }
      var memory = SearchMemory()
      let files = try index(documents, &memory).files.filter { $0.path.hasPrefix("terms/common-") }
      return Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes()) })
    }
    let words = "bcdefghijkl".flatMap { first in "aeiouy".map { "\(first)\($0)rg" } }
    let before = try postings(words)
    #expect(before.count > 8)
    // Three more words before all others, whose lists take half a file and more.
    let after = try postings(words + ["aarg", "aerg", "airg"])
    #expect(before.count { after[$0.key] == $0.value } >= before.count - 2)
  }

  @Test("keeps a common word's first cards after its postings, but for a small catalogue")
  func cardsAfterPostings() throws {
    func files(_ count: Int) throws -> [SearchFile] {
      let documents = (0..<count).map { number in
        SearchDocument(slug: "\(number + 1000)", language: .sv, title: number % 2 == 0 ? "skola" : "elev")
      }
      var memory = SearchMemory()
      return try index(documents, &memory).files
    }
    let name = Array("skola".utf8).withUnsafeBufferPointer { "terms/common-\(FormOrder.hash($0)).bin" }
    let large = try files(1000)
    #expect(!large.contains { $0.path.hasPrefix("best/") })
    let bytes = try #require(large.first { $0.path == name }).bytes()
    // The length of the list comes before it.
    #expect(bytes[0] < 128)
    var reader = DecisionReader(bytes.dropFirst().prefix(Int(bytes[0])))
    #expect(reader.list().documents == (0..<500).map { $0 * 2 })
    let cards = String(decoding: bytes.dropFirst(1 + Int(bytes[0])), as: UTF8.self).split(separator: "\n")
    #expect(cards.first == "number slug language title summary")
    #expect(cards[1...10].allSatisfy { Int($0).map { $0 % 2 == 0 } ?? false })
    let small = try files(400)
    let list = try #require(small.first { $0.path == name }).bytes()
    #expect(list.count == 1 + Int(list[0]))
  }

  @Test("names the words that are too common for quotes in the manifest, and has them in no file")
  func everywhere() throws {
    let documents = (0..<2100).map { number in
      SearchDocument(
        slug: "\(number + 1000)", language: .sv, title: "elev", body: ["skola skola skola skola skola skola"])
    }
    var memory = SearchMemory()
    let files = try index(documents, &memory).files
    let manifest = String(decoding: files.first { $0.path == "manifest.json" }?.bytes() ?? [], as: UTF8.self)
    let hash = Array("skola".utf8).withUnsafeBufferPointer { FormOrder.hash($0) }
    let written = try #require(manifest.split(separator: "\"everywhere\":\"").last).prefix { $0 != "\"" }
    var reader = DecisionReader(try #require(Data(base64Encoded: String(written))))
    #expect(reader.number(64) == 2)
    #expect(reader.number(0) == Int(hash >> 8) + 1)
    // *Elev* alone stands in two bytes and the byte of its end, 2,100 times, behind its hash and its length.
    let sizes = files.filter { $0.path.hasPrefix("phrases/") }.map { $0.bytes().count }
    #expect(sizes.reduce(0, +) <= 3 * 2100 + 8)
  }

  @Test("tells the place of each document in every order")
  func orders() throws {
    var memory = SearchMemory()
    var ordered = documents
    for (index, key) in ["2024-05-03", "2020-11-01", "2024-05-03"].enumerated() {
      ordered[index].orders = [SearchOrder("modified", key)]
    }
    // By slug: ankkuri, poissaolot, skola.
    #expect(try index(ordered, &memory).text("orders.json") == "{\n\"modified\":[0,1,1]\n}\n")
  }

  @Test("keeps cards column by column")
  func cards() throws {
    var memory = SearchMemory()
    let file = try #require(index(documents, &memory).files.first { $0.path == "cards/0.txt" })
    let lines = String(decoding: file.bytes(), as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "slug language title summary modified")
    #expect(
      lines.dropFirst() == [
        "ankkuri", "poissaolot", "skola", "fi", "fi", "sv",
        "Ankkurimalli", "Poissaoloihin puuttuminen", "Skolnärvaro", "Nuoren tuki", "", "", "2024-01-02", "", "",
      ])
  }

  @Test(
    "keeps the cards that a common word is answered with first in one file in a small catalogue, after its postings")
  func bestCards() throws {
    let documents = (100..<200).map { number in
      SearchDocument(
        slug: "\(number)", language: .sv, title: number % 20 == 7 ? "Skola \(number)" : "\(number)",
        body: [number == 150 ? "skola skolas" : "skola"])
    }
    var memory = SearchMemory()
    let files = try index(documents, &memory).files
    #expect(files.filter { $0.path.hasPrefix("cards/") }.count == 25)
    // *Skolas* is with the common words for its likeness alone: the card of one document needs no file of its own.
    let name = Array("skola".utf8).withUnsafeBufferPointer { "best/\(FormOrder.hash($0))-0.bin" }
    #expect(files.map(\.path).filter { $0.hasPrefix("best/") } == [name])
    // Its postings come before them, for who asks for this word alone.
    let bytes = try #require(files.first { $0.path == name }).bytes()
    var reader = DecisionReader(bytes.dropFirst().prefix(Int(bytes[0])))
    #expect(reader.list().documents == Array(0..<100))
    let lines = String(decoding: bytes.dropFirst(1 + Int(bytes[0])), as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "number slug language title summary")
    // Five have the word in their title; of the others those whose turn it is come first.
    let titled = [7, 27, 47, 67, 87]
    let others = (0..<100).filter { !titled.contains($0) }.sorted { DocumentOrder.turn($0) < DocumentOrder.turn($1) }
    let numbers = (titled + others.prefix(5)).sorted()
    #expect(lines[1...10].map { Int($0) } == numbers)
    #expect(lines[11] == "\(100 + numbers[0])")
  }

  @Test("keeps the cards of other words together, some words in a file, unless they stand in one or two documents")
  func cardsOfFew() throws {
    func files(_ count: Int) throws -> [SearchFile] {
      let documents = (0..<count).map { number in
        SearchDocument(
          slug: "\(number + 1000)", language: .sv, title: number % 40 == 3 ? "Elev" : number < 2 ? "Skog" : "\(number)")
      }
      var memory = SearchMemory()
      return try index(documents, &memory).files.filter { $0.path.hasPrefix("few/") }
    }
    let shared = try files(120)
    #expect(shared.map(\.path) == ["few/0.txt"])
    let lines = String(decoding: shared[0].bytes(), as: UTF8.self).split(separator: "\n")
    #expect(lines[1...4] == ["3", "43", "83", "1003"])
    #expect(try files(1000).isEmpty)
  }

  @Test("of nothing has files too")
  func empty() throws {
    var memory = SearchMemory()
    #expect(try index([], &memory).files.map(\.path).contains("manifest.json"))
  }
}

extension SearchIndex {
  /// The text of a file.
  func text(_ path: String) throws -> String {
    String(decoding: try #require(files.first { $0.path == path }).bytes(), as: UTF8.self)
  }
}

@Suite("The version of the dictionary")
struct VoikkoVersionTests {
  @Test("names the library and the dictionary with its own version")
  func version() throws {
    let version = try VoikkoVersion.installed()
    #expect(version.library.contains("."))
    #expect(version.dictionary.hasPrefix("fi-x-"))
    #expect(version.dictionary.contains { $0.isNumber })
  }
}

@Suite("A missing dictionary")
struct MissingDictionaryTests {
  @Test("says what to install, in three languages")
  func message() {
    for text in SearchFailure.missingDictionary(detail: "No valid dictionaries were found").message.all {
      #expect(text.contains("apt-get install libvoikko1 voikko-fi"))
    }
  }
}
