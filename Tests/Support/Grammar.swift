/// Makes texts that look like what Mallisto reads, right and wrong, from a few rules.
///
/// Random bytes seldom get past the first check of a reader; what a grammar makes gets far inside.
///
/// ```swift
/// var random = SeededGenerator(seed: 1)
/// let bytes = Grammar("body").text(&random)
/// ```
public struct Grammar: Sendable {
  /// `frontmatter`, `body`, `template`, `vocabulary` or `import`.
  public let kind: String

  public init(_ kind: String) {
    self.kind = kind
  }

  /// A whole text.
  public func text(_ random: inout some RandomNumberGenerator) -> [UInt8] {
    var out: [UInt8] = []
    for _ in 0..<Int.random(in: 1...12, using: &random) { out += piece(&random) }
    return out
  }

  /// A text with a piece put in, or one of its stretches exchanged for a piece.
  public func grafted(onto bytes: [UInt8], _ random: inout some RandomNumberGenerator) -> [UInt8] {
    var bytes = bytes
    let start = Int.random(in: 0...bytes.count, using: &random)
    let end = Bool.random(using: &random) ? start : min(bytes.count, start + Int.random(in: 0...60, using: &random))
    bytes.replaceSubrange(start..<end, with: piece(&random))
    return bytes
  }

  /// A line, a block, a tag: what the kind of text is made of.
  public func piece(_ random: inout some RandomNumberGenerator) -> [UInt8] {
    let start =
      switch kind {
      case "frontmatter": "field"
      case "body": "block"
      case "template": "tag"
      case "vocabulary": "setting"
      default: "line"
      }
    var text = ""
    expand(start, into: &text, depth: 0, &random)
    return Array(text.utf8)
  }

  /// Each `<name>` of a form is expanded in turn.
  private func expand(
    _ name: String, into text: inout String, depth: Int, _ random: inout some RandomNumberGenerator
  ) {
    guard depth < 7, let form = Grammar.rules[name]?.randomElement(using: &random) else {
      text += "x"
      return
    }
    var rest = form[...]
    while let start = rest.firstIndex(of: "‹"), let end = rest[start...].firstIndex(of: "›") {
      text += rest[..<start]
      let inner = String(rest[rest.index(after: start)..<end])
      for _ in 0..<(inner.hasSuffix("*") ? Int.random(in: 0...4, using: &random) : 1) {
        expand(inner.replacing("*", with: ""), into: &text, depth: depth + 1, &random)
      }
      rest = rest[rest.index(after: end)...]
    }
    text += rest
  }

