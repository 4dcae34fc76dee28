import Diagnosing
import Reading
import Testing

/// The words of a text as search and rules see them, read off its HTML.
@Suite struct PlainTextTests {
  private func content(_ markdown: String) -> RichText {
    let file = SourceFile(path: "malli.md", text: markdown)
    return BodyParser.parse(file, in: 0..<file.bytes.count).sections[0].content
  }

  @Test(arguments: [
    ("Yhdessä *ajoissa* [kouluun](malli.md)\n", "Yhdessä ajoissa kouluun\n"),
    ("a & b < c > \"d\" &amp;lt;\n", "a & b < c > \"d\" &lt;\n"),
    ("Yksi\nkaksi  \nkolme\n\nneljä\n", "Yksi\nkaksi\nkolme\nneljä\n"),
    ("### Otsikko\n\n- a\n  - b\n- c\n", "Otsikko\na\nb\nc\n"),
    ("1. a\n\n   b\n\n> c\n", "a\nb\nc\n"),
    ("`x < y` ja\n\n    koodi & <b>\n", "x < y ja\nkoodi & <b>\n"),
    ("![Vaihto](kuva.png \"Kuvateksti > tämä\")\n", "Kuvateksti > tämä\n"),
    ("a ![ei < näy](kuva.png \"eikä > tämä\") b\n", "a  b\n"),
    ("Noin 12 000 € & 1\u{A0}000, 10 %\n", "Noin 12 000 € & 1\u{A0}000, 10 %\n"),
    ("", ""), ("<!-- poissa -->\n", ""),
  ])
  func `Every block is a line, without markup`(_ markdown: String, _ words: String) {
    #expect(String(decoding: content(markdown).text, as: UTF8.self) == words)
  }

  @Test(arguments: [
    ("Sana.\n", true), ("7\n", true), ("*ö*a\n", true), ("&amp;\n", true), ("ä – …\n", false), ("", false),
    ("![](kuva.png)\n", false),
  ])
  func `A letter counts only outside of tags`(_ markdown: String, _ isHeld: Bool) {
    #expect(content(markdown).holdsPlainLetter == isHeld)
  }
}
