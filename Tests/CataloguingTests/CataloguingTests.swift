import Diagnosing
import Foundation
import Reading
import Testing

@testable import Cataloguing

/// The site's own template and vocabularies, which the tests of rules use as the editors do.
enum OwnSchema {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func file(_ path: String) -> SourceFile {
    let data = (try? Data(contentsOf: root.appending(path: path))) ?? Data()
    return SourceFile(path: path, bytes: Array(data))
  }

  static let schema: Schema = {
    let names = ["funders", "publication", "regions", "stages"]
    let vocabularies = names.compactMap { VocabularyReader.read(file("content/vocabularies/\($0).yaml")).0 }
    let (template, faults) = TemplateReader.read(
      file("content/template.yaml"), vocabularies: Vocabularies(vocabularies))
    guard let template, faults.isEmpty else { fatalError("content/template.yaml has faults: \(faults)") }
    return Schema(template: template, vocabularies: Vocabularies(vocabularies), defaultLanguage: .fi)
  }()
}

@Suite("The site's own template and vocabularies")
struct OwnDataTests {
  @Test("have no faults")
  func noFaults() {
    #expect(OwnSchema.schema.template.fields.count == 21)
    #expect(OwnSchema.schema.template.sections.count == 6)
    #expect(OwnSchema.schema.regionVocabulary?.terms.count == 351)
  }

  @Test("tell that Lempäälä lies in Pirkanmaa and its county")
  func containment() throws {
    let regions = try #require(OwnSchema.schema.regionVocabulary)
    let lempaala = try #require(regions.term(named: "Lempäälän kunta"))
    let holders = OwnSchema.schema.containment?.holders[lempaala].map { regions.terms[$0].code }
    #expect(holders == ["hva-08", "maakunta-06", "kunta-418"])
  }
}

@Suite("A vocabulary")
struct VocabularyFaultTests {
  private func told(_ values: [String]) -> [String] {
    let text = "name: {fi: a, sv: b, en: c}\nvalues:\n" + values.map { "  - \($0)\n" }.joined()
    return VocabularyReader.read(SourceFile(path: "content/vocabularies/funders.yaml", text: text)).1
      .map { "\($0.position) \($0.rule)" }
  }

  @Test(
    "has an address for each value, and not the same for two",
    arguments: [
      ("{fi: Kunta alan säätiö, sv: B, en: C}", "4:27"), ("{fi: A, sv: kommun-fonden!, en: C}", "4:34"),
      ("{fi: A, sv: B, en: TOWN-HALL FUND}", "4:41"), ("Kommun.fonden", "4:22"),
    ])
  func sharedAddress(_ names: String, _ place: String) {
    let first = "{code: X, names: {fi: Kunta-alan säätiö, sv: Kommun fonden, en: Town hall fund}}"
    #expect(told([first]) == [])
    #expect(told([first, "{code: Y, names: \(names)}"]) == ["\(place) settings-address"])
  }

  @Test("has no value without a letter in its name")
  func noAddress() {
    #expect(told(["{code: X, names: {fi: Säätiö, sv: Фонд, en: Fund}}"]) == ["3:39 settings-address"])
  }

  @Test("may have a region and a municipality of the same name")
  func levels() {
    #expect(told(["{code: maakunta-01, names: Uusimaa A}", "{code: kunta-001, names: Uusimaa-a}"]) == [])
  }
}

@Suite("Drafts")
struct DraftTests {
  private let practice = """
    ---
    nimi: Aamupala koulussa
    lyhyt kuvaus: \(String(repeating: "Koulu tarjoaa aamupalan. ", count: 8))
    toteutuspaikka: Koulut
    alue: Lempäälä
    rahoittaja: Kunta
    vaihe: Idea
    luotu: 1.11.2020
    muokattu: 1.11.2020
    """

  private func assembly(_ files: [String: String], showsDrafts: Bool = false) -> SiteAssembly {
    var sources = SiteSources()
    sources.configuration = OwnSchema.file("content/site.yaml")
    sources.template = OwnSchema.file("content/template.yaml")
    sources.vocabularies = ["funders", "publication", "regions", "stages"].map {
      OwnSchema.file("content/vocabularies/\($0).yaml")
    }
    sources.practices = files.sorted { $0.key < $1.key }.map { name, text in
      Entry.read(SourceFile(path: "content/practices/\(name)", bytes: Array(text.utf8)))
    }
    sources.files = Set(files.keys.map { "content/practices/\($0)" })
    return SiteAssembly(sources, showsDrafts: showsDrafts)
  }

  private func entry(_ more: String = "", body: String = "Koulu tarjoaa aamupalan.") -> String {
    "\(practice)\n\(more)---\n## Ratkaisun perusidea\n\n\(body)\n"
  }

  @Test("are left out of what is published", arguments: ["julkaisutila: Luonnos", "publiceringsläge: utkast"])
  func leftOut(line: String) {
    let files = ["a.md": entry(), "b.md": entry(line + "\n").replacing("Aamupala", with: "Välipala")]
    #expect(assembly(files).findings.map(\.rule) == [])
    #expect(assembly(files).site?.entries.map(\.entry.slug) == ["a"])
    let shown = assembly(files, showsDrafts: true).site
    #expect(shown?.entries.map(\.entry.slug) == ["a", "b"])
    #expect(shown?.drafts == ["b"])
  }

  @Test("are judged like the others")
  func judged() {
    let files = ["a.md": entry("julkaisutila: Luonnos\nvaihee: Idea\n")]
    #expect(assembly(files).findings.map(\.rule) == ["unknown-field"])
  }

  @Test("cannot be linked to from what is published")
  func links() {
    let files = [
      "a.md": entry(body: "Katso [välipala](b.md)."),
      "b.md": entry("julkaisutila: Luonnos\n").replacing("Aamupala", with: "Välipala"),
    ]
    for showsDrafts in [false, true] {
      let findings = assembly(files, showsDrafts: showsDrafts).findings
      #expect(findings.map(\.rule) == ["broken-link"])
      #expect(findings.map(\.file.path) == ["content/practices/a.md"])
      #expect(findings.first?.notes.first?.en.hasPrefix("The target is a draft") == true)
    }
  }

  @Test("may be published by saying so")
  func published() {
    #expect(assembly(["a.md": entry("julkaisutila: Julkaistu\n")]).site?.entries.count == 1)
  }
}
