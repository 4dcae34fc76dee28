import Diagnosing
import Reading
import Support
import Testing

@testable import Cataloguing

/// What one finding says, for tests that read like the messages.
private struct Words: CustomStringConvertible {
  let rule: String
  let position: SourcePosition
  let message: Localized
  let notes: [Localized]
  let fix: Fix?
  var description: String { "\(position) \(rule): \(message.fi)" }
}

/// The findings in the sample entry with some lines changed.
private func findings(_ lines: String, for old: String) -> [Words] {
  precondition(SampleEntry.text.contains(old), "the sample entry does not hold \(old)")
  return Judging.findings(in: Judging.sample(lines, replacing: old)).map {
    Words(rule: $0.rule, position: $0.position, message: $0.message, notes: $0.notes, fix: $0.fix)
  }
}

@Suite("A message about a field")
struct FieldMessageTests {
  @Test("names it by the label that readers see, in each language")
  func labels() throws {
    let missing = try #require(findings("", for: "vaihe: Kokeilu\n").first)
    #expect(missing.message.fi == "Kenttä ”Kehittämisen vaihe” puuttuu")
    #expect(missing.message.sv == "Fältet ”Utvecklingsskede” saknas")
    #expect(missing.message.en == "The field “Stage of development” is missing")
    let empty = try #require(findings("alue:", for: "alue: Lempäälä").first)
    #expect(empty.message.fi == "Kenttä ”Paikkakunta, maakunta tai hyvinvointialue” on tyhjä")
  }

  @Test("asks whether a near name was meant, and writes it when nothing else can be")
  func nearName() throws {
    let found = try #require(findings("vaihee: Kokeilu", for: "vaihe: Kokeilu").first)
    #expect(found.message.fi == "Kenttää ”vaihee” ei ole; tarkoititko ”vaihe” (Kehittämisen vaihe)?")
    #expect(found.message.sv == "Fältet ”vaihee” finns inte; menade du ”vaihe” (Utvecklingsskede)?")
    #expect(found.fix?.replacement == "vaihe")
    #expect(found.fix?.isSafe == true)
    #expect(found.notes.isEmpty)
  }

  @Test("lists the known names, in the language in which the file's are written")
  func knownNames() throws {
    let finnish = try #require(findings("kieli: fi\nbudjetti: 5", for: "kieli: fi").first)
    #expect(finnish.notes.first?.sv.hasPrefix("Fälten är: nimi, lyhyt kuvaus, toteutuspaikka") == true)
    let swedish = Judging.findings(in: SwedishEntry.text.replacing("skede:", with: "xyz: 1\nskede:"))
    #expect(swedish.first?.notes.first?.fi.hasPrefix("Kentät ovat: namn, kort beskrivning, plats") == true)
  }

  @Test("tells where a name belongs that is known elsewhere")
  func otherPlace() throws {
    let nested = try #require(findings("kieli: fi\navustus: 5 €", for: "kieli: fi").first)
    #expect(nested.notes.first?.fi == "”avustus” kirjoitetaan sisennettynä rivin rahoitus: alle")
    let section = try #require(findings("kieli: fi\nToimintaympäristö: koulu", for: "kieli: fi").first)
    #expect(section.notes.first?.fi.contains("”## Toimintaympäristö”") == true)
    let field = try #require(findings("  avustus: 40 000 €\n  alue: Nokia", for: "  avustus: 40 000 €").first)
    #expect(field.message.fi == "”Rahoitus”: kohtaa ”alue” ei ole")
    #expect(field.notes.first?.fi == "”alue” on oma kenttänsä: kirjoita se rivin alkuun ilman sisennystä")
  }

  @Test("tells where the first of two stands")
  func first() throws {
    let twice = try #require(findings("kieli: fi\nregion: Lempäälä", for: "kieli: fi").first)
    #expect(twice.rule == "duplicate-field")
    #expect(twice.notes.first?.fi == "Ensimmäinen on rivillä 8: alue")
    let repeated = try #require(findings("  - Kunta\n  - kaupunki", for: "  - Kunta").first)
    #expect(repeated.rule == "repeated-value")
    #expect(repeated.notes.first?.en == "The first stands on line 11: Kunta")
  }

