import Cataloguing
import Diagnosing
import Testing

@testable import Rendering

@Suite("Where a practice is used")
struct RegionLinkTests {
  /// The county that stands beside a municipality, in Finnish.
  private func county(of municipality: String) throws -> String {
    let model = try OpenDataSite.model(["malli": OpenDataSite.practice(title: "Malli")])
    let site = try #require(LocalSite(model, .fi))
    let terms = try #require(model.schema.regionVocabulary?.terms)
    let region = try #require(terms.firstIndex { $0.level == "kunta" && $0.names[.fi] == municipality })
    return try #require(site.regionLinks([region]).first).detail
  }

  @Test("A municipality is told with its county", arguments: [("Lempäälä", "Pirkanmaan hyvinvointialue")])
  func within(municipality: String, county: String) throws {
    #expect(try self.county(of: municipality) == county)
  }

  @Test("One that is its own county is told once")
  func alone() throws {
    #expect(try county(of: "Helsinki") == "")
  }

  @Test(
    "The small map names the county that it marks for a municipality",
    arguments: [
      ("Lempäälä", "Lempäälä (Pirkanmaan hyvinvointialue)"),
      ("Pirkanmaan hyvinvointialue", "Pirkanmaan hyvinvointialue"),
      ("Helsinki", "Helsinki"), ("Valtakunnallinen", "Valtakunnallinen"),
    ])
  func map(place: String, names: String) throws {
    let model = try OpenDataSite.model(["malli": OpenDataSite.practice(title: "Malli")])
    let site = try #require(LocalSite(model, .fi))
    let terms = try #require(model.schema.regionVocabulary?.terms)
    let region = try #require(terms.firstIndex { $0.names[.fi] == place })
    #expect(site.placeMap([region], site.regionLinks([region]))?.names == names)
  }
}
