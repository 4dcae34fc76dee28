import CCmark
import Diagnosing
import Glibc
import Reading
import Support
import Testing

/// The HTML is libcmark's own but for the differences that `BodyParser` states.
@Suite struct BodyHTMLTests {
  @Test(arguments: [
    // Paragraphs and inlines.
    "Yksi\nkaksi  \nkolme\\\nneljä\n", "*a* **b** ***c*** _d_ __e__ a*b*c snake_case\n", "`a < b` ``c ` d``\n",
    "a & b < c > d \"e\" 'f' &amp; &ouml; &#228; &nonexist;\n", "\\*a\\* \\# \\[b\\]\n", "a\n\n\nb\n\n   c\n", "\ta\n",
    // Links and images.
    "[a](b.md) [a](<b c.md>) [a](b.md \"otsikko & <x>\") [*a* `b`](c.md)\n", "<https://a.fi?b&c> <a@b.fi>\n",
    "[a][1] [1] [A][]\n\n[1]: x.md 'o'\n[a]: <y.md>\n", "x ![a *b* \"c\"](d.png) y ![e](f.png \"g\")\n",
    "x ![a [b](c) ![d](e)](f.png)\n", "[![a](b.png)](c.md)\n",
    "[]()\n", "[a]() b\n", "[ei](a b) [ei [on](b)](c)\n", "x ![](a.png)\n", "x ![a\nb](c.png)\n",
    // Headings below the section's.
    "### a\n\n#### b *c* ####\n\n##### d\n\n###### e\n\n####### f\n", "###\n\n### \n", "a\n### b\nc\n",
    // Lists.
    "- a\n- b\n", "- a\n\n- b\n", "* a\n* b\n+ c\n", "1. a\n2. b\n", "7) a\n8) b\n", "0. a\n",
    "- a\n  - b\n    - c\n- d\n",
    "- a\n\n  b\n- c\n", "- a\n\n      koodi\n", "- \n- a\n-\n", "1. a\n   - b\n\n     c\n", "- a\n- b\n\n\n- c\n",
    "a\n- b\nc\n",
    "- > a\n  > b\n", "- ### a\n- b\n", "- a\n***\n- b\n", "-   a\n\n    b\n", "10) a\n\n    b\n",
    // Quotes, rulers, code.
    "> a\n> b\n\n> c\n", "> a\nlaiska\n", "> > a\n> b\n", ">\n> a\n>\n", "***\n---\n___\n* * *\n", "a\n\n---\n\nb\n",
    "    koodi <a>\n\n    & b\n", "```\nkoodi\n\n  <b>\n```\n", "~~~\na\n```\n~~~\n", "````\n```\n````\n", "```\n```\n",
    "  ```\n  a\n   b\n  ```\n", "- ```\n  a\n  ```\n", "> ```\n> a\n> ```\n", "> ```\nei koodia\n", "```\nauki\n",
    // Odds and ends.
    "", "\n\n", "a", "\u{FEFF}a\n", "ä \u{A0} 😀\n", "a\r\nb\r\n\r\n- c\r\n", "a\rb\r\r- c\r", "[a]: b\n", "&nbsp;\n",
    "|a|b|\n|-|-|\n",
  ])
  func `Constructs come out as libcmark renders them`(markdown: String) {
    #expect(ours(markdown) == theirs(markdown), "\(markdown.debugDescription)")
  }

  @Test(arguments: [
    ("# Otsikko\n", "<h3 id=\"otsikko\">Otsikko</h3>\n"),
    ("> ## Otsikko\n", "<blockquote>\n<h3 id=\"otsikko\">Otsikko</h3>\n</blockquote>\n"),
    ("- ## Otsikko\n", "<ul>\n<li>\n<h3 id=\"otsikko\">Otsikko</h3>\n</li>\n</ul>\n"),
    ("#### Öljy & \"vesi\"\n", "<h4 id=\"oljy-vesi\">Öljy &amp; &quot;vesi&quot;</h4>\n"),
    ("![Vaihto](kuva.png)\n", "<figure><img src=\"kuva.png\" alt=\"Vaihto\" loading=\"lazy\" /></figure>\n"),
    (
      "![A \"*b*\"](kuva.png \"Kuva & <teksti>\")\n",
      "<figure><img src=\"kuva.png\" alt=\"A &quot;b&quot;\" loading=\"lazy\" />"
        + "<figcaption>Kuva &amp; &lt;teksti&gt;</figcaption></figure>\n"
    ),
    ("- ![a](b.png)\n", "<ul>\n<li><img src=\"b.png\" alt=\"a\" loading=\"lazy\" /></li>\n</ul>\n"),
    ("a <b>c</b> <!-- d --> e\n", "<p>a c  e</p>\n"),
    ("<!-- poissa -->\n", ""), ("<div>\na\n</div>\n\nb\n", "<p>b</p>\n"),
    ("![a <b>c</b>](d.png) e\n", "<p><img src=\"d.png\" alt=\"a c\" loading=\"lazy\" /> e</p>\n"),
    ("```huomio\na\n```\n", ""), ("a\n```huomio\nb\n```\nc\n", "<p>a</p>\n<p>c</p>\n"),
  ])
  func `The stated differences`(_ markdown: String, _ html: String) {
    #expect(ours(markdown, plain: false) == html)
  }