  @Test("says what is expected, with the template's example for that field")
  func expectation() throws {
    let date = try #require(findings("luotu: eilen", for: "luotu: 1.8.2025").first)
    #expect(date.message.fi == "Kentässä ”Luotu” pitää olla päivämäärä")
    #expect(date.notes.first?.fi == "Esimerkki: luotu: 18.12.2024")
    #expect(date.notes.first?.en == "Example: created: 2024-12-18")
    let amount = try #require(findings("  avustus: paljon", for: "  avustus: 40 000 €").first)
    #expect(amount.message.en == "The field “Grant” must hold an amount in euros, in figures")
    #expect(amount.notes.first?.fi == "Esimerkki: avustus: 680 000 €")
  }

  @Test("shows a list or a group of lines as it is written")
  func exampleLines() throws {
    let cover = try #require(
      findings(
        "kansikuva: kansi.jpg\n",
        for: "kansikuva:\n  tiedosto: kansi.jpg\n  vaihtoehtoinen teksti: Oppilaita koulun pihalla\n"
          + "  kuvateksti: Koulun piha syksyllä\n"
      ).first)
    #expect(cover.notes.map(\.fi).prefix(3) == ["Esimerkki:", "  kansikuva:", "    tiedosto: kansi.jpg"])
    let links = try #require(
      findings(
        "linkit: https://www.oph.fi\n",
        for: "linkit:\n  - nimi: Opiskeluhuollon opas\n    osoite: https://www.oph.fi/fi/opiskeluhuolto\n"
      ).first)
    #expect(links.notes.map(\.sv)[1...2] == ["  länkar:", "    - namn: Frånvarotrappan, affisch att skriva ut"])
  }

  @Test("counts characters as readers do, and says how many there are")
  func length() throws {
    let nimi = "nimi: \"Läsnäolon malli: yhdessä kouluun\""
    let short = try #require(findings("nimi: Äänö", for: nimi).first)
    #expect(short.message.fi == "Kentässä ”Toimintamallin nimi” pitää olla vähintään 5 merkkiä; nyt niitä on 4")
    let long = try #require(findings("nimi: \(String(repeating: "ä", count: 159))", for: nimi).first)
    #expect(
      long.message.en == "The field “Name of the practice model” must hold at most 158 characters; now there are 159")
    #expect(findings("nimi: \(String(repeating: "ä", count: 158))", for: nimi).isEmpty)
    #expect(findings("nimi: \(String(repeating: "a\u{308}", count: 158))", for: nimi).isEmpty)
  }

  @Test("lists the values of a short list and the nearest of a long one")
  func values() throws {
    let stage = try #require(findings("vaihe: Kesken", for: "vaihe: Kokeilu").first)
    #expect(stage.notes.first?.fi == "Arvot ovat: Idea, Suunnittelu, Kokeilu, Käyttöönotto, Valmis")
    #expect(stage.notes.first?.sv == "Värdena är: Idé, Planering, Försök, Införande, Färdig")
    let region = try #require(findings("alue: Pirkanma", for: "alue: Lempäälä").first)
    #expect(region.notes.first?.fi == "Lähimmät: Pirkanmaa, Pirkkala")
    #expect(region.fix?.replacement == "Pirkanmaa")
    let none = try #require(findings("alue: Zürich", for: "alue: Lempäälä").first)
    #expect(none.notes.first?.en == "All values stand in the file content/vocabularies/regions.yaml")
    #expect(none.notes.last?.fi.hasPrefix("Valitse kunta, maakunta tai hyvinvointialue") == true)
    #expect(none.fix == nil)
  }

  @Test(
    "says how many days the month has, or that there is no such month",
    arguments: [
      ("31.11.2025", "Marraskuussa 2025 on 30 päivää", "November 2025 has 30 days"),
      ("2025-02-29", "Helmikuussa 2025 on 28 päivää", "February 2025 has 28 days"),
      ("1.13.2025", "Kuukausi on luku 1–12", "The month is a number from 1 to 12"),
    ])
  func days(date: String, finnish: String, english: String) throws {
    let found = try #require(findings("luotu: \(date)", for: "luotu: 1.8.2025").first)
    #expect(found.rule == "impossible-date")
    #expect(found.notes.map(\.fi) == [finnish])
    #expect(found.notes.map(\.en) == [english])
  }

  @Test("writes a list where known values stand on one line")
  func severalValues() throws {
    for text in ["Lempäälä, Jämsä", "Lempäälä ja Jämsä", "Lempäälä; Jämsä", "Lempäälä / Jämsä"] {
      let found = try #require(findings("alue: \(text)", for: "alue: Lempäälä").first)
      #expect(found.fix == Fix(replacing: found.fix?.range ?? 0..<0, with: "[Lempäälä, Jämsä]", isSafe: true))
    }
    let commas = try #require(
      findings("rahoittaja: STM, Kunta", for: "rahoittaja:\n  - Opetus- ja kulttuuriministeriö\n  - Kunta").first)
    #expect(commas.fix?.replacement == "[STM, Kunta]")
  }

  @Test("tells by which line the dates or figures are at odds")
  func odds() throws {
    let dates = try #require(findings("muokattu: 15.1.2025", for: "muokattu: 15.1.2026").first)
    #expect(dates.message.fi == "”Viimeksi muokattu” (15.1.2025) ei voi olla ennen päivää ”Luotu” (1.8.2025)")
    #expect(dates.notes.first?.fi == "”Luotu” on rivillä 15")
    let funding = try #require(findings("omarahoitusosuus: 30 %", for: "omarahoitusosuus: 20 %").first)
    #expect(funding.message.fi == "”Rahoitus”: Omarahoitusosuus ei täsmää muihin lukuihin")
    #expect(funding.notes.last?.fi == "Muiden lukujen mukaan se on 20 %")
  }
}

