import Diagnosing
import Reading
import Testing

@testable import Cataloguing

@Suite("A file that breaks a rule without end")
struct FindingLimitTests {
  @Test(
    "is told of fifty times a rule, and of how often more",
    arguments: [
      ("[a](b.md) ", "broken-link"), ("<b> ", "raw-html"), ("![](portaat.png) ", "missing-alternative-text"),
      ("[tästä](/mallit/) ", "link-text"), ("040 123 4567, ", "phone-number"), ("a\u{200B}", "zero-width-character"),
      ("131052-308T ", "personal-identity-code"), ("www.example.org ", "link-text"),
    ])
  func limit(_ piece: String, _ rule: String) {
    let found = Judging.findings(in: SampleText.appending(String(repeating: piece, count: 200)))
      .filter { $0.rule == rule }
    #expect(found.count == 50)
    #expect(found.last?.notes.last?.en == "The same stands at 150 more places in this file")
    #expect(found.dropLast().allSatisfy { $0.notes.last?.en.contains("more places") == false })
  }

  @Test("loses nothing of other rules")
  func others() {
    let text = SampleText.appending(String(repeating: "a\u{200B} ", count: 60) + "\n\n# Otsikko")
    #expect(Judging.findings(in: text).count == 51)
  }
}
