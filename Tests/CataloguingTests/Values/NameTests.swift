import Support
import Testing

@testable import Cataloguing

@Suite("A name's key")
struct NameKeyTests {
  @Test(
    "leaves out case, outer and doubled space and the kind of hyphen",
    arguments: [
      ("  Kohderyhmä ja  Asiakasymmärrys ", "kohderyhmä ja asiakasymmärrys"), ("ÄÖÅ É Š", "äöå é š"),
      ("Etelä‑Savo", "etelä-savo"), ("Etelä–Savo", "etelä-savo"), ("STM", "stm"), ("sote\u{AD}keskus", "sotekeskus"),
      ("a\u{A0}b", "a b"), ("", ""), (" \t\n", ""),
    ])
  func key(text: String, key: String) {
    #expect(NameKey.of(text) == key)
  }

  @Test("of a key is the key itself, for every name of the vocabularies")
  func idempotent() {
    for vocabulary in OwnSchema.schema.vocabularies.all {
      for name in vocabulary.terms.flatMap({ $0.names.all + $0.otherNames }) {
        #expect(NameKey.of(NameKey.of(name)) == NameKey.of(name))
        #expect(NameKey.of(name.uppercased()) == NameKey.of(name.lowercased()))
      }
    }
  }
}

@Suite("A vocabulary")
struct VocabularyTests {
  private let regions = OwnSchema.schema.regionVocabulary
  private let funders = OwnSchema.schema.funderVocabulary

  private func code(_ text: String, _ vocabulary: Vocabulary?) -> String? {
    vocabulary.flatMap { vocabulary in vocabulary.term(named: text).map { vocabulary.terms[$0].code } }
  }

  @Test(
    "finds a region by any of its names",
    arguments: [
      ("Lempäälä", "kunta-418"), ("lempäälä", "kunta-418"), ("LEMPÄÄLÄ", "kunta-418"), (" Lempäälä ", "kunta-418"),
      ("Lempäälän kunta", "kunta-418"), ("Jämsän kaupunki", "kunta-182"), ("Helsingin kaupunki", "kunta-091"),
      ("Esbo stad", "kunta-049"), ("City of Espoo", "kunta-049"), ("Varha", "hva-05"), ("Pirkanmaa", "maakunta-06"),
      ("Varsinais–Suomen hyvinvointialue", "hva-05"), ("Valtakunnallinen", "maa-FI"),
    ])
  func regions(text: String, expected: String) {
    #expect(code(text, regions) == expected)
  }

  @Test(
    "finds a funder by any of its names",
    arguments: [
      ("STM", "STM"), ("stm", "STM"), ("Sosiaali- ja terveysministeriö (STM)", "STM"), ("SHM", "STM"),
      ("Sosiaali– ja terveysministeriö", "STM"), ("Ei ilmoitettu", "EIILMOITETTU"),
    ])
  func funders(text: String, expected: String) {
    #expect(code(text, funders) == expected)
  }

  @Test("leads every name to a term that has it")
  func complete() {
    for vocabulary in OwnSchema.schema.vocabularies.all {
      for term in vocabulary.terms {
        for name in term.names.all + term.otherNames {
          let found = vocabulary.term(named: name).map { vocabulary.terms[$0] }
          #expect(found.map { ($0.names.all + $0.otherNames).contains { NameKey.of($0) == NameKey.of(name) } } == true)
        }
        #expect(vocabulary.term(code: term.code).map { vocabulary.terms[$0].code } == term.code)
      }
    }
  }

  @Test(
    "guesses what a misspelt value means, and how surely",
    arguments: [
      ("Lempälä", "Lempäälä", true), ("Lempaala", "Lempäälä", true), ("Lempäälällä", "Lempäälä", true),
      ("Lempälän kunta", "Lempäälä", true), ("Pirkanma", "Pirkanmaa", true), ("Jamsa", "Jämsä", true),
      ("Helsingfor", "Helsingfors", true), ("Varhaa", "Varha", false),
    ])
  func guesses(text: String, name: String, isCertain: Bool) throws {
    let guesses = TermGuess.ranked(for: text, in: try #require(regions), .fi)
    #expect(guesses.first?.name == name)
    #expect(TermGuess.isCertain(guesses, for: text) == isCertain, "\(guesses.prefix(3).map { ($0.name, $0.distance) })")
  }

  @Test(
    "guesses by one word where the whole is near nothing",
    arguments: [
      ("Lempäälän kunta", "Kunnan oma rahoitus"), ("Pirkanmaan hyvinvointialue", "Hyvinvointialueen oma rahoitus"),
      ("Kylän oma yhdistys", "Järjestön oma rahoitus"),
    ])
  func guessesByWord(text: String, name: String) throws {
    let guesses = TermGuess.ranked(for: text, in: try #require(funders), .fi)
    #expect(guesses.map(\.name) == [name])
    #expect(!TermGuess.isCertain(guesses, for: text))
  }

  @Test("prefers the entry's language where two names are as near")
  func language() throws {
    let stages = try #require(OwnSchema.schema.stageVocabulary)
    #expect(TermGuess.ranked(for: "Ide", in: stages, .fi).first?.name == "Idea")
    #expect(TermGuess.ranked(for: "Ide", in: stages, .sv).first?.name == "Idé")
  }
}

@Suite("A place")
struct PlaceFinderTests {
  private func codes(_ text: String) -> [String] {
    guard let vocabulary = OwnSchema.schema.regionVocabulary, let finder = OwnSchema.schema.places else { return [] }
    return finder.regions(in: text).map { vocabulary.terms[$0].code }
  }

  @Test(
    "names regions in any inflection",
    arguments: [
      ("Lempäälän kunnan koulut", ["kunta-418"]), ("koulut (Jämsässä)", ["kunta-182"]), ("”Lempäälä”", ["kunta-418"]),
      ("Helsingin kaupunki, kasvatuksen ja koulutuksen toimiala", ["kunta-091"]),
      ("Varsinais-Suomen hyvinvointialue, Läpimurto-valmennus", ["hva-05"]),
      ("Vantaan ja Keravan hyvinvointialue", ["hva-04"]),
    ])
  func found(text: String, expected: [String]) {
    #expect(codes(text) == expected)
  }

  @Test(
    "names none by words that mean other things too",
    arguments: ["Koko maa", "Salon kampaajat ja Turun sinappi", "koulut", "", "Lempäälä-talo", "Aura"])
  func silent(text: String) {
    #expect(codes(text).isEmpty)
  }
}
