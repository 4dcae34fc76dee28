import Diagnosing
import Reading
import Support
import Testing

@testable import Cataloguing

/// Practices that a reader may want next: by shared keywords, the rarer the more, and by programme.
@Suite struct RelatedPracticesTests {
  @Test func `Keywords in any spelling are one, in the order in which each practice has them`() {
    let catalogue = catalogue([["Perhe", "arki"], ["arki", "PERHE", "koulu"], ["koulu"]])
    #expect(catalogue.keywords.map(\.word) == ["arki", "koulu", "Perhe"])
    #expect(catalogue.keywords.map(\.practices) == [[0, 1], [1, 2], [0, 1]])
    #expect(catalogue.keywordsByPractice == [[2, 0], [0, 2, 1], [1]])
  }

  @Test func `The commonest keywords are those of the most practices, and then the first in the alphabet`() {
    let catalogue = catalogue([["b", "d"], ["b", "c"], ["a", "d"], ["b", "e"]])
    #expect(catalogue.commonestKeywords(4).map { catalogue.keywords[$0].word } == ["b", "d", "a", "c"])
    #expect(catalogue.commonestKeywords(9).map { catalogue.keywords[$0].word } == ["b", "d", "a", "c", "e"])
  }

  @Test func `The rarest shared keyword counts most and is told first`() throws {
    let catalogue = catalogue(
      [["harvinainen", "yleinen"], ["yleinen"], ["yleinen"], ["harvinainen", "yleinen"]], "-")
    let related = RelatedPractices(in: catalogue, links: [[], [], [], []]).related(to: 0)
    #expect(related.map(\.practice) == [3, 1, 2])
    #expect(related.first?.reasons == [.keywords(["harvinainen", "yleinen"])])
  }

  @Test func `One programme and a mention count more than a keyword`() {
    let programmes = ["Läsnä", "-", "Läsnä", "-"]
    let catalogue = catalogue([["a"], ["a"], ["b"], ["b"]], programmes)
    let related = RelatedPractices(in: catalogue, links: [[], [], [], [0]]).related(to: 0)
    #expect(related.map(\.practice) == [3, 2, 1])
    #expect(related.map(\.reasons) == [[.mentioned], [.sameProgramme("Läsnä")], [.keywords(["a"])]])
  }

  @Test(arguments: 0..<20)
  func `The best of any catalogue are those of a plain computation`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let words = (0..<12).map { "sana\($0)" }
    let keywords = (0..<40).map { _ in
      Array(words.shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random)))
    }
    let catalogue = catalogue(keywords, "-")
    let related = RelatedPractices(in: catalogue, links: keywords.map { _ in [] })
    for practice in keywords.indices {
      var scores: [Int: Double] = [:]
      for other in keywords.indices where other != practice {
        scores[other] = score(keywords[practice], keywords[other], in: keywords)
      }
      let best = scores.values.filter { $0 > 0 }.sorted(by: >).prefix(RelatedPractices.limit)
      let found = related.related(to: practice).map { scores[$0.practice] ?? 0 }
      #expect(found.count == best.count)
      // Sums in another order may differ in their last bits.
      for (score, expected) in zip(found, best) { #expect(abs(score - expected) < 1e-9) }
    }
  }

  /// Inverse document frequency of every shared keyword.
  private func score(_ own: [String], _ other: [String], in all: [[String]]) -> Double {
    var sum = 0.0
    for word in own where other.contains(word) {
      let holders = all.count { $0.contains(word) }
      sum += (Double(all.count) / Double(holders)).logarithm + 0.5
    }
    return sum
  }

  private func catalogue(_ keywords: [[String]], _ programme: String) -> Catalogue {
    catalogue(keywords, keywords.map { _ in programme })
  }

  /// Practices with these keywords, each of a programme; `-` for one of its own.
  private func catalogue(_ keywords: [[String]], _ programmes: [String]? = nil) -> Catalogue {
    let entries = keywords.enumerated().map { index, words in
      let programme = programmes?[index] ?? "-"
      let text = SampleEntry.text
        .replacing("[poissaolot, opiskeluhuolto]", with: "[" + words.joined(separator: ", ") + "]")
        .replacing(
          "kokonaisuus: ”Läsnä” -hanke", with: "kokonaisuus: \(programme == "-" ? "Hanke \(index)" : programme)")
      let number = index < 10 ? "0\(index)" : "\(index)"
      return EntryMatcher.match(
        Entry.read(SourceFile(path: "content/practices/malli-\(number).md", text: text)), schema: OwnSchema.schema)
    }
    return MatchedSite(
      schema: OwnSchema.schema, configuration: TestSite.configuration, entries: entries, pages: [], files: []
    ).catalogue
  }
}
