import Testing

@testable import Cataloguing

@Suite("An address")
struct WebAddressTests {
  @Test(
    "has a scheme, is a path, or names a Markdown file",
    arguments: [
      "https://www.varha.fi", "http://varha.fi/a?b=c#d", "mailto:kirjaamo@varha.fi", "tel:+358123456", "/mallit/malli/",
      "toinen-malli.md", "toinen-malli.md#vinkit", "../toinen.md", "kuvat/kaavio.png", "#vinkit", "javascript:alert(1)",
    ])
  func plausible(text: String) {
    #expect(WebAddress.isPlausible(text))
  }

  @Test(
    "is no lone word, no sentence and no host without its scheme",
    arguments: [
      "www.varha.fi", "WWW.varha.fi/sivu", "varha.fi", "varha.fi/sivu", "ei verkossa", "Varha", "https://a b", "",
    ])
  func implausible(text: String) {
    #expect(!WebAddress.isPlausible(text))
  }

  @Test(
    "gets the scheme that it lacks",
    arguments: [("www.varha.fi", "https://www.varha.fi"), ("varha.fi/a", "https://varha.fi/a")])
  func fixed(text: String, expected: String) {
    #expect(WebAddress.withScheme(text) == expected)
    #expect(WebAddress.isPlausible(expected))
  }

  @Test("gets none where it is no host", arguments: ["ei verkossa", "Varha", ""])
  func notFixed(text: String) {
    #expect(WebAddress.withScheme(text) == nil)
  }
}
