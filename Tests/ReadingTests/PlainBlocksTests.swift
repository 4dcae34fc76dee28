import Diagnosing
import Support
import Testing

@testable import Reading

/// Blocks without markup go past libcmark, and come out as it would have rendered them.
@Suite struct PlainBlocksTests {
  private func plain(_ text: String) -> [String] {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      PlainBlocks(in: LineTable(bytes: bytes, range: 0..<bytes.count)).runs.flatMap { run in
        run.blocks.map { "\(run.line): " + String(decoding: bytes[$0.range], as: UTF8.self) }
      }
    }
  }

  @Test(arguments: [
    ("Yhdessä", ["1: Yhdessä"]), ("\nÄidin & isän malli\n\nYhdessä.\n", ["4: Yhdessä."]),
    ("Yksi\nkaksi\n\nKolme, \"neljä\" > 5!\n", ["1: Yksi\nkaksi", "1: Kolme, \"neljä\" > 5!"]),
    ("## Otsikko\nTeksti\n###### Vinkki 2\n", ["1: Otsikko", "3: Vinkki 2"]),
    ("## Otsikko\nTeksti", ["1: Otsikko", "1: Teksti"]),
    ("- yksi\n- kaksi", ["1: - yksi\n- kaksi"]),
    ("Teksti\n\n- yksi\n- kaksi\n\n\nTeksti", ["1: Teksti", "1: - yksi\n- kaksi", "1: Teksti"]),
    ("- yksi\n\n## Otsikko\n- kaksi\n", ["1: - yksi", "1: Otsikko", "1: - kaksi"]),
    ("```portaat\n\nkoodi\n\n````  \n\nTeksti\n", ["7: Teksti"]), ("~~~\n\nkoodi\n\n~~~\n\nTeksti\n", ["7: Teksti"]),
  ])
  func `What holds no markup is found, and the line that stands for it`(_ text: String, _ expected: [String]) {
    #expect(plain(text) == expected)
  }

  @Test(arguments: [
    "*Yhdessä*\n", "a_b\n", "[a]\n", "a`b\n", "a\\b\n", "a<b\n", "a&b\n", "a\tb\n", "Rivi  \ntoinen\n", "Rivi \n",
    "Otsikko\n===\n", "Otsikko\n---\n", "Teksti\n- kohta *a*\n", " Teksti\n", "– Teksti\n", "1. yksi\n", "> a\n",
    "- yksi\nlaiska\n", "- yksi\n\n- kaksi\n", "- yksi\n\n  kaksi\n", "- *yksi*\n\n- kaksi\n", "- yksi\n\n1. kaksi\n",
    "-  yksi\n", "* yksi\n", "- yksi\n#kaksi\n", "##Otsikko\n", "##  Otsikko\n", " ## Otsikko\n", "## Otsikko ##\n",
    "## Otsikko \n", "####### Otsikko\n", "##", "## *Otsikko*\n", "Yksi\n2. kaksi\n", "Yksi\r\n\r\nKaksi\r\n",
    "Yksi\rkaksi\n",
    "\u{FEFF}<div>\n\nTeksti\n", "<div>\n\nTeksti\n", "  ```\n\nkoodi\n", "```\n\nkoodi\n", "",
    "```\n\nkoodi\n\n\t```\n\nkoodi\n", "```\n\nkoodi\n\n    ```\n\nkoodi\n", "````\n\nkoodi\n\n```\n\nkoodi\n",
    "```\n\nkoodi\n\n``` a\n\nkoodi\n", "``` `\n\nTeksti\n",
  ])
  func `Whatever is not plain is left to libcmark`(_ text: String) {
    #expect(plain(text) == [])
  }

  private static let pieces = [
    "a", "ä", "Teksti", "12 000 €", "5 %", "!", "\"", ">", " ", "  \n", "\n", "\n", "\n", "\n\n", "\n\n",
    "\n\nTeksti\n\n", "\n\nToinen, 12 000 €!\n\n", "\n\nYksi\nkaksi\n\n", "\n- yksi\n- kaksi\n",
    "\n- yksi\n\n- kaksi\n", "- ", "\n- ", "\n  - ", "\n1. ", "\n* ", "\n> ", "  ", "    ", "\t", "*", "_", "`", "[a]",
    "[a](b)", "![c](d)", "\n\n[a]: b\n", "\n[a]:\n", "\n## Otsikko\n",
    "\n\n- yksi\n- kaksi, 12 000 €\n\n", "\n### Otsikko", "\n# ", "\n===\n", "\n---\n", "\n***\n",
    "\n```portaat\n", "\n```\n", "\n~~~\n", "\n````\n", "\n  ```\n", "\n- ```\n", "\n> ```\n", "<!-- ", " -->",
    "\n<div>\n", "\n<pre>\n", "</pre>", "<b>", "\\", "&amp;", "\r\n", "\r", "\u{0}", "\u{A0}", "\u{FEFF}",
  ]

  @Test(arguments: 0..<32)
  func `Random texts come out as libcmark alone would make them`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var count = 0
    for _ in 0..<1_000 {
      let text = (0..<Int.random(in: 1...24, using: &random)).map { _ in
        PlainBlocksTests.pieces.randomElement(using: &random) ?? ""
      }.joined()
      let file = SourceFile(path: "malli.md", text: text)
      let range = 0..<file.bytes.count
      let ours = BodyParser.parse(file, in: range)
      let theirs = BodyParser.parseUnaided(file, in: range)
      #expect(described(ours) == described(theirs), "\(text.debugDescription)")
      count += plain(text).count
    }
    #expect(count > 200)
  }

  private func described(_ body: Body) -> String {
    var lines = body.sections.map {
      "\($0.range) \($0.heading?.text ?? "–") \($0.content.holes) \(String(decoding: $0.content.html, as: UTF8.self))"
    }
    lines += body.headings.map { "\($0.level) \($0.anchor) \($0.range)" }
    lines.append("\(body.links) \(body.rawHTML) \(body.blocks) \(body.indentedFences)")
    lines.append("\(body.strayParagraphs) \(body.unclosedFences) \(body.quoteDepth)")
    lines.append("\(String(describing: body.tooDeep)) \(String(describing: body.tooManyLinks))")
    return lines.joined(separator: "\n")
  }
}