  private static let rules: [String: [String]] = [
    "word": [
      "malli", "poissaolot", "Läsnäolo", "\u{202E}x", "a\u{301}", "😀", "50 h", "<b>", "&amp;", "\"", "'", "\\", "|",
      "x",
      "\u{0}", "\u{FEFF}", "\u{200B}", "010101-123N", "040 123 4567", "a@b.fi", "{{x}}", "-->", "<!--", "]]>", ":", "#",
    ],
    "text": ["‹word›", "‹word› ‹text›", "‹word›‹word›", "*‹text›*", "**‹text›**", "`‹text›`", "‹link›"],
    "date": ["1.8.2025", "2025-08-01", "31.2.2025", "elokuu 2025", "1.1.0000", "99999999999.1.1", "2026-13-40"],
    "target": [
      "malli.md", "kansi.jpg", "../x.md", "https://www.oph.fi/", "javascript:alert(1)", "//evil.example", "#x",
      "/mallit/x/", "%2e%2e/x", "mailto:a@b.fi", "data:text/html,x", "portaat.png", "JaVa\tScRiPt:x", "http://[::1",
      "?",
    ],
    "link": [
      "[‹text›](‹target›)", "![‹text›](‹target› \"‹word›\")", "<‹target›>", "[‹word›]", "[‹word›][‹word›]", "‹target›",
      "[a]: ‹target›\n",
    ],
    "info": ["portaat", "taulukko", "huomio", "video", "steg", "table", "note", "tuntematon", "", "portaat x"],
    "row": ["| ‹text› | ‹text› |\n", "|---|---|\n", "| ‹word›\n", "otsikko: ‹text›\n", "\n"],
    "step": [
      "- otsikko: ‹text›\n", "  kynnys: ‹text›\n", "  toimet: [‹word›, ‹word›]\n", "  toimet:\n    - ‹text›\n",
      "osoite: ‹target›\n", "kesto: ‹word›\n", "- ‹text›\n", "  vastuu: >\n    ‹text›\n",
    ],
    "block": [
      "## Ratkaisun perusidea\n\n‹text›\n\n", "## ‹text› **\n\n", "### ‹text›\n\n", "# ‹text›\n", "‹text›\n\n",
      "- ‹text›\n  - ‹text›\n", "1. ‹text›\n", "> ‹block›", "```‹info›\n‹row*›```\n\n", "```‹info›\n‹step*›```\n\n",
      "~~~‹info›\n‹text›\n~~~\n", "```‹info›\n‹block›", "<!-- ‹text› -->\n", "<div>‹text›</div>\n", "‹link›\n\n",
      "---\n",
      "    ‹text›\n", "‹text›\n===\n", "\r\n", "\t‹text›\n",
    ],
    "key": [
      "nimi", "lyhyt kuvaus", "alue", "rahoittaja", "vaihe", "luotu", "muokattu", "asiasanat", "linkit", "liitteet",
      "kansikuva", "rahoitus", "lähteet", "kieli", "title", "region", "Toimintamallin rahoittaja", "käännös mallista",
      "‹word›", "tiedosto", "osoite", "vaihtoehtoinen teksti", "avustus", "kausi", "päivä",
    ],
    "scalar": [
      "‹word›", "‹text›", "\"‹text›\"", "'‹word›'", "‹date›", "‹target›", "680 000 €", "20 %", "1.1.2024–31.7.2025",
      ">-\n    ‹text›\n    ‹text›", "|\n    ‹text›", "[‹word›, ‹word›]", "{‹key›: ‹word›}", "", "~", "*a", "&a x",
      "!!x y",
      "Lempäälä", "STM", "Valmis", "fi", "[[‹word›]]", "\"‹word›", "? ‹word›",
    ],
    "field": [
      "‹key›: ‹scalar›\n", "‹key›:\n  - ‹scalar›\n  - ‹scalar›\n", "‹key›:\n  ‹key›: ‹scalar›\n  ‹key›: ‹scalar›\n",
      "‹key›:\n  - ‹key›: ‹scalar›\n    ‹key›: ‹scalar›\n", "# ‹text›\n", "\n", "---\n", "...\n", "  ‹key›: ‹scalar›\n",
      "‹key›‹scalar›\n", "\t‹key›: ‹scalar›\n", "‹key› : ‹scalar›\n",
    ],
    "setting": [
      "- code: ‹word›\n  fi: ‹text›\n  sv: ‹text›\n  en: ‹text›\n", "‹field›", "terms:\n  - code: a\n    fi: ‹word›\n",
      "fields:\n  - id: ‹word›\n    role: title\n    type: ‹word›\n", "address: ‹target›\n",
      "languages: [‹word›, fi]\n",
      "    aliases: [‹word›, ‹word›]\n", "theme: ‹target›\n", "name:\n  fi: ‹text›\n",
    ],
    "name": [
      "title", "body", "pages", "home", "picture", "data", "isReady", "keywords", "regions", "node", "labels.search",
      "labels.found", "labels.results", "regions.count", "keywords.any", "name", "url", ".", "@first", "node.nodes",
      "nope",
    ],
    "tag": [
      "{{‹name›}}", "{{{‹name›}}}", "{{#‹name›}}‹tag*›{{/‹name›}}", "{{#regions}}‹tag*›{{/regions}}",
      "{{^‹name›}}‹tag›{{/‹name›}}",
      "{{>card}}", "{{>tree}}", "{{>‹word›}}", "{{<layout}}{{$main}}‹tag*›{{/main}}{{/layout}}", "{{!‹text›}}",
      "{{=<% %>=}}", "<p class=\"‹tag›\">‹tag*›</p>", "<a href=\"{{‹name›}}\">‹tag›</a>", "<p ‹word›=‹tag›>",
      "<!-- ‹tag› -->",
      "<script>‹tag›</script>", "<script type=\"application/ld+json\">{{data}}</script>", "‹text›",
      "<img src='{{‹name›}}'>",
      "<title>‹tag›</title>", "<b", "\">", "/>", "<style>‹tag›</style>", "{{", "}}", "<a href=\"/x?q=‹tag›#‹tag›\">",
    ],
    "line": [
      "Toimintamallin nimi\n‹text›\n", "Toimintamallin rahoittaja\n‹text›\n", "Kehittämisen vaihe\n‹word›\n",
      "Ratkaisun perusidea\n‹text›\n", "<h2>‹text›</h2>", "<p>‹text›</p>\n", "<ul><li>‹text›</ul>",
      "<a href=\"‹target›\">‹text›</a>",
      "<table><tr><td>‹text›<td>‹text›</table>", "<div class='‹word›'>‹line›", "</div>", "<script>‹text›</script>",
      "<img src=‹target› alt='‹text›'>", "&‹word›;", "&#x‹word›;", "<!--‹text›-->", "‹text›\n", "Luotu ‹date›\n",
      "Muokattu\n‹date›\n", "Lyhyt kuvaus\n‹text›\n", "Toteutuspaikka\n‹text›\n", "<textarea>‹line›",
      "<![CDATA[‹text›]]>",
    ],
  ]
}
