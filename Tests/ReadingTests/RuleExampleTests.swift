import Diagnosing
import Reading
import Testing

/// Every rule about reading holds its own example: the wrong lines break it and nothing else.
@Suite struct RuleExampleTests {
  static let rules = EncodingRules.all + FrontMatterRules.all + YAMLRules.all + MixedFileRules.all + LimitRules.all

  @Test func `The sample entry breaks no rule`() {
    #expect(Entry.read(SampleEntry.file).faults.isEmpty)
    #expect(Entry.read(SampleEntry.file).body.sections.count == 7)
  }

  /// No lines of a text can show these: an empty file, bytes that are no text, a file or its fields too large.
  static let withoutExample = [
    "empty-file", "invalid-utf8", "file-too-large", "yaml-too-large", "yaml-syntax",
    "too-many-links",
  ]

  @Test(arguments: rules.filter { !withoutExample.contains($0.id) })
  func `The wrong lines break the rule and only it, the right ones none`(rule: Rule) throws {
    let example = try #require(rule.example)
    #expect(Entry.read(SampleEntry.file(with: example, wrong: true)).faults.map(\.rule) == [rule.id])
    #expect(Entry.read(SampleEntry.file(with: example, wrong: false)).faults.isEmpty)
  }

  @Test func `Rules have names of their own`() {
    #expect(Set(Self.rules.map(\.id)).count == Self.rules.count)
  }

  @Test(arguments: rules)
  func `A rule speaks all three languages`(rule: Rule) {
    for text in [rule.title, rule.explanation] {
      #expect(text.all.allSatisfy { !$0.isEmpty })
      #expect(Set(text.all).count == 3)
    }
    #expect(rule.title.all.allSatisfy { !$0.hasSuffix(".") })
    #expect(rule.explanation.all.allSatisfy { $0.hasSuffix(".") })
  }
}

extension Rule: CustomTestStringConvertible {
  public var testDescription: String { id }
}
