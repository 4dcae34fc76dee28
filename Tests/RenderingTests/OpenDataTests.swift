import Cataloguing
import Diagnosing
import Foundation
import Reading
import Testing

@testable import Rendering

@Suite("The open data")
struct OpenDataTests {
  @Test("gives a practice's values by the codes of the vocabularies, in the order of its own keys")
  func object() throws {
    let funding = """
      rahoitus:
        avustus: 39 617,50 €
        omarahoitusosuus: 29,8 %
        kausi: 1.1.2024–31.7.2025
      """
    let model = try OpenDataSite.model(["malli": OpenDataSite.practice(title: "Malli", more: funding)])
    let text = String(decoding: try OpenDataSite.bytes("data/practices.json", in: model), as: UTF8.self)
    #expect(
      text == #"""
        [{"slug":"malli","url":"/mallit/malli/","title":"Malli","summary":"Lyhyt kuvaus.","language":"fi",\#
        "place":"Koulut","stage":"idea",\#
        "funders":[{"code":"STM","name":"Sosiaali- ja terveysministeriö"},\#
        {"code":"OKM","name":"Opetus- ja kulttuuriministeriö"}],\#
        "regions":[{"level":"kunta","code":"kunta-418","name":"Lempäälä"},\#
        {"level":"hva","code":"hva-05","name":"Varsinais-Suomen hyvinvointialue"},\#
        {"level":"maakunta","code":"maakunta-06","name":"Pirkanmaa"},\#
        {"level":"maa","code":"maa-FI","name":"Valtakunnallinen"}],\#
        "created":"2024-05-03","modified":"2025-01-15","keywords":[],"audience":[],\#
        "funding":{"grant":39617.50,"own_percentage":29.8,"period":{"start":"2024-01-01","end":"2025-07-31"}},\#
        "sources":[]}]
        """#)
  }

  @Test("gives the sections of a practice in the template's order, as HTML and as text")
  func sections() throws {
    let model = try OpenDataSite.model()
    for practice in model.catalogue.practices {
      let path = String(practice.path.dropFirst()) + "index.json"
      let object = try #require(try OpenDataSite.json(path, in: model) as? [String: Any])
      let sections = try #require(object["sections"] as? [String: [String: String]])
      let ids = model.schema.template.sections.map(\.id).filter { sections[$0] != nil }
      #expect(ids.count == sections.count && ids.first == "idea")
      let text = String(decoding: try OpenDataSite.bytes(path, in: model), as: UTF8.self)
      let places = ids.compactMap { text.range(of: "\"\($0)\":{\"html\":")?.lowerBound }
      #expect(places.count == ids.count && places == places.sorted())
      for section in sections.values {
        #expect(Set(section.keys) == ["html", "text"])
        #expect(section["html"]?.contains("<") == true && section["text"]?.isEmpty == false)
      }
    }
  }

  @Test(
    "guards cells that a spreadsheet would run, and keeps quotes, semicolons and line breaks within their cell",
    arguments: [
      ("'=HYPERLINK(\"https://paha.example\";\"Avaa\")'", "\"'=HYPERLINK(\"\"https://paha.example\"\";\"\"Avaa\"\")\""),
      ("'+358 malli'", "'+358 malli"), ("'-1+1'", "'-1+1"), ("'@SUM(A1)'", "'@SUM(A1)"),
      ("\"\\tsarkain ensin\"", "sarkain ensin"), ("'  =1+1'", "'=1+1"), ("\"\\u00A0=1+1\"", "'\u{A0}=1+1"),
      ("'＝1+1'", "'＝1+1"), ("'Puolipiste; ja \"lainaus\"'", "\"Puolipiste; ja \"\"lainaus\"\"\""),
      ("\"Rivi\\r\\ntoinen\"", "\"Rivi\r\ntoinen\""), ("'a=b'", "a=b"), ("'''lainattu'", "'lainattu"),
    ])
  func cells(yaml: String, cell: String) throws {
    let model = try OpenDataSite.model(["malli": OpenDataSite.practice(title: "Malli", summary: yaml)])
    let bytes = try OpenDataSite.bytes("data/practices.csv", in: model)
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
    let header = "slug;url;title;summary;language;place;stage;funders;regions;created;modified;keywords\r\n"
    #expect(
      text == header + "malli;/mallit/malli/;Malli;\(cell);fi;Koulut;idea;"
        + "Sosiaali- ja terveysministeriö, Opetus- ja kulttuuriministeriö;"
        + "Lempäälä, Varsinais-Suomen hyvinvointialue, Pirkanmaa, Valtakunnallinen;2024-05-03;2025-01-15;\r\n")
  }

  @Test("is described on a page that lists every field, in each language", arguments: Language.allCases)
  func page(language: Language) throws {
    let model = try OpenDataSite.model()
    let practice = try #require(model.catalogue.practices.first)
    let fields = PracticeData(practice, in: model).members.map(\.0)
    let page = try #require(model.catalogue.pages.first { $0.name == "data" && $0.language == language })
    let tables = page.matched.blocks.compactMap { block -> [String]? in
      if case .table(let table) = block.content { table.rows.map { $0[0].value } } else { nil }
    }
    #expect(tables.count == 2)
    #expect(tables.contains(fields))
    let path = String(SiteAddresses.path(.data, language).dropFirst()) + "index.html"
    let html = String(decoding: try OpenDataSite.bytes(path, in: model), as: UTF8.self)
    for file in ["practices.json", "practices.csv", "catalogue.jsonld", "schema/practice.json"] {
      #expect(html.contains("href=\"/osa/data/\(file)\""))
    }
    #expect(html.contains("<th scope=\"row\">own_share") == false && html.contains("<th scope=\"row\">funders</th>"))
  }

  @Test("is described for portals: every distribution is a file of the site, and the dates are those of the practices")
  func catalogue() throws {
    let model = try OpenDataSite.model()
    let object = try #require(try OpenDataSite.json("data/catalogue.jsonld", in: model) as? [String: Any])
    #expect(object["@type"] as? String == "dcat:Catalog")
    let dataset = try #require((object["dataset"] as? [[String: Any]])?.first)
    let newest = try #require(model.catalogue.practices.map(\.modified).max())
    #expect(object["modified"] as? String == newest.iso && dataset["modified"] as? String == newest.iso)
    for holder in [object, dataset] {
      for key in ["title", "description"] {
        #expect(Set((holder[key] as? [String: String] ?? [:]).keys) == ["fi", "sv", "en"])
      }
    }
    let paths = Set(SitePages.all(model).map(\.path))
    let distributions = try #require(dataset["distribution"] as? [[String: Any]])
    #expect(distributions.count == 5)
    for distribution in distributions {
      let address = try #require(distribution["downloadURL"] as? String)
      #expect(address.hasPrefix("https://mallisto.example/osa/"))
      #expect(paths.contains(String(address.dropFirst("https://mallisto.example/osa/".count))))
    }
    // A term that the context does not know would be lost without a word.
    let context = try #require(object["@context"] as? [String: Any])
    #expect(OpenDataTests.keys(of: object).subtracting(["fi", "sv", "en"]).subtracting(context.keys) == [])
  }

  /// Every key of an object and of those within it, the context and JSON-LD's own words left out.
  private static func keys(of value: Any) -> Set<String> {
    if let list = value as? [Any] { return list.reduce(into: []) { $0.formUnion(keys(of: $1)) } }
    guard let object = value as? [String: Any] else { return [] }
    return object.reduce(into: []) { found, member in
      if member.key == "@context" { return }
      if !member.key.hasPrefix("@") { found.insert(member.key) }
      found.formUnion(keys(of: member.value))
    }
  }

  @Test("A site without search shows no search form, no filters, no comparison and nothing else that needs its files")
  func withoutSearch() throws {
    let pages = SitePages.all(try OpenDataSite.model(hasSearch: false))
    #expect(!pages.contains { $0.path.hasPrefix("vertaa/") || $0.path.hasPrefix("search/") })
    for page in pages where page.path.hasSuffix(".html") {
      guard case .bytes(let render) = page.content else { continue }
      let html = String(decoding: render(), as: UTF8.self)
      for sign in ["role=\"search\"", "type=\"search\"", "<form", "<select", "SearchAction", "catalogue.js\""] {
        #expect(!html.contains(sign), "\(page.path) has \(sign)")
      }
      for link in html.components(separatedBy: "href=\"").dropFirst().map({ $0.prefix { $0 != "\"" } }) {
        #expect(!link.contains("?") || link.hasPrefix("mailto:"), "\(page.path) links to \(link)")
        #expect(!link.contains("opensearch") && !link.contains("/vertaa/"), "\(page.path) links to \(link)")
      }
    }
    let searched = String(
      decoding: try OpenDataSite.bytes("mallit/index.html", in: try OpenDataSite.model()), as: UTF8.self)
    #expect(searched.contains("role=\"search\"") && searched.contains("name=\"region\""))
  }
}