@Suite("A field that is right")
struct SoundFieldTests {
  @Test(
    "gives no finding in any accepted form",
    arguments: [
      ("vaihe: Kokeilu", "vaihe: pilotointi"), ("vaihe: Kokeilu", "VAIHE: Kokeilu"),
      ("vaihe: Kokeilu", "skede: Försök"),
      ("vaihe: Kokeilu", "vaihe: [Kokeilu]"), ("vaihe: Kokeilu", "Kehittämisen vaihe: Kokeilu"),
      ("alue: Lempäälä", "alue: Lempäälän kunta"), ("alue: Lempäälä", "region: [Lempäälä, Jämsä]"),
      ("tekijä: Esimerkkilän kunta", "tekijä:"), ("tekijä: Esimerkkilän kunta", "tekijä: \"\""),
      ("asiasanat: [poissaolot, opiskeluhuolto]", "asiasanat: []"),
      ("asiasanat: [poissaolot, opiskeluhuolto]", "asiasanat: kahvi"),
      ("luotu: 1.8.2025", "luotu: 01.08.2025"), ("luotu: 1.8.2025", "luotu: 2025-08-01"),
      ("luotu: 1.8.2025", "luotu: 15.1.2026"),
      ("kieli: fi", "kieli: Suomi"), ("kieli: fi", "kieli: finska"), ("kieli: fi", "kieli:"),
      ("kausi: 1.8.2025–31.7.2026", "kausi: 2025-26"), ("avustus: 40 000 €", "avustus: 40000 euroa"),
      ("omarahoitusosuus: 20 %", "omarahoitusosuus: 20,0%"),
      ("toteutuspaikka: Esimerkkilän koulut", "toteutuspaikka: Tampere ja Lempäälä"),
      ("kokonaisuus: ”Läsnä” -hanke", "kokonaisuus:\n  nimi: Läsnä\n  osoite: https://www.oph.fi/lasna"),
    ])
  func accepted(old: String, lines: String) {
    #expect(findings(lines, for: old).map(\.description) == [])
  }

