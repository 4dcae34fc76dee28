import Diagnosing
import Testing

@testable import Spelling

@Suite("The words of running text")
struct RunningTextTests {
  private func words(_ text: String) -> [String] {
    let file = SourceFile(path: "malli.md", text: text)
    var found = RunningText(file) { $0 == "huomio" || $0 == "portaat" }
    found.read(body: 0..<file.bytes.count)
    for word in found.words {
      #expect(word.text.hasPrefix(file.text(word.range).filter { $0 != "\u{AD}" }))
    }
    return found.words.map(\.text)
  }

  @Test(
    "are those that readers see",
    arguments: [
      ("**Koulu** ja _koti_.", ["Koulu", "ja", "koti"]), ("## Väli-otsikko:", ["Väli-otsikko"]),
      ("- koulu–koti", ["koulu", "koti"]), ("EU:n tuki, A:n", ["EU:n", "tuki", "A:n"]),
      ("terveys- ja perhepalvelut", ["terveys-", "ja", "perhepalvelut"]), ("läs\u{AD}näolo", ["läsnäolo"]),
      ("[koulun opas](https://www.example.org/opsa)", ["koulun", "opas"]),
      ("![kolme porrasta](portat.png) lisää", ["kolme", "porrasta", "lisää"]), ("”koti”, ’koulu’", ["koti", "koulu"]),
      ("koulu/koti", ["koulu", "koti"]), ("vaa'an rei’ittää", ["vaa'an", "rei’ittää"]),
    ])
  func shown(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test(
    "are none of code, addresses, HTML, comments, entities and figures",
    arguments: [
      "`mallisto chekc`", "``a ` bce``", "<https://esimerkki.fi/opsa>", "www.esimerkki.fi/opsa",
      "etu.suku@esimerkki.fi",
      "kuva.png", "<b>", "<!-- tyhäj -->", "<!-- monta\nriviä -->", "&nbsp;",
      "3.–9.-luokkalaiset".replacing("–", with: "-"),
      "7b", "a", "muistio_pohja", "```\nkoodai\n```", "```swift\nlet koodai\n```", "[viite]: https://opsa.fi/osote",
      "    koodai sisennettynä", "    koodai\n    lisää koodai\n\n    vielä",
    ])
  func unseen(_ text: String) {
    #expect(words(text) == [])
  }

  @Test("stand in blocks of text too, and after a block of code")
  func blocks() {
    #expect(words("```huomio\nTärkeää.\n```\nLoppu.") == ["Tärkeää", "Loppu"])
    #expect(words("~~~\nkoodai\n~~~\nLoppu.") == ["Loppu"])
    #expect(words("- kohta\n\n    jatkuu tässä") == ["kohta", "jatkuu", "tässä"])
    #expect(words("Kappale\n    jatkuu tässä") == ["Kappale", "jatkuu", "tässä"])
  }
}
