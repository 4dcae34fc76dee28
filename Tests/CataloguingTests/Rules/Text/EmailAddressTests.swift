import Diagnosing
import Testing

@testable import Cataloguing

@Suite("An e-mail address")
struct EmailAddressTests {
  private func addresses(_ text: String) -> [String] {
    Judging.findings(in: SampleText.appending(text)).filter { $0.rule == "email-address" }.map {
      $0.file.text($0.range)
    }
  }

  @Test(
    "is told by its sign, or by what is written to hide it",
    arguments: [
      "etunimi.sukunimi@esimerkki.fi", "a@b.co", "etu-nimi_1+x%y@ala.esimerkki.fi", "matti.mäkinen@äänekoski.fi",
      "etunimi(a)esimerkki.fi", "etunimi (at) esimerkki.fi", "etunimi[at]esimerkki.fi", "etunimi(ät)esimerkki.fi",
      "etunimi(A)esimerkki.fi",
    ])
  func found(_ address: String) {
    for text in [address, "Kysy: \(address).", "(\(address))", "”\(address)”", "**\(address)**, tai"] {
      #expect(addresses(text) == [address], "\(text)")
    }
    #expect(addresses("[Kirjoita kirjastoon](mailto:kirjasto@esimerkki.fi)") == ["kirjasto@esimerkki.fi"])
  }

  @Test(
    "is no sign that stands alone, no name and no bracket of a sentence",
    arguments: [
      "@helsinki", "kello 12 @ koulu", "a@b", "a@b.c", "@esimerkki.fi", "kohta (a) on", "[a](/mallit/)", "3(a)laki",
      "nimi@", "https://example.org/@nimi/kuva.html",
    ])
  func notFound(_ text: String) {
    #expect(addresses(text) == [])
  }
}

/// The sample entry with more text at its end.
enum SampleText {
  static func appending(_ text: String) -> String { Judging.sample(text + "\n", replacing: "") }
}
