import Foundation
import Testing

/// The platform's pages have looked in four ways; a made-up model of each, as text and as a saved page.
///
/// Run with `RECORD_SNAPSHOTS=1` to write what the import gives now, and read the difference.
@Suite("Pages of all four generations")
struct GenerationTests {
  static let pages = OwnSite.names(in: "Tests/Fixtures/import").filter { $0.hasSuffix(".txt") || $0.hasSuffix(".html") }

  private func imported(_ name: String) -> Imported {
    Imported(bytes: OwnSite.file("Tests/Fixtures/import/\(name)").bytes, path: name)
  }

  @Test("are eight samples") func count() { #expect(GenerationTests.pages.count == 8) }

  @Test("become the entries that stand beside them", arguments: pages)
  func golden(name: String) throws {
    let text = imported(name).text
    let path = OwnSite.root.appending(path: "Tests/Fixtures/import/\(name).md")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try Data(text.utf8).write(to: path)
    }
    #expect(text == (try String(contentsOf: path, encoding: .utf8)))
  }

  @Test("keep nothing of navigation, notices of cookies, cards of other models, scripts and footers", arguments: pages)
  func chrome(name: String) {
    let text = imported(name).text
    let ofTheSite = [
      "eväste", "Eväste", "Hyväksy", "Etusivu", "Tietosuoja", "Saavutettavuusseloste", "©", "Kirjaudu", "Jaa",
      "Facebook",
      "Muita toimintamalleja", "Muut toimintamallit", "Toinen malli", "Turku", "Lukukoira", "window", "field__",
      "Hyppää", "Alusta\n",
    ]
    for word in ofTheSite { #expect(!text.contains(word), "\(name) holds \(word)") }
  }

  @Test("lead back to the same entry by way of an export", arguments: pages)
  func roundTrip(name: String) {
    let first = imported(name)
    let second = Imported(first.exported)
    #expect(first.withoutUnlabelled == second.withoutUnlabelled)
  }

  @Test("give the same entry from copied text as from the saved page, where both say the same")
  func textAndPage() {
    for generation in ["g1", "g3"] {
      #expect(imported("\(generation).txt").text == imported("\(generation).html").text)
    }
  }

  @Test("of the fourth look like the page in full: all sections, both funders, county, dates and stage")
  func fourth() {
    let entry = imported("g4.txt")
    #expect(entry.checked == [])
    #expect(entry.matched.sections.compactMap(\.definition) == [0, 1, 2, 3, 4, 5])
    #expect(entry.fields["rahoittaja"] == "Muu EU-rahoitus | Sosiaali- ja terveysministeriö (STM)")
    #expect(entry.fields["alue"] == "Pirkanmaan hyvinvointialue")
    #expect(entry.fields["luotu"] == "3.5.2024")
    #expect(entry.fields["muokattu"] == "17.12.2025")
    #expect(entry.fields["vaihe"] == "Valmis")
  }

  @Test("leave out the stage where the page does not say it")
  func stageIsNotInvented() {
    #expect(imported("g1.txt").fields["vaihe"] == nil)
    #expect(imported("g3.html").fields["vaihe"] == nil)
  }

  @Test("say what they could not place, at its place in the file that was read")
  func findings() {
    #expect(imported("g3.txt").findings == ["14:1 import-value", "16:1 import-picture"])
    #expect(imported("g3.html").findings == ["8:70 import-value", "9:26 import-picture"])
    #expect(imported("g2.html").findings.contains("14:9 import-stray"))
  }
}

extension Imported {
  /// The entry without the words of its comment that an export cannot give back: pictures of sections, and
  /// what stood under no label.
  var withoutUnlabelled: String {
    let paragraphs = comment.components(separatedBy: "\n\n").filter {
      ["Kuva\n", "Kuvateksti\n", "Kansikuva\n", "Toimintamallin ", "Liitteet ", "Luotu\n"].contains(where: $0.hasPrefix)
    }
    return (text.components(separatedBy: "<!--").first ?? "") + paragraphs.joined(separator: "\n\n")
  }
}
