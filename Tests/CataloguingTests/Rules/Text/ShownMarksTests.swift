import Diagnosing
import Reading
import Testing

@testable import Cataloguing

@Suite("Marks that would show on the page")
struct ShownMarksTests {
  private func rules(_ text: String) -> [String] {
    Judging.findings(in: SourceFile(path: SampleEntry.path, text: SampleText.appending(text))).map(\.rule)
  }

  @Test(
    "are left alone where they are meant as they stand",
    arguments: [
      "Kirjoita `[[linkki]]`, `~~yli~~`, `==näin==` tai `** a **`.", "```\n[[a]] ~~b~~ == ** c **\n• d\n```",
      "Eka. <!-- [[a]] ~~b~~ ** c ** -->", "Merkit \\[[a]], \\~~b~~, \\==c== ja \\*\\* d.",
      "Lihavoitu **näin** ja ***näin*** ja __näin__.", "Summa a == b ja c == d, noin ~~ 5.",
      "Katso [^huom](https://www.esimerkki.fi/) tai [x] ja [ ].", "Tulo on 2 * 3 ja potenssi `2 ** 3`.",
      "– Kyllä meille sopii, sanoi opettaja.",
      "*Huom* näin\n*Toinen* näin", "1.9.2024 alkaen\n2.9.2024 asti",
      "```\n-eka\n-toka\n*kolmas\n*neljäs\na b\tc\nd e\tf\n```",
      "Luokat 1.–3.\n4.luokka", "Kahvi ja tee\tmaito ja pulla", "1.\tkahvi\n2.\ttee", "-   kahvi\ttee",
      "Malli (• ei luettelo) ja lämpö 5 · 3.", "Eka\n-toka", "Eka\no toka", "O hoi\nO niin", "o\no",
      "```\no a\no b\n| a | b |\n| c | d |\n＃＃ e\n```", "- perhe- ja\n-lastenkodit", "7.9.2024 alkaen\n8.luokka",
      "Rehtori | puhelin", "`a | b`\n`c | d`", "|x| on luku\n|y| on luku", "Maija | opettaja  \nMatti | rehtori  ",
      "a | b\nc | d | e", "#tunniste", "＃tunniste", "Luokat ＃＃ ja #",
    ])
  func silent(_ text: String) {
    #expect(rules(text) == [])
  }

  @Test(
    "are told in a note and in a list as well",
    arguments: [
      ("```huomio\nKatso [[toinen malli]].\n```", "foreign-markup"), ("- eka\n- ** toka **", "visible-emphasis"),
      ("- eka\n  • toka", "list-mark"), ("- eka\n  o toka\n  o kolmas", "list-mark"),
      ("o\u{A0}\u{A0} eka\no\u{A0}\u{A0} toka", "list-mark"), ("1) eka\n\n2)toka", "list-mark"),
      ("Eka | toka | kolmas\nyksi | kaksi | kolme", "plain-table"), ("Tiedot\n|a|b|\n|c|d|", "plain-table"),
      ("```huomio\n| a | b |\n| c | d |\n```", "plain-table"), ("#＃ Otsikko", "heading-space"),
      ("##\u{2009}Otsikko", "heading-space"), ("> ~~vanha~~", "foreign-markup"),
      ("```huomio\n** tärkeää **\n```", "visible-emphasis"),
      ("Merkki `<!--` alkaa.\n\nKatso [[toinen malli]]. <!-- Tarkista. -->", "foreign-markup"),
      ("```\n<!--\n```\n\nKatso [[toinen malli]].", "foreign-markup"),
    ])
  func told(_ text: String, _ rule: String) {
    #expect(rules(text) == [rule])
  }

  @Test("bold marks that are a paragraph of their own are told there")
  func alone() {
    let file = SourceFile(path: SampleEntry.path, text: SampleText.appending("Oikein **näin**.\n\n**\n\nLoppu."))
    #expect(Judging.findings(in: file).map { file.text(file.lineRange(at: $0.range.lowerBound)) } == ["**"])
  }

  @Test(
    "signs of a heading are told by what is wrong with them",
    arguments: [
      ("##Otsikko", "Otsikon #-merkkien jälkeen tulee väli"), ("##\u{A0}Otsikko", "tavallinen väli"),
      ("#\u{3000}Otsikko", "tavallinen väli"), ("＃＃ Otsikko", "tavallinen #"),
    ])
  func headings(_ text: String, _ words: String) {
    let findings = Judging.findings(in: SourceFile(path: SampleEntry.path, text: SampleText.appending(text)))
    #expect(findings.map(\.rule) == ["heading-space"])
    #expect(findings.allSatisfy { $0.message.fi.contains(words) }, "\(findings.map(\.message.fi))")
  }

  @Test("bullets are made hyphens unasked, dashes are not")
  func safety() throws {
    func isSafe(_ text: String) -> Bool? {
      Judging.findings(in: SourceFile(path: SampleEntry.path, text: SampleText.appending(text))).first?.fix?.isSafe
    }
    #expect(isSafe("• eka\n• toka") == true)
    #expect(isSafe("– eka\n– toka") == false)
  }
}
