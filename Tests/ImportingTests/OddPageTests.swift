import Testing

/// What real pages of the platform have been seen to hold.
@Suite("Odd pages")
struct OddPageTests {
  @Test("an author without a value is left out")
  func author() {
    let entry = Imported(Sample.page(basics: "Tekijä\n\nTekijä\n"))
    #expect(entry.fields["tekijä"] == nil)
    #expect(entry.fields["luotu"] == "1.8.2025")
    #expect(Imported(Sample.page(basics: "Tekijä\n\nTekijä\n\nAino Esimerkki\n")).fields["tekijä"] == "Aino Esimerkki")
  }

  @Test("labels and the title may be printed twice")
  func repeated() {
    let title = "Läsnäolon malli: yhdessä kouluun (RRP, P4, I1, I4)"
    let entry = Imported("\(title)\n\n\(title)\n\n\(Sample.summary)\n\n" + Sample.page(title: "\(title)\n\(title)"))
    #expect(entry.fields["nimi"] == title)
    #expect(entry.text.contains("nimi: \"\(title)\"\n"))
    #expect(entry.findings == [])
  }

  @Test(
    "dates come with and without leading zeros, with a time of day, and on the label's line",
    arguments: [
      "3.5.2024", "03.05.2024", "03.05.2024 - 13:05", "3.5.2024 klo 9.30", "2024-05-03",
    ])
  func dates(written: String) {
    let page = Sample.page()
    #expect(Imported(page.replacing("1.8.2025", with: written)).fields["luotu"] == "3.5.2024")
    #expect(Imported(page.replacing("Luotu\n1.8.2025", with: "Luotu: \(written)")).fields["luotu"] == "3.5.2024")
  }

  @Test("a day that no calendar has is a finding, and waits in the comment")
  func impossibleDate() {
    let entry = Imported(Sample.page().replacing("1.8.2025", with: "31.2.2025"))
    #expect(entry.fields["luotu"] == nil)
    #expect(entry.findings == ["13:1 import-value"])
    #expect(entry.comment == "Luotu\n31.2.2025")
  }

  @Test("stray full stops and blank paragraphs are dropped")
  func strays() {
    let entry = Imported(Sample.page(idea: "Ensin.\n\n.\n\n\u{A0}\n\n \n\nSitten.\n\u{A0}."))
    #expect(entry.section("Ratkaisun perusidea") == "Ensin.\n\nSitten.")
  }

  @Test("headings may end in ` **`, and headings of groups stand between")
  func marks() {
    let page =
      "Perustiedot\n"
      + Sample.page(end: "Toimintaympäristö **\n\nKunnassa.\n")
      .replacing("Ratkaisun perusidea", with: "Toimintamallin kuvaus\n\nRatkaisun perusidea **")
    let entry = Imported(page)
    #expect(entry.section("Ratkaisun perusidea") == "Malli etenee askelin.")
    #expect(entry.section("Toimintaympäristö") == "Kunnassa.")
    #expect(!entry.text.contains("Perustiedot") && !entry.text.contains("Toimintamallin kuvaus"))
  }

  @Test("older pages have another label over the region")
  func olderRegion() {
    let page = Sample.page().replacing("Paikkakunta, maakunta tai hyvinvointialue", with: "Paikkakunta tai maakunta")
    #expect(Imported(page).fields["alue"] == "Lempäälä")
  }

  @Test("several regions and funders stand one a line, or on one line after commas")
  func several() {
    let page = Sample.page().replacing("Lempäälä", with: "Varha\nKeski-Suomi, Jämsä")
      .replacing("\nKunta\n", with: "\nSTM\nSosiaali- ja terveysministeriö (STM)\nLeader\n")
    let fields = Imported(page).fields
    #expect(fields["alue"] == "Varha | Keski-Suomi | Jämsä")
    #expect(fields["rahoittaja"] == "STM | Leader")
  }

  @Test("a funder that the vocabulary lacks is a finding, with the names nearest to it")
  func unknownFunder() {
    let entry = Imported(Sample.page().replacing("\nKunta\n", with: "\nKunta\nLaeder\n"))
    #expect(entry.fields["rahoittaja"] == "Kunta")
    #expect(entry.findings == ["11:1 import-value"])
    #expect(entry.comment == "Toimintamallin rahoittaja\nLaeder")
  }

