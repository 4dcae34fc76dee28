import Cataloguing
import Diagnosing
import Reading
import Support
import Testing

@testable import Importing

@Suite("From an entry to the platform and back")
struct RoundTripTests {
  @Test("our own practices lose nothing that the platform's form can carry", arguments: OwnSite.practices.indices)
  func ownPractices(index: Int) throws {
    let file = OwnSite.practices[index]
    let entry = EntryMatcher.match(Entry.read(file), schema: OwnSite.schema)
    let text = Imported.exported(entry)
    let first = Imported(text)
    #expect(Imported(first.exported).text == first.text)

    let before = RoleValues(entry, OwnSite.schema)
    let after = RoleValues(first.matched, OwnSite.schema)
    for role in [Role.title, .summary, .place, .author] { #expect(before.text(role) == after.text(role)) }
    for role in [Role.region, .funder, .stage] { #expect(before.terms(role) == after.terms(role)) }
    #expect(before.date(.created) == after.date(.created) && before.date(.modified) == after.date(.modified))
    #expect(before.records(.links).map { $0.text("url") } == after.records(.links).map { $0.text("url") })
    #expect(entry.sections.map(\.definition) == first.matched.sections.map(\.definition))
    #expect(first.checked.filter { $0.hasPrefix("error") } == [])
    for section in entry.entry.body.sections {
      // Every word of the running text comes through; of the blocks too, as the next test shows.
      let words = String(decoding: section.content.text, as: UTF8.self).split { $0 == " " || $0 == "\n" }
      for word in words { #expect(text.contains(word), "\(file.path): \(word)") }
    }
  }

  @Test("step models, tables, notes and videos come as text that a reader follows")
  func blocks() {
    let entry = EntryMatcher.match(Entry.read(SampleEntry.file), schema: OwnSite.schema)
    let text = Imported.exported(entry)
    for part in [
      "  1. Huoli puheeksi\n    Vastuu: luokanvalvoja\n    • Puhuu poissaoloista oppilaan kanssa.",
      "  2. Konsultaatio (yli 50 h)\n", "— Mistä aloittaa —",
      "Huomio: Raja koskee kaikkia poissaoloja, myös luvallisia.",
      "Portaat ja vastuut:\n\n • Porras: Huoli puheeksi; Vastuu: luokanvalvoja\n",
      "Video: Rehtori kertoo mallin käyttöönotosta (3 minuuttia)\nhttps://www.oph.fi/fi/video\n",
      "Tekstivastine: Rehtori kertoo",
      "Liitteet ja linkit\nOpiskeluhuollon opas (https://www.oph.fi/fi/opiskeluhuolto)",
      "Kuva\nKolme porrasta, joista kukin on edellistä korkeampi\n\nKuvateksti\nLäsnäolon portaat\n",
    ] { #expect(text.contains(part), "\(part)") }
    for markup in ["##", "**", "](", "```", "---", "Lähteet", "Asiasanat"] { #expect(!text.contains(markup)) }
  }

  @Test("the fields stand in the platform's order, cover and stage after the sections")
  func order() {
    let entry = EntryMatcher.match(Entry.read(SampleEntry.file), schema: OwnSite.schema)
    let labels = Imported.exported(entry).split(separator: "\n").filter { OwnLabels.labels.label(String($0)) != nil }
    #expect(
      labels == [
        "Toimintamallin nimi", "Toimintamallin lyhyt kuvaus", "Toteutuspaikka",
        "Paikkakunta, maakunta tai hyvinvointialue", "Toimintamallin rahoittaja", "Toimintamallin kokonaisuus",
        "Liitteet ja linkit", "Kuva", "Kuvateksti", "Tekijä", "Luotu", "Viimeksi muokattu", "Ratkaisun perusidea",
        "Toimintaympäristö", "Kohderyhmä ja asiakasymmärrys", "Toimivuuden ja käyttöönoton ehdot",
        "Arvioinnin tulokset tiivistettynä", "Vinkit toimintamallin soveltajille", "Kansikuva", "Kuvateksti",
        "Kehittämisen vaihe",
      ])
  }

  @Test("any entry comes back the same, once it has been through the platform's form")
  func randomEntries() {
    var random = SeededGenerator(seed: 41)
    for _ in 0..<400 {
      let markdown = RandomEntry.markdown(&random)
      let first = Imported(Imported.exported(Imported.matched(markdown)))
      let second = Imported(first.exported)
      #expect(first.text == second.text, "\(markdown)")
      #expect(first.entry != nil, "\(markdown)")
    }
  }

  @Test("any page comes back the same, saved or copied")
  func randomPages() {
    var random = SeededGenerator(seed: 42)
    for round in 0..<800 {
      let idea = round % 2 == 0 ? RandomEntry.html(&random) : RandomEntry.plain(&random)
      let page = round % 2 == 0 ? Sample.html(idea: idea) : Sample.page(idea: idea)
      let first = Imported(page)
      let second = Imported(first.exported)
      #expect(first.section("Ratkaisun perusidea") == second.section("Ratkaisun perusidea"), "\(idea)")
      #expect(first.fields == second.fields, "\(idea)")
    }
  }
}

/// Entries and texts of all the forms that a section may take, put together by chance.
enum RandomEntry {
  static func markdown(_ random: inout SeededGenerator) -> String {
    var text = """
      ---
      nimi: "Malli \(words(&random)): \(words(&random))"
      lyhyt kuvaus: \(Sample.summary)
      toteutuspaikka: "Koulu \(words(&random))"
      alue: [\(pick(["Lempäälä", "Varha", "Keski-Suomi", "Valtakunnallinen"], &random))]
      rahoittaja: [\(pick(["STM", "Muu EU-rahoitus", "Kunta", "STEA"], &random))]
      vaihe: \(pick(["Idea", "Valmis", "Pilotointi"], &random))
      luotu: 1.2.2020
      muokattu: 3.4.2021
      ---

      """
    for heading in ["Ratkaisun perusidea", "Toimintaympäristö", "Vinkit toimintamallin soveltajille"] {
      text += "\n## \(heading)\n"
      for _ in 0..<Int.random(in: 1...6, using: &random) { text += "\n\(block(&random))\n" }
    }
    return text
  }

  private static func block(_ random: inout SeededGenerator) -> String {
    switch Int.random(in: 0..<12, using: &random) {
    case 0: "### \(words(&random))"
    case 1: "- \(words(&random))\n- \(words(&random))\n  - \(words(&random))\n\n    \(words(&random))\n- x"
    case 2: "3. \(words(&random))\n4. \(words(&random))\n   1. a\n      - b\n\n\n1) \(words(&random))"
    case 3: "> \(words(&random))\n>\n> - \(words(&random))"
    case 4:
      "[\(words(&random))](https://esimerkki.fi/a_b?c=1&d=2) ja <https://esimerkki.fi/\(Int.random(in: 0..<9, using: &random))>"
    case 5: "**\(words(&random))** *\(words(&random))* `\(words(&random))`\\\n\(words(&random))"
    case 6: "```huomio\n\(words(&random))\n\n- a\n```"
    case 7: "```taulukko\notsikko: T\n| a | b |\n| 1 | \(words(&random)) |\n```"
    case 8: "```portaat\n- otsikko: \(words(&random))\n  toimet: [a, b]\n- otsikko: x\n  kynnys: y\n```"
    case 9: "    koodia # * _\n    toinen rivi"
    case 10: "![kuva](kuva.png \"teksti\")\n\n---\n\n1\\. \\# \\* \\<b> &amp;amp;"
    default: words(&random) + "\n" + words(&random)
    }
  }

  static func html(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...6, using: &random)).map { _ in
      let text = words(&random).replacing("<", with: "&lt;")
      return switch Int.random(in: 0..<11, using: &random) {
      case 0: "<h\(Int.random(in: 2...6, using: &random))>\(text)</h3>"
      case 1: "<ul><li>\(text)<ul><li>a<br>1. b</li></ul>loppu</li><li><p>c</p><p>• d</p></li></ul>"
      case 2: "<ol start=\(Int.random(in: -2...12, using: &random))><li>\(text)<li>b<ol><li>c</ol></ol>"
      case 3: "<p><a href=\"https://esimerkki.fi/(\(Int.random(in: 0..<9, using: &random)))\">\(text)</a>\(text)</p>"
      case 4: "<p><a href=\"https://www.esimerkki.fi/\">www.esimerkki.fi</a>, <a href='mailto:a@b.fi'>posti</a></p>"
      case 5: "<p><strong>\(text)</strong></p>"
      case 6: "<table><tr><td>\(text)<td><p>a</p><p>b</p><tr><td><ul><li>x</ul></table>"
      case 7: "<p>• \(text)<br>— \(text) —</p>"
      case 8: "<blockquote><h3>\(text)</h3>\(text)</blockquote><pre>a\n  1. b\n• c</pre>"
      case 9: "<div><div>\(text)<br><br>\(text)</div></div>"
      default: "<p>\(text)</p>"
      }
    }.joined()
  }

  static func plain(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...14, using: &random)).map { _ in
      let indent = String(repeating: " ", count: Int.random(in: 0...7, using: &random))
      let mark = pick(["", "", "• ", "◦ ", "1. ", "2) ", "7. ", "- ", "# ", "— "], &random)
      let end = pick(["", "\n", "\n\n", " —", "."], &random)
      return indent + mark + words(&random) + end
    }.joined(separator: "\n")
  }

  private static func words(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...5, using: &random)).map { _ in
      pick(
        [
          "koulu", "läsnäolo", "3.–9.", "#1", "a_b", "(x)", "5 < 6", "”niin”", "*", "www.esimerkki.fi",
          "https://e.fi/x.", "&", "—", "-",
        ], &random)
    }.joined(separator: " ").replacing("\"", with: "")
  }

  private static func pick(_ choices: [String], _ random: inout SeededGenerator) -> String {
    choices.randomElement(using: &random) ?? ""
  }
}
