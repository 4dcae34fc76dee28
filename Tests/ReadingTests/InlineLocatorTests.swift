import Diagnosing
import Support
import Testing

@testable import Reading

/// Each 👉 stands before a link, an image or a raw tag; the locator must find them all, in order.
@Suite struct InlineLocatorTests {
  @Test(arguments: [
    "Katso 👉[ohje](ohje.pdf).\n",
    "Ääni 👉[ä](a.md) ja 👉[ö](b.md)\n",
    "Sama 👉[ohje](a.md) kahdesti: 👉[ohje](a.md)\n",
    "👉![kuva](kuva.png)\n",
    "👉[👉![kuva](kuva.png)](suurena.png)\n",
    "👉<https://esimerkki.fi> ja 👉<nimi@esimerkki.fi>\n",
    "`[ei](a.md)` mutta 👉[on](a.md)\n",
    "``[ei ` ei](a.md)`` ja ` 👉[on](a.md)\n",
    "\\[ei](a.md) 👉[on](a.md)\n",
    "\\![ei kuva: 👉[on](a.md)\n",
    "[ei ole 👉[on](a.md) linkki](b.md)\n",
    "[ei ole 👉[on](a.md) linkki](a.md)\n",
    "👉[teksti](<a b.md>) 👉[toinen](a.md \"otsikko\") 👉[kolmas](a.md 'o' )\n",
    "👉[sulut](a_(b).md) 👉[välit](< a.md >)\n",
    "👉[merkki](a\\*b.md) ja 👉[viite](a&amp;b.md)\n",
    "👉[yli\nrivin](a.md)\ntoinen 👉[rivi](b.md)\n",
    "[ei](a.md 👉[on](b.md)\n",
    "# 👉[Otsikossa](a.md)\n",
    "## 👉[Osiossa](a.md) ja 👉<https://esimerkki.fi>\n",
    "👉[Alleviivattu](a.md)\n-----\n",
    "> Lainaus\n> ja 👉[linkki](a.md)\n",
    "> 👉[yli\n> rivin](a.md)\n",
    "- kohta\n\n  jatkuu 👉[linkki](a.md)\n    - 👉[alempi](b.md)\n",
    "1. 👉[eka](a.md)\n2. 👉[toka](a.md)\n",
    "👉[teksti][viite] 👉[viite][] 👉[viite] [ei viitettä]\n\n[viite]: a.md\n",
    "👉[VIITE] ja 👉[teksti][Pitkä\n viite]\n\n[viite]: a.md\n[pitkä viite]: <b c.md> \"Otsikko\"\n",
    "👉![viite] 👉[x][viite]\n\n> [viite]: a.md\n",
    "[viite]: a.md\n👉[viite] sama kappale\n",
    "Katso 👉[viite]\n\n[viite]: a.md\n[viite]: b.md\n",
    "[viite]: a.md\n👉[viite] ja [toinen]: b.md\n",
    "👉![teksti [sisällä](a.md)](b.png) 👉[linkki](a.md)\n",
    "*👉[korostettu](a.md)* **👉[a](a.md)**\n",
    "👉[a [b] c](a.md)\n",
    "[a]: x.md\n\n- kohta 👉[a]: selite\n",
  ])
  func `Links and images are found where they start`(_ marked: String) {
    for source in variants(of: marked) {
      let file = source.file()
      let body = BodyParser.parse(file, in: file.contentStart..<file.bytes.count)
      let found = body.links.indices.map { InlineLocator.range(of: $0, in: body, file: file).lowerBound }
      #expect(found == source.offsets, "\(source.text.debugDescription)")
    }
  }

  @Test(arguments: [
    "Rivi 👉<b>lihava👉</b>\n",
    "`<b>` ja 👉<i>\n",
    "Teksti <!-- poissa --> mutta 👉<br/>\n",
    "Kuva 👉<img src=\"a>b.png\" alt='x'>\n",
    "## Otsikko 👉<span>\n",
    "👉<div>\nteksti\n</div>\n",
    "<!-- huomautus -->\n👉<p>teksti</p>\n",
    "> 👉<div>\n> teksti\n> </div>\n",
    "<!-- a --> 👉<b>x</b> <!-- b --> 👉<i>y</i>\n",
    "Teksti 👉<a\nhref='x'>linkki👉</a>\n",
    "> Teksti 👉<a\n> href='x'>\n",
    "Ohje 👉<?php ?> 👉<!DOCTYPE x> 👉<![CDATA[ ]]>\n",
  ])
  func `Raw HTML is found where it starts`(_ marked: String) {
    for source in variants(of: marked) {
      let file = source.file()
      let body = BodyParser.parse(file, in: file.contentStart..<file.bytes.count)
      let found = body.rawHTML.indices.map { InlineLocator.range(ofRawHTML: $0, in: body, file: file).lowerBound }
      #expect(found == source.offsets, "\(source.text.debugDescription)")
    }
  }

