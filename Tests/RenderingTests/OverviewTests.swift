import Cataloguing
import Diagnosing
import Foundation
import Testing

@testable import Rendering

@Suite("The overviews")
struct OverviewTests {
  /// A page of a site with these practices.
  private func page(_ path: String, _ practices: [String: String]) throws -> String {
    String(decoding: try OpenDataSite.bytes(path, in: OpenDataSite.model(practices)), as: UTF8.self)
  }

  @Test("Stages with nearly the same number of practices have the same shade: no legend tells them apart")
  func ladder() throws {
    var practices: [String: String] = [:]
    for number in 1...7 {
      let text = OpenDataSite.practice(title: "Malli \(number)")
      let stage = number < 4 ? "Idea" : "Suunnittelu"
      practices["malli-\(number)"] = text.replacing("vaihe: Ideointi", with: "vaihe: \(stage)")
    }
    let html = try page("vaiheet/index.html", practices)
    #expect(html.components(separatedBy: "tread tone-3").count == 3)
    #expect(html.components(separatedBy: "tread tone-0").count == 4)
  }

  @Test("An index of keywords that is spread over pages says to choose a letter, and its pages what the figures are")
  func keywords() throws {
    let words = (0...KeywordIndex.splitsFrom).map { "sana \($0)" }.joined(separator: ", ")
    let practices = ["malli": OpenDataSite.practice(title: "Malli", more: "asiasanat: [\(words)]\n")]
    let first = try page("asiasanat/index.html", practices)
    #expect(first.contains("Valitse kirjain") && !first.contains("Luku kertoo"))
    let letter = try page("asiasanat/s/index.html", practices)
    #expect(letter.contains("Luku kertoo") && !letter.contains("Valitse kirjain"))
    let small = try page("asiasanat/index.html", ["malli": OpenDataSite.practice(title: "Malli")])
    #expect(small.contains("Täällä ei ole vielä") && !small.contains("Valitse kirjain"))
  }
}