  @Test(arguments: [
    ("Hanke sai 875 000 euroa.", "Hanke sai 875&#160;000 euroa."),
    ("12 000 €, 1 234 567 € ja −3 000 €", "12&#160;000&#160;€, 1&#160;234&#160;567&#160;€ ja −3&#160;000&#160;€"),
    ("(1 000)", "(1&#160;000)"), ("7 200 300", "7&#160;200&#160;300"),
    ("10 % tai 2,5 % & 99,5 € < 5 %", "10&#160;% tai 2,5&#160;% &amp; 99,5&#160;€ &lt; 5&#160;%"),
    ("**20 %**", "<strong>20&#160;%</strong>"), ("vuonna 2024 %", "vuonna 2024&#160;%"),
    // What only looks like it.
    ("040 123 4567", "040 123 4567"), ("029 534 5000", "029 534 5000"), ("1 0000", "1 0000"), ("1234 567", "1234 567"),
    ("1 00", "1 00"), ("1.2 000", "1.2 000"), ("2,5 000", "2,5 000"), ("klo 9:10 100", "klo 9:10 100"),
    ("v12 300", "v12 300"), ("a % b €", "a % b €"), ("5 – 6 “7”", "5 – 6 “7”"), ("12 000", "12&#160;000"),
    ("10%", "10%"), ("1 000 0000", "1&#160;000 0000"), ("`1 000 €`", "<code>1 000 €</code>"), ("1 ", "1"),
    ("7 e", "7 e"),
    ("1\u{A0}000 €", "1\u{A0}000&#160;€"),
  ])
  func `No line breaks inside a number`(markdown: String, html: String) {
    #expect(ours(markdown + "\n") == "<p>\(html)</p>\n")
  }

  @Test func `Numbers that are code, addresses or other words of a picture stand as written`() {
    #expect(ours("    1 000 €\n") == "<pre><code>1 000 €\n</code></pre>\n")
    #expect(ours("x ![1 000 €](a.png)\n").contains("alt=\"1 000 €\""))
    #expect(ours("[1 000 €](<1 000.md>)\n") == "<p><a href=\"1%20000.md\">1&#160;000&#160;€</a></p>\n")
  }

  @Test func `Addresses are holes that never hold what was written`() {
    let file = SourceFile(path: "malli.md", text: "[a](javascript:alert\\(1\\)) ![b](data:x) <javascript:y>\n")
    let body = BodyParser.parse(file, in: 0..<file.bytes.count)
    let html = String(decoding: body.sections[0].content.html, as: UTF8.self)
    #expect(
      html == "<p><a href=\"\">a</a> <img src=\"\" alt=\"b\" loading=\"lazy\" /> <a href=\"\">javascript:y</a></p>\n")
    #expect(body.links.map(\.destination) == ["javascript:alert(1)", "data:x", "javascript:y"])
  }

  @Test func `Blocks are holes where they stood`() throws {
    let file = SourceFile(path: "malli.md", text: "a\n\n```portaat\nb\n```\n\nc\n\n> ```video\n> d\n> ```\n")
    let content = try #require(BodyParser.parse(file, in: 0..<file.bytes.count).sections.first).content
    let before = content.holes.map { String(decoding: content.html[..<$0.offset], as: UTF8.self) }
    #expect(before == ["<p>a</p>\n", "<p>a</p>\n<p>c</p>\n<blockquote>\n"])
    #expect(String(decoding: content.text, as: UTF8.self) == "a\nc\n")
  }

  @Test(arguments: 0..<20)
  func `Random constructs come out as libcmark renders them`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "a", "ä", " ", "  \n", "\n", "\n\n", "*", "**", "_", "`", "``", "[", "]", "(", ")", "[a](b.md)", "![c](d.png)",
      "- ", "> ",
      "1. ", "   ", "    ", "\t", "### ", "```\n", "~~~\n", "***\n", "&amp;", "&", "\\", "\"", "[r]", "\n\n[r]: x.md\n",
      "\r\n",
    ]
    for _ in 0..<300 {
      let count = Int.random(in: 1...25, using: &random)
      let markdown = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined() + "\n"
      let expected = theirs(markdown).replacing(" title=\"\"", with: "")
      // What differs on purpose has its own tests: headings that are sections, figures, blocks with a name.
      if expected.contains(/<h[12]>|<p><img[^>]*><\/p>|class="language/) { continue }
      #expect(ours(markdown) == expected, "\(markdown.debugDescription)")
    }
  }

  /// Ours with every hole filled; where `plain`, without the attributes that are ours alone.
  private func ours(_ markdown: String, plain: Bool = true) -> String {
    let file = SourceFile(path: "malli.md", text: markdown)
    let body = BodyParser.parse(file, in: 0..<file.bytes.count)
    var html: [UInt8] = []
    for section in body.sections {
      var start = 0
      for hole in section.content.holes {
        html += section.content.html[start..<hole.offset]
        start = hole.offset
        if case .address(let index) = hole.kind {
          html.appendEscaped(encoded(body.links[index].destination))
        }
      }
      html += section.content.html[start...]
    }
    let text = String(decoding: html, as: UTF8.self)
    if !plain { return text }
    return text.replacing(" loading=\"lazy\"", with: "").replacing(#/ id="[^"]*"/#, with: "")
  }

  /// An address as libcmark writes it into an attribute, before `&` is escaped.
  private func encoded(_ address: String) -> [UInt8] {
    let plain = Set("-_.+!*'(),%#@?=;:/&$~".utf8)
    return address.utf8.flatMap { byte -> [UInt8] in
      let isPlain =
        plain.contains(byte) || (byte < 0x80 && Character(Unicode.Scalar(byte)).isLetter)
        || (0x30...0x39).contains(byte)
      let digits = String(byte, radix: 16, uppercase: true)
      return isPlain ? [byte] : Array(("%" + (byte < 16 ? "0" : "") + digits).utf8)
    }
  }

  private func theirs(_ markdown: String) -> String {
    let html = cmark_markdown_to_html(markdown, markdown.utf8.count, CMARK_OPT_DEFAULT)
    defer { free(html) }
    return html.map { String(cString: $0) } ?? ""
  }
}
