import Diagnosing
import Foundation
import Reading
import Testing

@testable import Cataloguing

@Suite("The site's own practices")
struct OwnPracticesTests {
  static let practices: [SourceFile] = {
    let folder = OwnSchema.root.appending(path: "content/practices")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().map { OwnSchema.file("content/practices/\($0)") }
  }()

  static let requiredFields = OwnSchema.schema.template.fields.filter { $0.required == .always }

  private func findings(in file: SourceFile) -> [Diagnostic] {
    Rulebook.findings(in: EntryMatcher.match(Entry.read(file), schema: OwnSchema.schema), schema: OwnSchema.schema)
  }

  @Test("break no rule")
  func sound() {
    #expect(OwnPracticesTests.practices.count == 5)
    for file in OwnPracticesTests.practices {
      #expect(findings(in: file).map { "\(file.path):\($0.position) \($0.rule)" } == [])
    }
  }

  @Test("give one error, with the field's Finnish label, when any one required field is taken out")
  func withoutField() {
    #expect(OwnPracticesTests.requiredFields.count == 8)
    for file in OwnPracticesTests.practices {
      for field in OwnPracticesTests.requiredFields {
        let found = findings(in: file.without(field))
        #expect(found.map(\.rule) == ["missing-field"], "\(file.path) without \(field.id)")
        #expect(found.first?.position == SourcePosition(line: 1, column: 1))
        #expect(found.first?.message.fi == "Kenttä ”\(field.labels.fi)” puuttuu")
      }
    }
  }

  @Test("give one error at the key when the value of any one required field is taken out")
  func withoutValue() throws {
    for file in OwnPracticesTests.practices {
      for field in OwnPracticesTests.requiredFields {
        let pair = try #require(Entry.read(file).pair(of: field))
        let found = findings(in: file.replacing(pair.keyRange.upperBound..<pair.value.range.upperBound, with: ":"))
        #expect(found.map(\.rule) == ["empty-field"], "\(file.path) with empty \(field.id)")
        #expect(found.first?.range.lowerBound == pair.keyRange.lowerBound)
      }
    }
  }

  @Test("give one error at the key when any one required key is misspelt, and are sound once it is mended")
  func misspelt() throws {
    for file in OwnPracticesTests.practices {
      for field in OwnPracticesTests.requiredFields {
        let pair = try #require(Entry.read(file).pair(of: field))
        let wrong = file.replacing(pair.keyRange, with: pair.key + "x")
        let found = findings(in: wrong)
        #expect(found.map(\.rule) == ["unknown-field"], "\(file.path) with \(pair.key)x")
        #expect(found.first?.range.lowerBound == pair.keyRange.lowerBound)
        #expect(Judging.fixed(wrong, found.compactMap(\.fix).filter(\.isSafe)) == file)
      }
    }
  }

  @Test("are read the same under the labels of the national template, in all three languages")
  func labels() throws {
    for file in OwnPracticesTests.practices {
      for field in OwnPracticesTests.requiredFields {
        let pair = try #require(Entry.read(file).pair(of: field))
        for name in field.keys.all + field.labels.all + [field.labels.fi.uppercased()] {
          #expect(findings(in: file.replacing(pair.keyRange, with: name)).map(\.rule) == [], "\(name)")
        }
      }
    }
  }
}

extension Entry {
  fileprivate func pair(of field: FieldDefinition) -> YAMLPair? { fields.first { field.allNames.contains($0.key) } }
}

extension SourceFile {
  fileprivate func replacing(_ range: Range<Int>, with text: String) -> SourceFile {
    SourceFile(path: path, bytes: bytes[..<range.lowerBound] + Array(text.utf8) + bytes[range.upperBound...])
  }

  /// The same file without a field's lines.
  fileprivate func without(_ field: FieldDefinition) -> SourceFile {
    guard let pair = Entry.read(self).pair(of: field) else { return self }
    return replacing(pair.keyRange.lowerBound..<lineRange(at: pair.value.range.upperBound).upperBound + 1, with: "")
  }
}
