import Templating

/// A practice's page of about 12 kB: a layout, two partials, 40 variables, 8 loops.
struct PageView: TemplateView {
  var title = "Kouluun kiinnittymisen vahvistaminen & poissaoloihin puuttuminen"
  var summary =
    "Yhteinen malli, jossa koulu, koti ja \"palvelut\" toimivat ajoissa yhdessä. "
    + "Malli etenee portaittain, ja jokaisella portaalla on sovitut tekijät ja sovitut teot."
  var place = "Lempäälän kunnan koulut"
  var author = "Toimintamallin kirjoittaja"
  var created = "1.11.2020"
  var modified = "3.5.2024"
  var stage = "Valmis"
  var funder = "Sosiaali- ja terveysministeriö (STM)"
  var language = "fi"
  var isFinished = true
  var hasFunding = true
  var grant = "680 000 €"
  var total = "850 000 €"
  var share = "20 %"
  var decision = "HEL 2021-002096"
  var body = SafeHTML(
    trusting: String(repeating: "<p>Malli etenee portaittain &amp; yhdessä sovitusti.</p>\n", count: 110))
  var regions = (1...4).map { Link(name: "Alue <\($0)>", address: "/alueet/alue-\($0)/") }
  var keywords = (1...8).map { "asiasana \($0)" }
  var audience = ["opettajat", "rehtorit", "kuraattorit"]
  var sections = (1...6).map { Link(name: "Osion \($0) otsikko", address: "#osio-\($0)") }
  var steps = (1...5).map { StepView(threshold: "yli \($0)0 h", title: "Porras \($0)") }
  var sources = (1...5).map { Link(name: "Lähde \($0), kohta 'b'", address: "https://example.fi/?n=\($0)&s=1") }
  var related = (1...6).map { Link(name: "Samankaltainen malli \($0)", address: "/mallit/malli-\($0)/") }
  var languages = ["fi", "sv", "en"].map { Link(name: $0, address: "/\($0)/") }

  static let fields: [Field<Self>] = [
    .text("title") { $0.title },
    .text("summary") { $0.summary },
    .text("place") { $0.place },
    .text("author") { $0.author },
    .text("created") { $0.created },
    .text("modified") { $0.modified },
    .text("stage") { $0.stage },
    .text("funder") { $0.funder },
    .text("language") { $0.language },
    .flag("isFinished") { $0.isFinished },
    .flag("hasFunding") { $0.hasFunding },
    .text("grant") { $0.grant },
    .text("total") { $0.total },
    .text("share") { $0.share },
    .text("decision") { $0.decision },
    .html("body") { $0.body },
    .list("regions") { $0.regions },
    .texts("keywords") { $0.keywords },
    .texts("audience") { $0.audience },
    .list("sections") { $0.sections },
    .list("steps") { $0.steps },
    .list("sources") { $0.sources },
    .list("related") { $0.related },
    .list("languages") { $0.languages },
  ]
}

struct Link: TemplateView {
  var name: String
  var url: SafeURL

  init(name: String, address: String) {
    self.name = name
    url = SafeURL(address)!
  }

  static let fields: [Field<Self>] = [
    .text("name") { $0.name },
    .url("url") { $0.url },
  ]
}

struct StepView: TemplateView {
  var threshold: String
  var title: String
  var actions = ["Luokanvalvoja keskustelee oppilaan kanssa.", "Huoltajiin otetaan yhteyttä.", "Kuraattori mukaan."]

  static let fields: [Field<Self>] = [
    .text("threshold") { $0.threshold },
    .text("title") { $0.title },
    .texts("actions") { $0.actions },
  ]
}
