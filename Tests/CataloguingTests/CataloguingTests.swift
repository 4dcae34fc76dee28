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
    let names = ["funders", "regions", "stages"]
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
    #expect(OwnSchema.schema.template.fields.count == 20)
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
