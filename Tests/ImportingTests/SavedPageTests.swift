import Testing

/// A page is told from the site around it by its labels, their order and how elements hold each other.
@Suite("Saved pages")
struct SavedPageTests {
  private func imported(_ html: String) -> Imported { Imported(html, path: "sivu.html") }

  @Test(
    "need no class names",
    arguments: [
      "<div><div>{L}</div><div>{V}</div></div>", "<dl><dt>{L}<dd>{V}</dl>", "<table><tr><th>{L}<td>{V}</table>",
      "<section><h3>{L}</h3><p>{V}</p></section>", "<h2>{L}</h2><div>{V}</div>", "<p>{L}</p><p>{V}</p>",
      "<div><span>{L}</span> <span>{V}</span></div>", "<div><strong>{L}:</strong> {V}</div>", "<div>{L}<br>{V}</div>",
      "<ul><li><div>{L}</div><div>{V}</div></li></ul>", "<div><label>{L}</label><div><div>{V}</div></div></div>",
      "<details><summary>{L}</summary><p>{V}</p></details>",
      "<div><h3><button><span>{L}</span></button></h3><div>{V}</div></div>",
      "<div>{L}</div><div hidden>{L}</div><div>{V}</div>",
      "<x-field><x-label>{L}</x-label><x-item>{V}</x-item></x-field>",
    ])
  func forms(form: String) {
    let values = [
      ("Toimintamallin nimi", "Läsnäolon malli"), ("Toimintamallin lyhyt kuvaus", Sample.summary),
      ("Toteutuspaikka", "Esimerkkilä"), ("Paikkakunta, maakunta tai hyvinvointialue", "Lempäälä"),
      ("Toimintamallin rahoittaja", "Kunta"), ("Luotu", "1.8.2025"), ("Viimeksi muokattu", "2.8.2025"),
      ("Ratkaisun perusidea", "Malli etenee."), ("Kehittämisen vaihe", "Idea"),
    ]
    let body = values.map { form.replacing("{L}", with: $0).replacing("{V}", with: $1) }.joined(separator: "\n")
    let page = "<nav>Haku</nav><main>\(body)</main><footer>Palaute</footer>"
    #expect(imported(page).text == Imported(values.map { "\($0)\n\($1)\n" }.joined()).text)
    #expect(imported(page).fields["vaihe"] == "Idea")
  }

  @Test("do not lend a stage from the card of another model")
  func otherModels() {
    let card = "<div><h3><a href=\"/toinen\">Toinen malli</a></h3><div>Kehittämisen vaihe</div><div>Valmis</div></div>"
    for place in [
      Sample.html(idea: "Malli.", before: card), Sample.html(idea: "Malli.", after: card),
      Sample.html(idea: "Malli.", between: "<aside>\(card)</aside>"),
      Sample.html(idea: "Malli.", between: "<article>\(card)</article>"),
    ] {
      #expect(imported(place).fields["vaihe"] == nil)
      #expect(!imported(place).text.contains("Toinen malli"))
    }
  }

  @Test("are told from other models that they describe in brief with the same labels")
  func labelledCards() {
    let field = { (label: String, value: String) in "<div><b>\(label)</b><div>\(value)</div></div>" }
    let card =
      field("Toimintamallin nimi", "Toinen malli") + field("Toimintamallin lyhyt kuvaus", "Lyhyt.")
      + field("Tekijä", "Toinen tekijä") + field("Kehittämisen vaihe", "Valmis")
    let box = "<div class=\"rail\"><div>\(card)</div><div>\(card.replacing("Toinen", with: "Kolmas"))</div></div>"
    for page in [Sample.html(idea: "Malli.", before: box), Sample.html(idea: "Malli.", after: box)] {
      #expect(imported(page).fields["nimi"] == "Läsnäolon malli")
      #expect(imported(page).fields["vaihe"] == nil)
      #expect(imported(page).fields["tekijä"] == nil)
      #expect(imported(page).comment == "")
    }
  }

  @Test("may hold the stage, the author and the dates in a box beside the description")
  func box() {
    let box =
      "<aside><div><b>Tekijä</b><div>Aino</div></div><div><b>Kehittämisen vaihe</b><div>Kokeilu</div></div></aside>"
    for page in [Sample.html(idea: "Malli.", before: box), Sample.html(idea: "Malli.", after: box)] {
      #expect(imported(page).fields["vaihe"] == "Kokeilu")
      #expect(imported(page).fields["tekijä"] == "Aino")
    }
  }

  @Test("may list their sections in a table of contents")
  func contents() {
    let list = "<ul><li><a href=\"#a\">Ratkaisun perusidea</a><li><a href=\"#b\">Toimintaympäristö</a></ul>"
    let page = imported(Sample.html(idea: "Malli.", between: list))
    #expect(page.section("Ratkaisun perusidea") == "Malli.")
    #expect(page.matched.sections.count == 1)
    #expect(page.comment == "")
  }

  @Test("lose no field whose label is not known")
  func unknownField() {
    let field = "<div class=\"field\"><div class=\"field__label\">Ikä</div><div class=\"field__item\">5 v.</div></div>"
    let page = imported(Sample.html(idea: "Malli.", between: field))
    #expect(page.comment == "Ikä\n5 v.")
    #expect(page.findings == ["8:46 import-stray", "8:80 import-stray"])
  }

  @Test("lose what their buttons say")
  func buttons() {
    let page = imported(Sample.html(idea: "<p>Malli.<button>Näytä lisää</button></p><button>Jaa</button>"))
    #expect(page.section("Ratkaisun perusidea") == "Malli.")
  }

  @Test(
    "are read whatever their faults",
    arguments: [
      "<p>Malli.", "<p>Malli.</div></span>", "<b><i><p>Malli.</b></i>", "Malli.", "<div><div><p>Malli.<!-- <p> -->",
      "<p title=\"a > b\" data-x='</p>'>Malli.</p>", "<P>Malli&period;<![CDATA[x]]></P>",
      "<p>Malli.<?php echo 1 ?></p><!---->",
    ])
  func faults(idea: String) {
    #expect(imported(Sample.html(idea: idea)).section("Ratkaisun perusidea") == "Malli.")
  }

  @Test("hold characters by name and number")
  func characters() {
    let page = imported(
      Sample.html(idea: "<p>&Auml;iti &amp; is&auml; &#8221;x&#x201D; &euro; &tuntematon; &lt;b&gt; &#150;</p>"))
    #expect(page.section("Ratkaisun perusidea") == "Äiti & isä ”x” € \\&tuntematon; \\<b> –")
  }
}
