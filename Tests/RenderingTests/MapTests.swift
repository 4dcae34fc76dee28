import Templating
import Testing

@testable import Rendering

struct MapTests {
  @Test func shadesGrowByPowers() {
    #expect(ToneScale(largest: 12).steps == [1...1, 2...3, 4...6, 7...12])
    #expect(ToneScale(largest: 2500).steps == [1...7, 8...49, 50...353, 354...2500])
    #expect(ToneScale(of: [13, 0, 33, 20]).steps == [13...16, 17...20, 21...26, 27...33])
    #expect(ToneScale(of: [13, 0, 33, 20]).tone(of: 20) == 2)
  }

  @Test func fewNumbersNeedFewShades() {
    #expect(ToneScale(largest: 0).steps == [])
    #expect(ToneScale(largest: 1).steps == [1...1])
    #expect(ToneScale(largest: 2).steps == [1...1, 2...2])
  }

  @Test(arguments: 1...300)
  func everyNumberHasTheShadeThatHoldsIt(largest: Int) {
    let scale = ToneScale(largest: largest)
    #expect(scale.tone(of: 0) == 0)
    for number in 1...largest {
      #expect(scale.steps[scale.tone(of: number) - 1].contains(number))
    }
  }

  @Test func theShippedOutlinesHoldEveryCounty() throws {
    let outlines = try MapOutlines(json: ThemeFiles.bytes("map/wellbeing-areas.json"))
    #expect(Set(outlines.areas.map(\.code)).count == 23)
    let map = String(decoding: try ThemeFiles.bytes("assets/map.svg"), as: UTF8.self)
    for area in outlines.areas {
      #expect(map.contains("id=\"\(area.code)\""))
    }
  }

  @Test func aCountyWithPracticesIsShadedCountedAndLinked() throws {
    let outlines = try MapOutlines(json: ThemeFiles.bytes("map/wellbeing-areas.json"))
    let map = MapView(
      outlines,
      counts: ["hva-08": AreaCount(name: "Pirkanmaan hyvinvointialue", count: 5, url: SafeURL("/alueet/pirkanmaa/"))])
    let shown = try #require(map.areas.first { $0.name == "Pirkanmaan hyvinvointialue" })
    #expect(shown.count == 5 && shown.showsCount && shown.url?.text == "/alueet/pirkanmaa/")
    #expect(shown.tone == map.legend.last?.tone)
    #expect(map.areas.filter { $0.url == nil }.allSatisfy { $0.tone == 0 && !$0.showsCount })
    #expect(map.legend.map(\.text) == ["0", "5"])
  }

  @Test func countiesTooSmallForTheirFigureShowItInTheInset() throws {
    let outlines = try MapOutlines(json: ThemeFiles.bytes("map/wellbeing-areas.json"))
    let map = MapView(outlines, counts: ["hva-90": AreaCount(name: "Helsinki", count: 2, url: SafeURL("/x/"))])
    #expect(map.areas.first { $0.name == "Helsinki" }?.showsCount == false)
    #expect(map.inset.areas.first { $0.name == "Helsinki" }?.showsCount == true)
  }

  @Test(arguments: [9, 88, 999, 1000, 9999])
  func figuresOfTheInsetStandApart(count: Int) throws {
    let outlines = try MapOutlines(json: ThemeFiles.bytes("map/wellbeing-areas.json"))
    let counts = outlines.areas.map { ($0.code, AreaCount(name: $0.code, count: count, url: SafeURL("/x/"))) }
    let areas = MapView(outlines, counts: Dictionary(uniqueKeysWithValues: counts)).inset.areas
    #expect(areas.count == 5 && areas.allSatisfy { $0.isLong == (count > 999) })
    // The sizes of `4-pictures.css`; a digit is half as wide as high, and wider where the theme's font did not come in time.
    let size = Double(count > 999 ? 36 : 46)
    let (width, height) = (size * 0.7 * Double("\(count)".count), size * 0.72)
    for (number, area) in areas.enumerated() {
      for other in areas[(number + 1)...] {
        let isApart = abs(Double(area.x - other.x)) > width || abs(Double(area.y - other.y)) > height
        #expect(isApart, "\(area.name) and \(other.name)")
      }
    }
  }

  @Test func aLineLeadsToAFigureBesideItsCounty() throws {
    let outlines = try MapOutlines(json: ThemeFiles.bytes("map/wellbeing-areas.json"))
    let map = MapView(outlines, counts: ["hva-90": AreaCount(name: "Helsinki", count: 2, url: SafeURL("/x/"))])
    #expect(map.inset.areas.first { $0.name == "Helsinki" }?.pointer.isEmpty == false)
    #expect(map.areas.allSatisfy { $0.pointer.isEmpty })
  }
}