  @Test func `The range spans the whole link`() {
    let file = SourceFile(path: "malli.md", text: "Katso [ohje](ohje.pdf \"x\").\n")
    let body = BodyParser.parse(file, in: 0..<file.bytes.count)
    #expect(file.text(InlineLocator.range(of: 0, in: body, file: file)) == "[ohje](ohje.pdf \"x\")")
  }

  @Test func `A link inside a callout is found through a body of its own`() throws {
    let source = MarkedSource("Alku\r\n\r\n```huomio\r\nSoita 👉[tänne](tel:1).\r\n```\r\n")
    let file = source.file()
    let body = BodyParser.parse(file, in: 0..<file.bytes.count)
    let block = try #require(body.blocks.first)
    let inner = BodyParser.parse(file, in: block.content)
    #expect(InlineLocator.range(of: 0, in: inner, file: file).lowerBound == source.offsets[0])
  }

  @Test func `A thousand openers, spans and tags take no time`() {
    let pieces = ["[", "![", "[a](", "<a b='", "`a``b```c", "<!--", "<?", "[a](b \"", "![[]()", "[a] ", "\\[", "&#"]
    let repeated = pieces.map { String(repeating: $0, count: 20_000) }
    let nested = String(repeating: "[", count: 20_000) + String(repeating: "]", count: 20_000)
    let runs = (1...900).map { String(repeating: "`", count: $0) }.joined(separator: " ")
    for piece in repeated + [nested, runs] {
      let text = "[a]: b\n\n" + piece + " [linkki](a.md)\n"
      let file = SourceFile(path: "malli.md", text: text)
      let range = 0..<file.bytes.count
      let body = Body(
        sections: [Section(range: range)],
        links: [Link(kind: .link, destination: "a.md", text: "linkki", block: 8..<file.bytes.count)])
      let seconds = processorSeconds { _ = InlineLocator.range(of: 0, in: body, file: file) }
      #expect(seconds < 5, "\(piece.prefix(10))")
    }
  }

  @Test(arguments: 0..<40)
  func `Whatever stands around a link, its place holds its own address`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "[", "]", "![", "(", ")", "`", "``", "*", "**", "_", "\\", "<b>", "<", ">", " ", "\n", "\n> ", "ä", "teksti",
      "&amp;",
      "<!--", "-->", "<https://esimerkki.fi>", "[viite]", "\n\n", "- ", "\n# ", "\"", "'",
    ]
    for _ in 0..<200 {
      var text = ""
      for number in 0..<Int.random(in: 1...30, using: &random) {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: text += "[l\(number)](d\(number).md)"
        case 1: text += "![i\(number)](d\(number).md 'o')"
        default: text += pieces.randomElement(using: &random) ?? ""
        }
      }
      text += "\n\n[viite]: v.md\n"
      let file = SourceFile(path: "malli.md", text: text)
      let body = BodyParser.parse(file, in: 0..<file.bytes.count)
      for (index, link) in body.links.enumerated() where link.destination.hasPrefix("d") {
        let place = file.text(InlineLocator.range(of: index, in: body, file: file))
        #expect(place.hasPrefix(link.kind == .image ? "![" : "["), "\(text.debugDescription)")
        #expect(place.contains("](\(link.destination)"), "\(text.debugDescription)")
      }
    }
  }

  /// The text as it is, with CR LF, and after a byte order mark.
  private func variants(of marked: String) -> [MarkedSource] {
    let crlf = marked.replacing("\n", with: "\r\n")
    return [marked, crlf, "\u{FEFF}" + marked, "\u{FEFF}Ennen ä\r\n\r\n" + crlf].map { MarkedSource($0) }
  }
}