  @Test(
    "gives no warning of its place where that names no region, or one that shares land with the chosen one",
    arguments: [
      ("Esimerkkilän koulut", "Jämsä"), ("Lempäälän koulut", "Pirkanmaa"), ("Pirkanmaan hyvinvointialue", "Lempäälä"),
      ("Pirkanmaan hyvinvointialue", "Pirkanmaa"), ("Jämsän koulut", "Valtakunnallinen"),
      ("Jämsä ja Lempäälä", "Lempäälä"),
      ("Helsingin yliopisto, Lahden kampus", "Lahti"), ("Salon kaupungin koulut", "Jämsä"), ("Koko Suomi", "Lempäälä"),
      ("Helsingin kaupunki", "Helsinki (järjestää sote-palvelut itse)"),
    ])
  func places(place: String, region: String) {
    let found = findings(
      "toteutuspaikka: \(place)\nalue: \(region)", for: "toteutuspaikka: Esimerkkilän koulut\nalue: Lempäälä")
    #expect(found.map(\.description) == [])
  }

  @Test(
    "gives one where all that its place names lies elsewhere",
    arguments: [
      ("Jämsän koulut", "Lempäälä"), ("Jämsän koulut", "Pirkanmaa"), ("Varsinais-Suomen hyvinvointialue", "Lempäälä"),
      ("Helsingin kaupunki", "Espoo"),
    ])
  func elsewhere(place: String, region: String) {
    let found = findings(
      "toteutuspaikka: \(place)\nalue: \(region)", for: "toteutuspaikka: Esimerkkilän koulut\nalue: Lempäälä")
    #expect(found.map(\.rule) == ["place-region"])
  }
}

@Suite("One fault")
struct OneFaultTests {
  @Test("of a value with an invisible character is left to the rule of that character")
  func invisible() {
    for (old, lines) in [
      ("alue: Lempäälä", "alue: Lempää\u{200B}lä"), ("alue: Lempäälä", "al\u{200B}ue: Lempäälä"),
      ("luotu: 1.8.2025", "luotu: 1.8.2025\u{200B}"), ("avustus: 40 000 €", "avustus: 40\u{200B} 000 €"),
      ("kieli: fi", "kieli: f\u{200B}i"), ("kausi: 1.8.2025–31.7.2026", "kausi: \u{202A}1.8.2025–31.7.2026"),
    ] {
      let found = findings(lines, for: old).filter { $0.rule != "zero-width-character" && $0.rule != "bidi-control" }
      #expect(found.map(\.description) == [])
    }
  }

  @Test("of a misspelt stage leaves the sections that it would require alone")
  func misspeltStage() {
    #expect(findings("vaihe: Valmiss", for: "vaihe: Kokeilu").map(\.rule) == ["unknown-value"])
    #expect(findings("vaihee: Valmis", for: "vaihe: Kokeilu").map(\.rule) == ["unknown-field"])
  }

  @Test("of two keys near one name is that name's but once")
  func twoNearKeys() {
    let found = findings("vaihee: Kokeilu\nvaihet: Kokeilu", for: "vaihe: Kokeilu")
    #expect(found.map(\.rule) == ["unknown-field", "unknown-field"])
    #expect(found.map { $0.fix?.replacement } == ["vaihe", nil])
  }

  @Test("in the front matter's YAML leaves all its fields alone")
  func yaml() {
    let found = findings("nimi: Malli: hyvä", for: "nimi: \"Läsnäolon malli: yhdessä kouluun\"")
    #expect(found.map(\.rule) == ["yaml-unquoted-colon"])
  }

  @Test("in many keys of a hostile file is found in reasonable time")
  func hostile() {
    let keys = (0..<5000).map { "kentta\($0): arvo" }.joined(separator: "\n")
    let clock = ContinuousClock()
    let time = clock.measure { _ = findings("kieli: fi\n\(keys)", for: "kieli: fi") }
    #expect(time < .seconds(10))
  }
}

/// A sound entry with Swedish keys.
private enum SwedishEntry {
  static let text = """
    ---
    namn: Gemensam frukost för nya elever
    kort beskrivning: >-
      Nya elever och deras vårdnadshavare äter frukost tillsammans med klassföreståndaren under den första
      skolveckan. Syftet är att alla ska känna igen en vuxen i skolan redan när läsåret börjar.
    plats: Skolorna i Esbo
    område: Esbo
    finansiär: Kommunens egen finansiering
    skede: Planering
    skapad: 4.9.2024
    ändrad: 15.1.2025
    språk: sv
    ---

    ## Lösningens grundidé

    Frukosten ordnas i skolans matsal.

    """
}
