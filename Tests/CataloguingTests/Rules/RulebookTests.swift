import Diagnosing
import Reading
import Testing

@testable import Cataloguing

@Suite("Every rule")
struct RulebookTests {
  /// Rules with an example to run.
  static let examples: [Example] = Rulebook.all.compactMap { rule in
    rule.example.map { Example(rule: rule, example: $0) }
  }

  struct Example: Sendable, CustomTestStringConvertible {
    let rule: Rule
    let example: RuleExample
    var testDescription: String { rule.id }

    var wrong: SourceFile { file(example.wrong) }
    var right: SourceFile { file(example.right) }

    private func file(_ lines: String) -> SourceFile {
      SourceFile(path: SampleEntry.path, text: Judging.sample(lines, replacing: example.right))
    }
  }

  @Test("has an identifier of its own, in lower case with hyphens")
  func identifiers() {
    let ids = Rulebook.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    let letters = Set("abcdefghijklmnopqrstuvwxyz0123456789-")
    #expect(ids.allSatisfy { $0.allSatisfy(letters.contains) })
  }

  @Test("is explained in three languages")
  func languages() {
    for rule in Rulebook.all {
      for text in [rule.title, rule.explanation] {
        #expect(text.all.allSatisfy { !$0.isEmpty }, "\(rule.id)")
        #expect(Set(text.all).count == 3, "\(rule.id)")
      }
      #expect(rule.title.all.allSatisfy { !$0.hasSuffix(".") }, "\(rule.id): a headline has no full stop")
    }
  }

  @Test("has an example, but for those of whole files and of settings")
  func haveExamples() {
    let without = Rulebook.all.filter { $0.example == nil }.map(\.id)
    let excused = without.filter { $0.hasPrefix("settings-") || RulebookTests.withoutExample.contains($0) }
    #expect(without == excused)
  }

  /// A few lines cannot show these: they are about a file's bytes or its size, or about what is no YAML at all.
  private static let withoutExample = [
    "invalid-utf8", "file-too-large", "empty-file", "yaml-too-large", "yaml-syntax", "too-many-links",
    "file-name", "colliding-file-names", "symbolic-link", "page-title", "page-field", "page-language",
    "active-file", "unreadable-picture", "attachment-too-large",
  ]

  @Test("finds nothing in the sample entry")
  func sample() {
    #expect(Judging.findings(in: SampleEntry.text).map(\.rule) == [])
  }

  @Test("finds its wrong example, and no other rule does", arguments: examples)
  func wrong(_ example: Example) {
    let found = Judging.findings(in: example.wrong, others: example.example.others)
    #expect(found.map(\.rule) == [example.rule.id])
    #expect(found.map(\.severity) == [example.rule.severity])
  }

  @Test("finds nothing in its right example", arguments: examples)
  func right(_ example: Example) {
    #expect(Judging.findings(in: example.right, others: example.example.others).map(\.rule) == [])
  }

  @Test("says what is wrong in three languages", arguments: examples)
  func messages(_ example: Example) {
    for finding in Judging.findings(in: example.wrong, others: example.example.others) {
      #expect(Set(finding.message.all).count == 3)
      for text in [finding.message] + finding.notes { #expect(text.all.allSatisfy { !$0.isEmpty }) }
      #expect(finding.message.all.allSatisfy { !$0.hasSuffix(".") })
    }
  }

  @Test("finds nothing once its safe fix is made", arguments: examples)
  func fixed(_ example: Example) {
    let fixes = Judging.findings(in: example.wrong, others: example.example.others).compactMap(\.fix)
    for fix in fixes { #expect(fix.range.upperBound <= example.wrong.bytes.count) }
    let safe = fixes.filter(\.isSafe)
    if safe.isEmpty { return }
    let mended = Judging.fixed(example.wrong, safe)
    #expect(Judging.findings(in: mended, others: example.example.others).map(\.rule) == [])
  }

  @Test("points at the same line and column after a byte order mark, with CR LF and an ä before", arguments: examples)
  func disguised(_ example: Example) {
    let plain = Judging.findings(in: example.wrong, others: example.example.others)
    let disguised = Judging.findings(in: example.wrong.disguised(), others: example.example.others)
    #expect(disguised.map(\.rule) == plain.map(\.rule))
    #expect(disguised.map(\.position) == plain.map(\.position.disguised))
    let safe = disguised.compactMap(\.fix).filter(\.isSafe)
    if safe.isEmpty { return }
    let mended = Judging.fixed(example.wrong.disguised(), safe)
    #expect(Judging.findings(in: mended, others: example.example.others).map(\.rule) == [])
  }
}