  @Test("labels that are common words are words within a section")
  func commonWords() {
    let idea =
      "Kuva\n\nKuvassa on portaat.\n\nTekijä\n\nOppilas tekee itse ja saa apua, kun hän sitä pyytää.\n\nLuotu\n\nYhdessä."
    let entry = Imported(Sample.page(idea: idea))
    #expect(entry.section("Ratkaisun perusidea") == idea)
    #expect(entry.findings == [])
  }

  @Test("a section may repeat the name of one before it")
  func repeatedSection() {
    let entry = Imported(Sample.page(end: "Toimintaympäristö\n\nTausta.\n\nRatkaisun perusidea\n\non esitelty yllä."))
    #expect(entry.section("Toimintaympäristö") == "Tausta.\n\nRatkaisun perusidea\n\non esitelty yllä.")
  }

  @Test("sections come in the template's order, and missing ones stay missing")
  func order() {
    let end = "Vinkit toimintamallin soveltajille\n\nKysykää.\n\nToimintaympäristö\n\nKunnassa."
    let entry = Imported(Sample.page(end: end))
    #expect(entry.matched.sections.compactMap(\.definition) == [0, 1, 5])
  }

  @Test("a picture has only words: they wait in the comment under the platform's labels")
  func pictures() {
    let entry = Imported(
      Sample.page(basics: "Kuva\nPortaat\nKuvateksti\nKoulun portaat", end: "Kansikuva\nPiha\n\nKuvateksti\nSyksy\n"))
    #expect(entry.comment == "Kuva\nPortaat\n\nKuvateksti\nKoulun portaat\n\nKansikuva\nPiha\n\nKuvateksti\nSyksy")
    #expect(entry.findings.count == 4)
    #expect(Imported(entry.exported).text == entry.text)
  }

  @Test("a comment cannot be ended by what it holds")
  func harmlessComment() {
    let entry = Imported(Sample.page(basics: "Kuva\nNuoli --> ja <!-- toinen\n"))
    #expect(entry.comment == "Kuva\nNuoli -- > ja <! -- toinen")
    #expect(entry.checked.filter { $0.hasPrefix("error") } == ["error missing-field"])
  }

  @Test("text of any encoding that office computers save is read")
  func encodings() {
    let page = Sample.page(title: "Äänetön öylätti – ”mallit”")
    var utf16: [UInt8] = [0xFF, 0xFE]
    for unit in page.utf16 { utf16 += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(Imported(bytes: utf16).text == Imported(page).text)
    #expect(Imported("\u{FEFF}" + page.replacing("\n", with: "\r\n")).text == Imported(page).text)
    let latin = page.unicodeScalars.map { scalar -> UInt8 in
      switch scalar {
      case "–": 0x96
      case "”": 0x94
      default: UInt8(scalar.value)
      }
    }
    #expect(Imported(bytes: latin).text == Imported(page).text)
  }

  @Test("the file name is made of the title, and cut at a word where that is long")
  func slug() {
    #expect(Imported(Sample.page(title: "Äiti & lapsi: yhdessä!")).entry?.slug == "aiti-lapsi-yhdessa")
    #expect(Imported(Sample.page(title: "漢字")).entry?.slug == "malli")
    let long = Imported(Sample.page(title: String(repeating: "sana ", count: 40))).entry?.slug
    #expect(long == Array(repeating: "sana", count: 16).joined(separator: "-"))
  }

  @Test(
    "what is no page of a model is refused",
    arguments: [
      "", "Aivan muuta tekstiä.", "Toimintamallin nimi\nToimintamallin lyhyt kuvaus\nToteutuspaikka\n",
      "Toimintamallin nimi\nYksin\n", "<html><body><h1>Etusivu</h1><p>Luotu 1.1.2020</p></body></html>",
      "---\nnimi: Malli\n---\n",
    ])
  func refused(page: String) {
    let imported = Imported(page)
    #expect(imported.entry == nil)
    #expect(imported.findings == ["1:1 import-not-a-model"])
  }
}
