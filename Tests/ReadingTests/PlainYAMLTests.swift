import Diagnosing
import Support
import Testing

@testable import Reading

/// Plain YAML is read without libyaml, and never otherwise than by it.
@Suite struct PlainYAMLTests {
  private func plain(_ text: String) -> YAMLNode? {
    Array(text.utf8).withUnsafeBufferPointer { PlainYAML.read($0, in: 0..<$0.count) }
  }

  /// What libyaml makes of a text; nil where it finds a fault or nothing.
  private func any(_ text: String) -> YAMLNode? {
    let file = SourceFile(path: "a.yaml", text: text)
    return YAMLReader.readAny(file, in: 0..<file.bytes.count).node
  }

  private func described(_ node: YAMLNode?) -> String {
    guard let node else { return "–" }
    let content =
      switch node.content {
      case .scalar(let text): text.debugDescription
      case .sequence(let items): "[" + items.map { described($0) }.joined(separator: ", ") + "]"
      case .mapping(let pairs):
        "{" + pairs.map { "\($0.key.debugDescription)\($0.keyRange): \(described($0.value))" }.joined(separator: ", ")
          + "}"
      }
    return "\(content)\(node.range)"
  }

  @Test(arguments: [
    "nimi: Äidin malli\n", "nimi: Äidin malli", "lyhyt kuvaus: yksi, kaksi [kolme] – neljä\n",
    "linkki: https://example.org/a?b=c:d\nluotu: 18.12.2024\n", "nimi: \"Malli: yhdessä # ajoissa \"\ntyhjä: \"\"\n",
    "kuvaus: >-\n  Ensimmäinen rivi: ja\n  # toinen.\nvaihe: Idea\n", "kuvaus: >-\n    yksi\n",
    "alue:\n  - Lempäälä\n  - \"Tampere\"\nvaihe: Idea\n", "a:\n   - x\n   - >-\n      y\n      z\n",
    "linkit:\n  - nimi: Opas\n    osoite: https://example.org/\n  - nimi: Toinen\nvaihe: Idea\n",
    "rahoitus:\n  avustus: 700 000 €\n  kausi: 2020–2021\n", "a:\n  - b:\n      - c: 1\n        d: 2\n",
  ])
  func `Plain texts are read as libyaml reads them`(_ text: String) {
    #expect(plain(text) != nil)
    #expect(described(plain(text)) == described(any(text)))
  }

  @Test(arguments: [
    "", "\n", "a: 1\n\nb: 2\n", "a: 1 # huom\n", "a: yksi\n  kaksi\n", "a: 'x'\n", "a: \"x\\n\"\n", "a: [x]\n", "a:\n",
    "a: \n", "a:  x\n", "a: x \n", "a:\tx\n", "a: x\r\n", "- x\n", "a:\n- x\n", "a: b: c\n", "a : x\n", "a: |\n  x\n",
    "a: >\n  x\n", "a: >-\n  x\n\n  y\n", "a: >-\n  x\n   y\n", "a: >-\n  x\n y: z\n", "a: &b x\n", "a: *b\n", "? a\n",
    "a: - x\n", "a:\n  - - x\n", "a:\n  - x\n b: y\n", "a:\n  - x\n    b: y\n", "a: x\u{2028}y\n", "a: x\u{85}y\n",
    "\u{FEFF}a: x\n", "a: x\u{7F}\n", "a: -x\n", "ä: x\n", "a: \"x\" y\n", "a: \"x\ny\"\n", "a: x:\n", "a: x:",
  ])
  func `Whatever is not plain is left to libyaml`(_ text: String) {
    #expect(plain(text) == nil)
  }

  private static let starts = [
    "", "a: x\nb:\n  - c\nd: \"e\"\n", "a: >-\n  x\n  y\nb: z\n", "a:\n  - b: c\n    d: e\n  - b: f\ng:\n  h: i\n",
  ]

  private static let pieces = [
    "a", "nimi", "lyhyt kuvaus", "ä", "–", "\u{2028}", ":", ": ", ":\n", "\n", "\n", "\n  ", "\n    ", "\n- ", "\n  - ",
    "\n    - ", "- ", "-", " ", "  ", "x", "7", "\"", "\"x\"", "\"x: y\"", "'", "#", " # ", ">-\n  ", ">-\n    ", "|",
    "[",
    "]", "{", "&a", "*a", "\t", "\r\n", "\\", "\u{A0}", "\u{85}", "%", "? ", "---", "...", "x: 1\n",
    "a: x\nb:\n  - c: d\n",
    "€", "😀",
  ]

  @Test(arguments: 0..<32)
  func `Random texts are read as libyaml reads them, or not at all`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var plainTexts = 0
    for _ in 0..<4_000 {
      var text = PlainYAMLTests.starts.randomElement(using: &random) ?? ""
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let at = text.unicodeScalars.indices.randomElement(using: &random) ?? text.startIndex
        text.insert(
          contentsOf: PlainYAMLTests.pieces.randomElement(using: &random) ?? "",
          at: Bool.random(using: &random) ? at : text.endIndex)
      }
      guard let node = plain(text) else { continue }
      plainTexts += 1
      #expect(described(node) == described(any(text)), "\(text.debugDescription)")
    }
    #expect(plainTexts > 50)
  }

  @Test func `Bytes that are no UTF-8 are not plain`() {
    for bytes in [[0xC3], [0xC3, 0x28], [0xE2, 0x80], [0x80], [0xFF], [0xED, 0xA0, 0x80]] as [[UInt8]] {
      let text = Array("a: x".utf8) + bytes + Array("\n".utf8)
      #expect(text.withUnsafeBufferPointer { PlainYAML.read($0, in: 0..<$0.count) } == nil)
    }
  }
}
