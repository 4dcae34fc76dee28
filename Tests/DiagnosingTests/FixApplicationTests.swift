import Diagnosing
import Testing

@Suite("Applying fixes")
struct FixApplicationTests {
  let rule = Rule(
    "rule", .error, title: Localized(same: "title"), explanation: Localized(same: "explanation"))
  let file = SourceFile(path: "a.md", text: "yksi kaksi\r\nkolme\r\n")

  private func finding(_ range: Range<Int>, _ replacement: String, isSafe: Bool = true) -> Diagnostic {
    Diagnostic(
      rule, in: file, at: range, Localized(same: "message"),
      fix: Fix(replacing: range, with: replacement, isSafe: isSafe))
  }

  private func applied(_ findings: [Diagnostic]) -> String {
    String(decoding: FixApplication.apply(findings, to: file).bytes, as: UTF8.self)
  }

  @Test("changes the ranges of the fixes and nothing else, line ends included")
  func ranges() {
    #expect(applied([finding(12..<17, "3"), finding(0..<4, "1")]) == "1 kaksi\r\n3\r\n")
  }

  @Test("leaves alone what only the editor can decide")
  func unsafe() {
    #expect(applied([finding(0..<4, "1", isSafe: false)]) == "yksi kaksi\r\nkolme\r\n")
  }

  @Test("makes the first of two fixes that touch the same bytes")
  func overlapping() {
    let findings = [finding(0..<10, "kaikki"), finding(5..<10, "2")]
    #expect(applied(findings) == "kaikki\r\nkolme\r\n")
    #expect(FixApplication.apply(findings, to: file).count == 1)
  }

  @Test("inserts and removes")
  func insertion() {
    #expect(applied([finding(4..<4, "!"), finding(10..<12, " ")]) == "yksi! kaksi kolme\r\n")
  }
}
