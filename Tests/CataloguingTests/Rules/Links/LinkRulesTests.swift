import Diagnosing
import Foundation
import Reading
import Testing

@testable import Cataloguing

@Suite("A link")
struct LinkRulesTests {
  /// The rules that a link's destination breaks, in an entry two folders down with others around it.
  private func found(_ destination: String, image: Bool = false) -> [Diagnostic] {
    let link = image ? "![Kaavio, jossa on portaat](\(destination))" : "[malli toisaalla](\(destination))"
    let found = TestSite.findings(
      practices: [
        "content/practices/koulut/lasnaolon-malli.md": SampleText.appending("👉\(link)").replacing("👉", with: ""),
        "content/practices/toinen-malli.md": TestSite.entry("Toinen malli"),
        "content/practices/kunta/kolmas-malli.md": TestSite.entry("Kolmas malli"),
        "content/practices/svensk-modell.md": TestSite.entry("Modell").replacing("kieli: fi", with: "kieli: sv"),
      ],
      files: ["kansi.jpg", "portaat.png", "muistiopohja.pdf", "kuvat/äiti 1.png"]
        .flatMap { ["content/practices/koulut/\($0)", "content/practices/\($0)", "content/practices/kunta/\($0)"] })
    return found.filter { $0.file.path == "content/practices/koulut/lasnaolon-malli.md" }
  }

  @Test(
    "leads to another practice by its file or its address, to a page, to a list, to a file or away",
    arguments: [
      "../toinen-malli.md", "../kunta/kolmas-malli.md", "./lasnaolon-malli.md", "../toinen-malli.md#toimintaymparisto",
      "../toinen-malli.md#mista-aloittaa", "/mallit/toinen-malli/", "/mallit/toinen-malli", "/mallit/kolmas-malli/#",
      "/mallit/toinen-malli/#ratkaisun-perusidea", "/sv/modeller/svensk-modell/", "/mallit/svensk-modell/",
      "#mista-aloittaa",
      "/", "/sv/", "/en/", "/mallit/", "/mallit/?q=koulu", "/en/practices/", "/alueet/", "/sv/omraden/", "/vertaa/",
      "/asiasanat/", "/alueet/lempaala/", "/alueet/maakunta-pirkanmaa/", "/en/regions/region-pirkanmaa/",
      "/vaiheet/kokeilu/", "/vuodet/2026/", "/sv/ar/2026/",
      "/rahoittajat/opetus-ja-kulttuuriministerio/", "/asiasanat/#sana-opiskeluhuolto", "/alueet/lempaala/atom.xml",
      "/atom.xml", "/sv/atom.xml",
      "/data/practices.json", "/data/practices.csv", "/sitemap.xml", "muistiopohja.pdf", "kuvat/%C3%A4iti%201.png",
      "../portaat.png", "https://example.org", "http://example.org/", "HTTPS://example.org/a?b#c",
      "mailto:kirjaamo@example.org", "tel:112",
    ])
  func sound(_ destination: String) {
    #expect(found(destination).filter { $0.severity == .error }.map(\.rule) == [])
  }

  @Test(
    "leads nowhere with a sign too many behind a practice's address",
    arguments: ["/mallit/toinen-malli.", "/sv/modeller/svensk-modell."])
  func signTooMany(_ destination: String) {
    #expect(found(destination).filter { $0.severity == .error }.count == 1)
  }

  @Test(
    "leads to the later pages of a long list, as far as it goes",
    arguments: [
      ("/mallit/sivu/2/", true), ("/en/practices/page/2/", true), ("/mallit/sivu/3/", false),
      ("/mallit/sivu/1/", false),
      ("/alueet/lempaala/sivu/2/", true), ("/sv/omraden/lempaala/sida/2/", true), ("/alueet/oulu/sivu/2/", false),
    ])
  func laterPages(_ destination: String, isSound: Bool) {
    var practices = [
      "content/practices/linkki.md": TestSite.entry("Linkki") + "\n[Lempäälän malleja](\(destination))\n"
    ]
    for number in 1...30 { practices["content/practices/malli-\(number).md"] = TestSite.entry("Malli \(number)") }
    let broken = TestSite.findings(practices: practices).filter { $0.rule == "broken-link" }
    #expect(broken.isEmpty == isSound)
  }

