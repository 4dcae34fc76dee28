import Cataloguing
import Diagnosing
import Foundation
import Templating
import Testing

@testable import Rendering

@Suite("The schema of the front matter")
struct OpenDataSchemaTests {
  private func schema() throws -> [String: Any] {
    try #require(
      try OpenDataSite.json("data/schema/practice.json", in: try OpenDataSite.model()) as? [String: Any])
  }

  @Test("knows every field under its keys and labels, and no other")
  func fields() throws {
    let schema = try schema()
    let template = try OpenDataSite.model().schema.template
    let properties = try #require(schema["properties"] as? [String: [String: Any]])
    let patterns = try #require(schema["patternProperties"] as? [String: Any])
    #expect(schema["additionalProperties"] as? Bool == false)
    #expect(schema["$id"] as? String == "https://mallisto.example/osa/data/schema/practice.json")
    #expect(Set(properties.keys) == Set(template.fields.flatMap(\.keys.all)))
    for field in template.fields {
      #expect(properties[field.keys.fi]?["title"] as? String == field.labels.fi)
      #expect(properties[field.keys.fi]?["description"] as? String == field.help.fi)
      for name in field.allNames + [field.labels.fi.uppercased(), " " + field.keys.sv] {
        #expect(patterns.keys.filter { matches($0, name) }.count == 1, "\(name)")
      }
    }
    #expect(!patterns.keys.contains { matches($0, "väri") || matches($0, "nim") })
  }

  @Test("asks for each required field under just one of its names")
  func required() throws {
    let template = try OpenDataSite.model().schema.template
    let rules = try #require(try schema()["allOf"] as? [[String: [[String: Any]]]])
    #expect(rules.count == template.fields.count)
    for (field, rule) in zip(template.fields, rules) {
      let forms = try #require(rule["oneOf"])
      #expect(Set(forms.compactMap { ($0["required"] as? [String])?.first }) == Set(field.allNames))
      #expect(forms.contains { $0["propertyNames"] != nil } == (field.required != .always), "\(field.id)")
    }
  }

  @Test("lists every value of a vocabulary, and has a definition for whatever it refers to")
  func definitions() throws {
    let schema = try schema()
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    let stages = try #require((definitions["vocabulary.stages"]?["anyOf"] as? [[String: Any]])?.first?["enum"])
    #expect(["Kokeilu", "Försök", "Trial", "kokeilu", "Pilotointi"].allSatisfy((stages as? [String] ?? []).contains))
    let references = OpenDataSchemaTests.references(in: schema)
    #expect(references.count > 40)
    #expect(references.subtracting(definitions.keys.map { "#/$defs/\($0)" }) == [])
  }

  private static func references(in value: Any) -> Set<String> {
    if let list = value as? [Any] { return list.reduce(into: []) { $0.formUnion(references(in: $1)) } }
    guard let object = value as? [String: Any] else { return [] }
    return object.reduce(into: []) { found, member in
      if member.key == "$ref", let target = member.value as? String { found.insert(target) }
      found.formUnion(references(in: member.value))
    }
  }

  // MARK: Values

  private func matches(_ pattern: String, _ text: String) -> Bool {
    text.range(of: pattern, options: .regularExpression) != nil
  }

  @Test(arguments: [
    ("idé", true), ("IDÉ", true), (" Idea ", true), ("idea\u{A0}", true), ("id", false), ("ideat", false),
    ("etä–työ", true), ("Etä-Työ", true), ("etätyö", false), ("a.b (c)", true), ("axb (c)", false),
  ])
  func namesInAnyCaseAndSpacing(text: String, isKnown: Bool) {
    let pattern = CaselessPattern(["Idé", "Idea", "Etä-työ", "A.b (c)"]).text
    #expect(matches(pattern, text) == isKnown)
  }

  @Test func sharedBeginningsStandOnce() {
    #expect(CaselessPattern(["ab", "abc", "ad"]).text == #"^\s*[aA](?:[bB](?:[cC])?|[dD])\s*$"#)
  }

  @Test(arguments: [
    "18.12.2024", "3. 5. 2024", "2024-12-18", "2024-2-3", "29.2.2024", "29.2.2000", "31.3.2024", "30.11.2024",
    "32.1.2024",
    "31.4.2024", "29.2.2023", "29.2.1900", "30.2.2024", "18.12.24", "12/18/2024", "2024-13-01", "huomenna", "2024",
    "00.1.2024", "1.0.2024", "1.1.1582", "1.1.1583", " 1.1.2024 ", "1.1.2024x",
  ])
  func datesAreThoseThatMallistoReads(text: String) {
    var isDate = false
    if case .date = DateReading(text.trimmingCharacters(in: .whitespaces)) { isDate = true }
    #expect(matches(ValuePatterns.date, text) == isDate)
  }

  @Test func everyDayOfFourYearsAndNoOther() {
    for year in [1900, 2000, 2023, 2024] {
      for month in 0...13 {
        for day in 0...32 {
          let isDay = CalendarDate(year: year, month: month, day: day) != nil
          #expect(matches(ValuePatterns.date, "\(day).\(month).\(year)") == isDay)
          #expect(matches(ValuePatterns.date, "\(year)-\(month)-\(day)") == isDay)
        }
      }
    }
  }

  @Test(arguments: [
    "680 000 €", "680\u{A0}000 euroa", "680000", "1 234,50 €", "0", "680.000", "1,2 milj. €", "68 00 €", "noin 5 €",
    "12 eur",
  ])
  func amountsAreThoseThatMallistoReads(text: String) {
    #expect(matches(ValuePatterns.amount, text) == (Figure.amount(text) != nil))
  }

  @Test(arguments: [
    "20 %", "20%", "29,8 %", "100", "100,0 %", "100,1 %", "120 %", "20 prosenttia", "kaksi", "20 per cent",
  ])
  func sharesAreThoseThatMallistoReads(text: String) {
    #expect(matches(ValuePatterns.percentage, text) == (Figure.percentage(text) != nil))
  }

  @Test(arguments: [
    "1.1.2024–31.7.2025", "1.1.2024 - 31.7.2025", "2024-01-01–2025-07-31", "2021–2023", "2020–21", "2024", "1.1.2024–",
    "31.4.2024–1.5.2024", "syksy 2024", "2021–2023 alku",
  ])
  func periodsAreThoseThatMallistoReads(text: String) {
    var isPeriod = false
    if case .period = PeriodReading(text) { isPeriod = true }
    #expect(matches(ValuePatterns.period, text) == isPeriod)
  }
}
