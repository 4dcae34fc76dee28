import Reading
import Support
import Testing

@testable import Importing

@Suite("The text of a section")
struct SectionTextTests {
  private func idea(_ text: String) -> String? { Imported(Sample.page(idea: text)).section("Ratkaisun perusidea") }

  private func idea(html: String) -> String? {
    Imported(Sample.html(idea: html), path: "sivu.html").section("Ratkaisun perusidea")
  }

  @Test("keeps lists, with items within items")
  func lists() {
    #expect(
      idea("Malli:\n • yksi\n • kaksi\n    ◦ kolme\n • neljä\nLoppu.")
        == "Malli:\n\n- yksi\n- kaksi\n  - kolme\n- neljä\n\nLoppu.")
    #expect(idea("  1. yksi\n  2. kaksi\n    • kolme\n  3. neljä") == "1. yksi\n2. kaksi\n   - kolme\n3. neljä")
    #expect(idea("  * yksi\n      o kaksi\n* kolme") == "- yksi\n  - kaksi\n\n\\* kolme")
    #expect(
      idea(html: "<ul><li>yksi<li><p>kaksi</p><ol start=3><li>kolme</ol></ul>") == "- yksi\n- kaksi\n\n  3. kolme")
  }

  @Test("keeps each numbered list's own numbers")
  func numbers() {
    #expect(idea(html: "<ol><li>a</li><li>b</li></ol><ol><li>c</li></ol>") == "1. a\n2. b\n\n1) c")
  }

  @Test("keeps headings, a level below the section's own")
  func headings() {
    #expect(
      idea(html: "<h3>Yksi</h3><p>Teksti.</p><h4>Kaksi</h4><h2>Kolme #</h2>")
        == "### Yksi\n\nTeksti.\n\n#### Kaksi\n\n### Kolme \\#")
    #expect(idea("— Yksi —\n\nTeksti.\n\n—— Kaksi ——") == "### Yksi\n\nTeksti.\n\n#### Kaksi")
  }

  @Test("takes a short paragraph that is all bold for the heading that it looks like")
  func boldHeading() {
    #expect(
      idea(html: "<p><strong>Vaiheet</strong></p><p><b>Tämä</b> on teksti.</p>") == "### Vaiheet\n\nTämä on teksti.")
    #expect(idea(html: "<p><strong>Tämä on virke.</strong></p>") == "Tämä on virke.")
  }

  @Test("keeps line breaks within a paragraph")
  func breaks() {
    #expect(idea("Yksi\nkaksi") == "Yksi\\\nkaksi")
    #expect(idea(html: "<p>Yksi<br>kaksi<br><br>kolme</p>") == "Yksi\\\nkaksi\n\nkolme")
  }

  @Test("makes links of addresses and keeps those of saved pages")
  func links() {
    #expect(idea("Sivu www.esimerkki.fi.") == "Sivu [www.esimerkki.fi](https://www.esimerkki.fi).")
    #expect(
      idea("(https://esimerkki.fi/a_(b))")
        == "(<https://esimerkki.fi/a_(b)>)".replacing(
          "<https://esimerkki.fi/a_(b)>", with: "[https://esimerkki.fi/a\\_(b)](https://esimerkki.fi/a_%28b%29)"))
    #expect(idea("Ohje: ”Kortti” (https://esimerkki.fi/k)!") == "Ohje: [Kortti](https://esimerkki.fi/k)!")
    #expect(
      idea(html: "<p>Katso!<a href=\"https://esimerkki.fi/x y\">”Hyvä” [ohje]</a></p>")
        == "Katso\\![’Hyvä’ \\[ohje\\]](https://esimerkki.fi/x%20y)")
    #expect(
      idea(html: "<p><a href=\"mailto:a@esimerkki.fi\">a@esimerkki.fi</a> <a href=\"#kohta\">alas</a></p>")
        == "a@esimerkki.fi alas")
  }

  @Test("keeps apart a link that leads nowhere from here")
  func unusableLinks() {
    let entry = Imported(
      Sample.html(idea: "<p>Katso <a href=\"/sivu\">toinen</a> ja <a href=\"ftp://x\">kolmas</a>.</p>"))
    #expect(entry.section("Ratkaisun perusidea") == "Katso toinen ja kolmas.")
    #expect(entry.comment == "Ratkaisun perusidea\ntoinen: /sivu\nkolmas: ftp://x")
    #expect(Imported(Sample.html(idea: "<a href=\"javascript:alert(1)\">x</a>")).text.contains("javascript") == false)
  }

  @Test("reads relative addresses from where the page was saved")
  func relativeLinks() {
    let head = "<!-- saved from url=(0030)https://alusta.fi/mallit/sivu -->"
    let entry = Imported(Sample.html(idea: "<a href=\"../muut/a?b=1\">a</a> <a href=\"/c\">c</a>", before: head))
    #expect(entry.section("Ratkaisun perusidea") == "[a](https://alusta.fi/muut/a?b=1) [c](https://alusta.fi/c)")
  }

  @Test("keeps a table's words, a row a line")
  func table() {
    let rows = "<table><tr><th>Koulu<th>Oppilaita<tr><td>Hakkari<td><p>10</p></table>"
    #expect(idea(html: rows) == "Koulu | Oppilaita\\\nHakkari | 10")
  }

  @Test("drops what nobody sees: scripts, styles, hidden characters")
  func unseen() {
    #expect(
      idea(
        html: "<script>a<b</script><style>p{}</style><p>Näk\u{200B}yy\u{202E}.</p><noscript><div>ei</div></noscript>")
        == "Näkyy.")
  }

  // MARK: Plain text stays plain

  @Test(
    "is never markup by accident",
    arguments: [
      "1. luokan oppilaat", "12) kohta", "# otsikko", "#tunnus", "- viiva", "-", "---", "+ plus", "* tähti", "***",
      "> lainaus",
      "=====", "~~~", "```portaat", "*kursiivi* ja **lihava**", "_a_ b_c_d __e__", "[linkki](https)", "[a]: https",
      "![kuva](x.png)",
      "<b>tagi</b> < 5 <!-- x --> <?x?>", "&amp; &#35; & ja", "\\ kenoviiva\\", "`koodi`", "a ]( b", "| a | b |",
      "<https:x>", "2024.",
      "rivi\\", "a  b", "Setext\n===", "Setext\n---", "x\n1. y", "x\n# y", "x\n- y", "x\n> y", "x\n```",
    ])
  func plain(text: String) throws {
    let entry = Imported(Sample.page(idea: text)).matched.entry
    let section = try #require(entry.body.sections.dropFirst().first)
    #expect(String(decoding: section.content.html, as: UTF8.self).hasPrefix("<p>"))
    let words = String(decoding: section.content.text, as: UTF8.self)
    #expect(words.split(separator: "\n") == text.replacing("  ", with: " ").split(separator: "\n"))
    #expect(entry.body.rawHTML.isEmpty && entry.body.links.isEmpty && entry.body.blocks.isEmpty)
    #expect(entry.body.headings.count == 1)
  }

  @Test("is never markup by accident, for any sequence of signs")
  func randomSigns() throws {
    var random = SeededGenerator(seed: 7)
    let signs = Array("#*-_+=~`<>[]()!&;|\\:.1 9)aä ") + ["—", "•", "”", "\u{A0}"]
    for _ in 0..<3000 {
      let text = PlainLine.tidy(
        String((0..<Int.random(in: 1...12, using: &random)).map { _ in signs.randomElement(using: &random)! }))
      let line = PageLine(reading: text, range: 0..<0, element: 0)
      guard line.kind == .text, OwnLabels.labels.label(text) == nil else { continue }
      let body = Imported(Sample.page(idea: text)).matched.entry.body
      let section = try #require(body.sections.dropFirst().first, "\(text)")
      #expect(String(decoding: section.content.text, as: UTF8.self) == text + "\n", "\(text)")
      #expect(String(decoding: section.content.html, as: UTF8.self).hasPrefix("<p>"), "\(text)")
      #expect(body.rawHTML.isEmpty && body.links.isEmpty && body.headings.count == 1, "\(text)")
    }
  }
}

enum OwnLabels {
  static let labels = PlatformLabels(OwnSite.schema)
}