  @Test(
    "is broken in one way each",
    arguments: [
      ("toinen-malli.md", "broken-link", "../toinen-malli.md"),
      ("../toinen-mali.md", "broken-link", "../toinen-malli.md"),
      ("../toinen-malli", "broken-link", "../toinen-malli.md"),
      ("../toinen-malli.html", "broken-link", "../toinen-malli.md"),
      ("mallit/kolmas-malli/", "broken-link", "../kunta/kolmas-malli.md"),
      ("/mallit/toinen-mali/", "broken-link", "/mallit/toinen-malli/"),
      ("/mallit/toinen-mali/#ratkaisun-perusidea", "broken-link", "/mallit/toinen-malli/#ratkaisun-perusidea"),
      ("/sv/modeller/toinen-malli/", "broken-link", "/mallit/toinen-malli/"),
      ("/alueet/lempala/", "broken-link", "/alueet/lempaala/"), ("/malit/", "broken-link", "/mallit/"),
      ("/alueet/oulu/", "broken-link", ""), ("/mallit/sivu/2/", "broken-link", ""),
      ("/fi/mallit/", "broken-link", "/mallit/"),
      ("/vaiheet/valmis/", "broken-link", ""), ("#", "broken-link", ""),
      ("../toinen-malli.md#toimintaympäristö", "broken-anchor", "../toinen-malli.md#toimintaymparisto"),
      ("#mista-aloitta", "broken-anchor", "#mista-aloittaa"), ("#loppu", "broken-anchor", ""),
      ("muistiopohjat.pdf", "missing-file", "muistiopohja.pdf"), ("äiti 2.png", "broken-link", ""),
      ("kuvat/äiti%202.png", "missing-file", "kuvat/äiti%201.png"),
      ("../../../sivusto.yaml", "link-leaves-site", ""), ("../../../../etc/passwd", "link-leaves-site", ""),
      ("/../etc/passwd", "link-leaves-site", ""), ("/%2e%2e/etc/passwd", "link-leaves-site", ""),
      ("%2e%2e/%2e%2e/%2e%2e/etc/passwd", "link-leaves-site", ""), ("..\\\\salaisuus.md", "link-leaves-site", ""),
      ("//example.org/a", "link-leaves-site", "https://example.org/a"), ("c:/a.pdf", "link-leaves-site", ""),
      ("javascript:alert(1)", "forbidden-scheme", ""), ("JaVaScRiPt:alert(1)", "forbidden-scheme", ""),
      ("data:text/html,a", "forbidden-scheme", ""), ("file:///etc/passwd", "forbidden-scheme", ""),
      ("&#106;avascript:alert(1)", "forbidden-scheme", ""), ("java&Tab;script:alert(1)", "forbidden-scheme", ""),
      ("htpps://example.org/", "forbidden-scheme", "https://example.org/"), ("vbscript:a", "forbidden-scheme", ""),
      ("www.example.org", "incomplete-address", "https://www.example.org"),
      ("example.org/sivu", "incomplete-address", "https://example.org/sivu"),
      ("https:/example.org", "incomplete-address", "https://example.org"),
      ("https://", "incomplete-address", ""), ("http:example.org", "incomplete-address", "http://example.org"),
    ])
  func broken(_ destination: String, _ rule: String, _ meant: String) {
    let errors = found(destination).filter { $0.severity == .error }
    // A destination with a space is no link to Markdown at all.
    if destination.contains(" "), !destination.contains("%") { return }
    #expect(errors.map(\.rule) == [rule])
    #expect(errors.first?.fix?.replacement ?? "" == meant)
  }

  @Test("of a picture leads to a file of the site's own")
  func pictures() {
    #expect(found("portaat.png", image: true).isEmpty)
    for (destination, rule) in [
      ("https://example.org/a.png", "remote-image"), ("//example.org/a.png", "remote-image"),
      ("data:image/png;base64,AA==", "forbidden-scheme"), ("mailto:a", "remote-image"), ("portat.png", "missing-file"),
      ("/portaat.png", "missing-file"), ("../toinen-malli.md", "missing-file"), ("#mista-aloittaa", "missing-file"),
      ("../../../a.png", "link-leaves-site"), ("www.example.org/a.png", "missing-file"), ("", "missing-file"),
    ] {
      #expect(found(destination, image: true).map(\.rule) == [rule], "\(destination)")
    }
  }

