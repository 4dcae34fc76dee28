import Cataloguing
import Diagnosing
import Testing

@testable import Rendering

@Suite("Facets without a vocabulary")
struct WrittenFacetTests {
  private func model(hasSearch: Bool = true) throws -> SiteModel {
    try OpenDataSite.model(
      [
        "a": OpenDataSite.practice(title: "A", more: "kohderyhmät: [nuoret, Huoltajat]\nasiasanat: [tuki, koulu]"),
        "b": OpenDataSite.practice(title: "B", more: "kohderyhmät: [huoltajat]\nasiasanat: [Koulu]"),
        "c": OpenDataSite.practice(title: "C", more: "kohderyhmät: [Ääni, aani]\nasiasanat: [tuki, harvinainen]"),
      ], hasSearch: hasSearch)
  }

  @Test("hold each value once, however it is written, in the order of the alphabet")
  func values() throws {
    let audience = try #require(try model().writtenFacet(.audience))
    #expect(audience.values.map(\.text) == ["aani", "Huoltajat", "nuoret", "Ääni"])
    #expect(audience.values.map(\.practices) == [[2], [0, 1], [0], [2]])
    #expect(audience.value("HUOLTAJAT")?.text == "Huoltajat")
  }

  @Test("have addresses of their own for values that look alike")
  func slugs() throws {
    let audience = try #require(try model().writtenFacet(.audience))
    #expect(audience.values.map(\.slug) == ["aani", "huoltajat", "nuoret", "aani-2"])
  }

  @Test("offer the keywords that several practices share")
  func keywords() throws {
    #expect(try model().writtenFacet(.keyword)?.values.map(\.text) == ["koulu", "tuki"])
  }

  @Test("are offered only when there is a choice")
  func years() throws {
    let year = try #require(try model().writtenFacet(.year))
    #expect(year.values.map(\.text) == ["2025"])
    #expect(!year.isChoice)
    let catalogue = String(decoding: try OpenDataSite.bytes("mallit/index.html", in: try model()), as: UTF8.self)
    #expect(catalogue.contains("name=\"audience\" value=\"Huoltajat\""))
    #expect(!catalogue.contains("name=\"year\""))
  }

  @Test("offer the values that most practices have, when there are many")
  func limit() throws {
    var practices: [String: String] = [:]
    for number in 0..<30 {
      practices["p\(number)"] = OpenDataSite.practice(
        title: "P\(number)", more: "kohderyhmät: [kaikki, ryhmä \(number)]")
    }
    let audience = try #require(try OpenDataSite.model(practices).writtenFacet(.audience))
    #expect(audience.values.count == WrittenValues.limit)
    #expect(audience.values.contains { $0.text == "kaikki" && $0.practices.count == 30 })
  }

  @Test("have a page for each value in every language, which marks the value's language")
  func pages() throws {
    let model = try model()
    for path in ["kohderyhmat/huoltajat/", "sv/malgrupper/huoltajat/", "en/audiences/huoltajat/", "vuodet/2025/"] {
      let html = String(decoding: try OpenDataSite.bytes(path + "index.html", in: model), as: UTF8.self)
      #expect(html.contains("data-practice=\"a\""), "\(path)")
    }
    let swedish = String(
      decoding: try OpenDataSite.bytes("sv/malgrupper/huoltajat/index.html", in: model), as: UTF8.self)
    #expect(swedish.contains("<h1 lang=\"fi\">Huoltajat</h1>"))
    #expect(swedish.contains("/osa/sv/modeller/?audience=Huoltajat"))
  }

  @Test("lead to nothing that needs the search where there is none")
  func withoutSearch() throws {
    let model = try model(hasSearch: false)
    let page = String(decoding: try OpenDataSite.bytes("kohderyhmat/huoltajat/index.html", in: model), as: UTF8.self)
    #expect(!page.contains("?audience="))
  }
}
