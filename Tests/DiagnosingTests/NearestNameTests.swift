import Support
import Testing

@testable import Diagnosing

@Suite("The nearest name")
struct NearestNameTests {
  private let keys = [
    "nimi", "lyhyt kuvaus", "toteutuspaikka", "alue", "rahoittaja", "vaihe", "luotu", "muokattu", "kuva",
  ]

  @Test(
    "is the one that was meant",
    arguments: [
      ("vaihee", "vaihe"), ("vaihet", "vaihe"), ("Vaihe", "vaihe"), ("viahe", "vaihe"), ("alueet", "alue"),
      ("rahotitaja", "rahoittaja"), ("lyhytkuvaus", "lyhyt kuvaus"), ("luotuu", "luotu"),
      ("toteutuspaika", "toteutuspaikka"),
    ])
  func near(word: String, name: String) {
    #expect(NearestName.suggestions(for: word, among: keys).first == name)
  }

  @Test("is none where nothing is near", arguments: ["", "kuvaus", "budjetti", "x", "ääkköset"])
  func far(word: String) {
    #expect(NearestName.suggestions(for: word, among: keys).isEmpty)
  }

  @Test("counts a missing diaeresis as half a letter")
  func diaeresis() {
    #expect(NearestName.ranked(for: "Jamsa", among: ["Jämsä"]).first?.distance == 2)
    #expect(NearestName.ranked(for: "Jämsä", among: ["Jamsa"]).first?.distance == 2)
    #expect(NearestName.ranked(for: "Jumsa", among: ["Jämsä"]).first?.distance == 3)
  }

  @Test("comes first, each name once, and no more than asked for")
  func order() {
    #expect(
      NearestName.suggestions(for: "kuvat", among: ["kuvaa", "kuva", "kuvat", "kuva"], limit: 2) == ["kuvat", "kuva"])
  }

  @Test("is found after any one edit of any name")
  func oneEdit() {
    var random = SeededGenerator(seed: 1964)
    for name in keys {
      for _ in 0..<50 {
        let word = edited(name, using: &random)
        #expect(NearestName.suggestions(for: word, among: keys).contains(name), "\(word) is not near \(name)")
      }
    }
  }

  private func edited(_ name: String, using random: inout SeededGenerator) -> String {
    var letters = Array(name)
    let position = Int.random(in: 0..<letters.count - 1, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: letters.remove(at: position)
    case 1: letters.insert("x", at: position)
    case 2: letters[position] = "q"
    default: letters.swapAt(position, position + 1)
    }
    return String(letters)
  }
}