  @Test("of the front matter is judged as those of the text are")
  func fields() {
    func rules(_ old: String, _ new: String) -> [String] {
      Judging.findings(in: SampleEntry.text.replacing(old, with: new)).map(\.rule)
    }
    let link = "osoite: https://www.oph.fi/fi/opiskeluhuolto"
    #expect(rules(link, "osoite: javascript:alert(1)") == ["forbidden-scheme"])
    #expect(rules(link, "osoite: \"/mallit/puuttuva/\"") == ["broken-link"])
    #expect(rules(link, "osoite: /mallit/") == [])
    #expect(rules(link, "osoite: ../../../a.md") == ["link-leaves-site"])
    #expect(rules("osoite: https://www.oph.fi/fi/tilastot", "osoite: data:a") == ["forbidden-scheme"])
    #expect(rules("osoite: https://www.oph.fi/fi/video", "osoite: file:///a") == ["forbidden-scheme"])
    #expect(rules("tiedosto: kansi.jpg", "tiedosto: https://example.org/kansi.jpg") == ["remote-image"])
    #expect(rules("tiedosto: kansi.jpg", "tiedosto: kannsi.jpg") == ["missing-file"])
    #expect(rules("tiedosto: muistiopohja.pdf", "tiedosto: ../../../muistio.pdf") == ["link-leaves-site"])
    #expect(
      rules("kokonaisuus: ”Läsnä” -hanke", "kokonaisuus:\n  nimi: Läsnä\n  osoite: ftp://a") == ["forbidden-scheme"])
  }

  @Test(
    "says where it leads",
    arguments: [
      "tästä", "Tästä", "TÄSTÄ", "tästä.", "»tästä«", "**tästä**", "`tästä`", "klikkaa tästä", "Klikkaa  tästä!",
      "täältä",
      "lue lisää", "Lue lisää →", "lue lisää...", "här", "Klicka här", "läs mer", "here", "Click here", "read more",
      "link",
      "https://example.org", "www.example.org/a", "http://example.org/a-b", " ", "->", "linkki",
    ])
  func vague(_ text: String) {
    let found = Judging.findings(in: SampleText.appending("Katso [\(text)](/mallit/)."))
    #expect(found.map(\.rule) == ["link-text"], "\(text)")
    #expect(found.map(\.severity) == [.warning])
  }

  @Test(
    "may well hold such words among others",
    arguments: [
      "tästä oppaasta", "lue lisää portaista", "sivun 3 taulukko", "22", "Härnösand", "Here to help",
      "läs mer om trappan",
      "esimerkki.fi", "Täällä Pohjantähden alla", "linkkilista",
    ])
  func clear(_ text: String) {
    #expect(Judging.findings(in: SampleText.appending("Katso [\(text)](/mallit/).")).map(\.rule) == [])
  }

  @Test(
    "is what an address in the text should be",
    arguments: [
      "Katso 👉www.example.org/a.", "Katso (👉https://example.org/a) nyt", "- 👉http://example.org", "**👉www.a.fi**",
    ])
  func bareAddress(_ marked: String) {
    let text = SampleText.appending(marked)
    let place = text.utf8.count - text[text.range(of: "👉")!.lowerBound...].utf8.count
    let found = Judging.findings(in: text.replacing("👉", with: ""))
    #expect(found.map(\.rule) == ["link-text"])
    #expect(found.first?.range.lowerBound == place)
  }

  @Test(
    "is not asked of an address in code, in a comment, in a block or in a link",
    arguments: [
      "`www.example.org`", "<!-- www.example.org -->", "    www.example.org", "[ohje](https://www.example.org)",
      "[ohje][a]\n\n[a]: https://www.example.org", "```video\naihe: a\nosoite: https://www.example.org\n```",
      "a@www.example.org", "nettiwww.example.org", "[ohje](https://example.org?a=www.b.fi)",
    ])
  func noBareAddress(_ text: String) {
    #expect(!Judging.findings(in: SampleText.appending(text)).map(\.rule).contains("link-text"))
  }
}
