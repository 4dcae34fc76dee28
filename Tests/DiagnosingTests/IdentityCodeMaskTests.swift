import Diagnosing
import Testing

/// What is printed ends up in logs that many read: no personal identity code is printed whole.
@Suite struct IdentityCodeMaskTests {
  private static let codes = [
    "131052-308T", "010101A123N", "131052+308T", "131052–308T", "131052−308T", "131052\\-308T", "010101u123n",
  ]

  private func printed(_ finding: Diagnostic) -> [String] {
    let table = GitHubFormat(language: .fi).summary([finding], filesChecked: 1)
    return Language.allCases.flatMap { language in
      [
        TextFormat(language: language).render(finding), TextFormat(language: language).render([finding]),
        JSONFormat(language: language).render([finding], filesChecked: 1),
        GitHubFormat(language: language).render([finding]), table,
        SARIFFormat(language: language, version: "1", rules: []).render([finding]),
      ]
    }
  }

  @Test(arguments: codes)
  func `No format prints a code`(code: String) {
    let file = SourceFile(path: "a.md", text: "alku\ntekijä: Maija \(code) ja muut\n")
    for finding in [
      SampleFindings.finding(at: code, in: file, notes: ["Huom \(code)."], fix: code),
      SampleFindings.finding(at: "Maija", in: file), SampleFindings.finding(at: "muut", in: file, fix: ""),
      SampleFindings.finding(at: "\(code) ja", in: file, fix: ""),
    ] {
      for text in printed(finding) { #expect(!text.contains(code) && !text.contains(code.suffix(4)), "\(text)") }
    }
  }

  @Test func `What is hidden keeps its place in the line`() {
    let file = SourceFile(path: "a.md", text: "tekijä: 131052-308T Valmiss\n")
    let lines = TextFormat(language: .fi).render(SampleFindings.finding(at: "Valmiss", in: file)).split(separator: "\n")
    #expect(lines[1] == "  1 | tekijä: ******-**** Valmiss")
    #expect(lines[2] == "    |                     ^~~~~~~")
  }

  @Test func `A code that a cut line holds in part is hidden too`() {
    let file = SourceFile(path: "a.md", text: String(repeating: "a", count: 392) + "131052-308T" + "VIRHE\n")
    let text = TextFormat(language: .fi).render(SampleFindings.finding(at: "VIRHE", in: file))
    #expect(text.contains("****VIRHE") && !text.contains("308T"))
  }

  @Test(arguments: ["131052 308T", "13105-2308T", "2025-08-01", "1310529-308", "131052-308", ""])
  func `What has not the form of a code is printed`(text: String) {
    let finding = SampleFindings.finding(at: "tekijä", in: SourceFile(path: "a.md", text: "tekijä: \(text)\n"))
    #expect(TextFormat(language: .fi).render(finding).contains("1 | tekijä: \(text)"))
  }

  @Test func `A fix shows what cannot be seen`() {
    let file = SourceFile(path: "a.md", text: "a\u{200B}b\u{A0}c\n")
    func words(_ fault: String, _ fix: String) -> String {
      TextFormat(language: .fi).render(SampleFindings.finding(at: fault, in: file, fix: fix))
    }
    #expect(words("\u{200B}", "").contains("poista: ⟨U+200B⟩"))
    #expect(words("b\u{A0}c", "").contains("poista: b⟨U+00A0⟩c"))
    #expect(words("a", "a\u{AD}\u{202E}").contains("kirjoita: a⟨U+00AD⟩⟨U+202E⟩"))
  }
}
