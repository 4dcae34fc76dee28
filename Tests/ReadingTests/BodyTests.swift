import Diagnosing
import Reading
import Support
import Testing

/// A body is cut at its second-level headings, and everything that rules ask about keeps its place.
@Suite struct BodyTests {
  private func parse(_ text: String) -> (SourceFile, Body) {
    let file = SourceFile(path: "malli.md", text: text)
    return (file, BodyParser.parse(file, in: file.contentStart..<file.bytes.count))
  }

  // MARK: Sections and headings

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `Sections start at second-level headings`(lineEnd: String) {
    let text = "Alku\n\n## Ratkaisu **\n\nYksi\n\n### Ali\n\nKaksi\n## Toinen ##\n> ## Lainaus\n\nOtsikko\n---\nLoppu\n"
    let (file, body) = parse(text.replacing("\n", with: lineEnd))
    #expect(body.sections.map { $0.heading?.text } == [nil, "Ratkaisu **", "Toinen", "Otsikko"])
    #expect(
      body.sections.map { file.text($0.range) }.map { $0.replacing(lineEnd, with: "\n") } == [
        "Alku\n\n", "## Ratkaisu **\n\nYksi\n\n### Ali\n\nKaksi\n", "## Toinen ##\n> ## Lainaus\n\n",
        "Otsikko\n---\nLoppu\n",
      ])
    #expect(
      body.headings.map { "\($0.level) \(file.text($0.range).replacing(lineEnd, with: "\n"))" } == [
        "2 ## Ratkaisu **", "3 ### Ali", "2 ## Toinen ##", "2 ## Lainaus", "2 Otsikko\n---",
      ])
    #expect(
      body.sections.map { String(decoding: $0.content.html, as: UTF8.self) } == [
        "<p>Alku</p>\n", "<p>Yksi</p>\n<h3 id=\"ali\">Ali</h3>\n<p>Kaksi</p>\n",
        "<blockquote>\n<h3 id=\"lainaus\">Lainaus</h3>\n</blockquote>\n", "<p>Loppu</p>\n",
      ])
    #expect(String(decoding: body.sections[1].content.text, as: UTF8.self) == "Yksi\nAli\nKaksi\n")
  }

  @Test func `A section may hold nothing, or only a comment`() {
    let (_, body) = parse("## A\n## B\n<!-- myöhemmin -->\n## C\n### D\n")
    #expect(body.sections.map(\.content.isEmpty) == [true, true, true, false])
  }

  @Test func `A heading's words have no markup, and its links still count`() {
    let (_, body) = parse("## Katso *tätä* `koodia` [ohjetta](a.md) &amp; <b>muuta</b>\n\nTeksti\n")
    #expect(body.headings.first?.text == "Katso tätä koodia ohjetta & muuta")
    #expect(body.links.map(\.destination) == ["a.md"])
    #expect(body.rawHTML.map(\.text) == ["<b>", "</b>"])
    #expect(body.sections[1].content.holes.isEmpty)
  }

  @Test(arguments: [
    ("Toimintaympäristö ja tausta", "toimintaymparisto-ja-tausta"), ("Åbo – Öst", "abo-ost"),
    ("  1. vaihe: ”Alku”! ", "1-vaihe-alku"),
    ("ÉÜŠŽé", "eusze"), ("a\u{308}o\u{308}", "ao"), ("tavu\u{AD}tus", "tavutus"), ("!?", ""), ("日本", ""),
    ("C++ & C#", "c-c"),
  ])
  func `An anchor is the heading in plain letters`(_ text: String, _ anchor: String) {
    #expect(Anchor.id(for: text) == anchor)
  }

  @Test func `No two headings share an anchor`() {
    let (_, body) = parse("## Tulokset\n### Tulokset\n### Tulokset 2\n### Tulokset\n### !\n### ?\n### Osio\n")
    #expect(
      body.headings.map(\.anchor) == [
        "tulokset", "tulokset-2", "tulokset-2-2", "tulokset-3", "osio", "osio-2", "osio-3",
      ])
  }

  // MARK: Fences

  @Test(arguments: ["\n", "\r\n"])
  func `A block keeps the places of its parts`(lineEnd: String) throws {
    let (file, body) = parse(
      "## A\n\nÄ\n\n```portaat  lisää\n- a: b\n\n- c\n```  \n\n## B\n".replacing("\n", with: lineEnd))
    let block = try #require(body.blocks.first)
    #expect(block.info == "portaat" && file.text(block.infoRange) == "portaat")
    #expect(file.text(block.content).replacing(lineEnd, with: "\n") == "- a: b\n\n- c\n")
    #expect(
      file.text(block.range).hasPrefix("```portaat") && file.text(block.range).replacing(" ", with: "").hasSuffix("```")
    )
    #expect(block.isTopLevel && block.section == 1)
    #expect(body.unclosedFences.isEmpty)
  }

  @Test(arguments: [
    ("~~~huomio\na\n~~~\n", "a\n", true), ("````huomio\n```\na\n```\n````\n", "```\na\n```\n", true),
    ("```` huomio\na\n`````\n", "a\n", true), ("```huomio\n```\n", "", true), ("```huomio\n\n```\n", "\n", true),
    ("   ```huomio\n   a\n   ```\n", "   a\n", false), ("> ```huomio\n> a\n> ```\n", "> a\n", false),
    ("- ```huomio\n  a\n  ```\n", "  a\n", false), ("```huomio\n    ```\n```\n", "    ```\n", true),
    ("```huomio\na\n   ```\n", "a\n", true), ("Teksti\n```huomio\na\n```\nTeksti\n", "a\n", true),
    ("~~~huomio `a`\nb\n~~~\n", "b\n", true), ("```huomio\na\n```", "a\n", true),
  ])
  func `A block's lines stand between its fences`(_ text: String, _ content: String, _ isTop: Bool) throws {
    let (file, body) = parse(text)
    #expect(body.blocks.map(\.info) == ["huomio"])
    #expect(body.blocks.map { file.text($0.content) } == [content])
    #expect(body.blocks.map(\.isTopLevel) == [isTop])
    #expect(body.unclosedFences.isEmpty)
  }

  @Test(arguments: [
    "Ä\n\n👉```portaat\n- a\n\n## B\n", "👉~~~\na\n```\n", "👉````\na\n```\n", "> 👉```\n> a\n\nb\n",
    "- 👉```huomio\n  a\n\nb\n",
    "👉```\na\n\n```huomio\nb\n```\n", "👉```", "👉```\n    ```\n", "  👉```\na\n", "```\na\n```\n👉```\n",
    "👉```huomio\n``` a\n",
  ])
  func `A fence that is never closed is found at the fence`(_ marked: String) {
    for source in [marked, marked.replacing("\n", with: "\r\n"), "\u{FEFF}ä\n\n" + marked].map({ MarkedSource($0) }) {
      let file = source.file()
      let body = BodyParser.parse(file, in: file.contentStart..<file.bytes.count)
      #expect(body.unclosedFences.map(\.lowerBound) == source.offsets, "\(source.text.debugDescription)")
    }
  }

  @Test func `A block without a name is code`() {
    let (_, body) = parse("```\na < b\n```\n\n    ```huomio\n    c\n\n1. d\n\n       ~~~huomio\n")
    #expect(body.blocks.isEmpty && body.unclosedFences.isEmpty)
    #expect(body.indentedFences.map(\.info) == ["huomio", "huomio"])
    #expect(
      String(decoding: body.sections[0].content.html, as: UTF8.self).hasPrefix("<pre><code>a &lt; b\n</code></pre>\n"))
  }

  // MARK: What is dropped

  @Test(arguments: [
    ("<!-- a -->\n", []), ("<!-- a\n\n## B\n-->\n", []), ("a <!-- b --> c\n", []), ("a <!-- b\nc --> d\n", []),
    ("<!-- a --> <b>c</b> <!-- d -->\n", ["<b>c</b>"]), ("<!-- a --> teksti\n", ["teksti"]),
    ("<div>\n\na\n\n</div>\n", ["<div>", "</div>"]), ("a <b>c</b>\n", ["<b>", "</b>"]),
    ("<!-- auki\n\na\n", []),
    ("<script>\nx\n</script>\n", ["<script>\nx\n</script>"]), ("`<b>`\n", []), ("\\<b>\n", []), ("1 < 2 > 3\n", []),
  ])
  func `Raw HTML is found, comments are not`(_ text: String, _ found: [String]) {
    #expect(parse(text).1.rawHTML.map(\.text) == found)
  }

  @Test(arguments: [
    "👉.\n", "a\n\n👉.\n\nb\n", "👉\u{A0}\n", "👉&nbsp;\n", "👉\u{A0} \u{A0}\n", "👉\u{A0}.\n", "👉\u{2003}\u{202F}\n",
    "> 👉.\n",
    "- a\n\n  👉\u{A0}\n", "👉\u{A0}\n\u{A0}\n", "👉&nbsp;\\\n&nbsp;\n", "## A\n\n👉.\n\n## B\n",
  ])
  func `A paragraph with nothing to read is found`(_ marked: String) {
    let source = MarkedSource(marked)
    let file = source.file()
    let body = BodyParser.parse(file, in: 0..<file.bytes.count)
    #expect(body.strayParagraphs.map(\.lowerBound) == source.offsets)
  }

  @Test(arguments: [
    "..\n", "...\n", ". a\n", "-\n", "1.\n", "*.*\n", "![.](a.png)\n", "`.`\n", ".a\n", "    .\n", "\u{A0}a\n", "!\n",
  ])
  func `A paragraph with anything to read is not stray`(text: String) {
    #expect(parse(text).1.strayParagraphs.isEmpty)
  }

  // MARK: Links

  @Test func `Links, images and autolinks keep address, words and order`() {
    let (file, body) = parse("[a *b*](c.md \"d\") ![e *f*](g.png) <https://h.fi> <i@j.fi>\n\n> [k](https://k)\n")
    #expect(body.links.map(\.kind) == [.link, .image, .autolink, .autolink, .link])
    #expect(body.links.map(\.destination) == ["c.md", "g.png", "https://h.fi", "mailto:i@j.fi", "https://k"])
    #expect(body.links.map(\.text) == ["a b", "e f", "https://h.fi", "i@j.fi", "k"])
    #expect(file.text(body.links[4].block) == "[k](https://k)")
  }

  @Test func `What an image holds within its words is no link of the page`() {
    #expect(parse("![a [b](c.md) *![d](e.png)*](f.png)\n").1.links.map(\.destination) == ["f.png"])
  }
}
