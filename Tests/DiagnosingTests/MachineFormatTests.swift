import Diagnosing
import Foundation
import Testing

/// JSON, SARIF and GitHub's annotations, read back as their readers would.
@Suite struct MachineFormatTests {
  private let file = SourceFile(
    path: "content/practices/å b.md", text: "\u{FEFF}---\r\nnimi: Äiti\r\nvaihe: Valmiss\r\n---\r\n")

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  // MARK: JSON

  @Test func `JSON tells all of every finding, in order`() throws {
    let findings = [
      SampleFindings.finding(at: "Valmiss", in: file, notes: ["Idea", "Valmis"], fix: "Valmis"),
      SampleFindings.finding(SampleFindings.doubtful, at: "Äiti", in: file),
    ]
    #expect(
      JSONFormat(language: .sv).render(findings, filesChecked: 3) == """
        {
          "version": 1,
          "language": "sv",
          "findings": [
            {
              "rule": "text-length",
              "severity": "warning",
              "file": "content/practices/å b.md",
              "line": 2,
              "column": 7,
              "endLine": 2,
              "endColumn": 11,
              "message": "Fel: Äiti",
              "notes": []
            },
            {
              "rule": "unknown-value",
              "severity": "error",
              "file": "content/practices/å b.md",
              "line": 3,
              "column": 8,
              "endLine": 3,
              "endColumn": 15,
              "message": "Fel: Valmiss",
              "notes": [
                "Idea",
                "Valmis"
              ],
              "fix": {
                "line": 3,
                "column": 8,
                "endLine": 3,
                "endColumn": 15,
                "replacement": "Valmis",
                "isSafe": true
              }
            }
          ],
          "summary": {
            "files": 3,
            "errors": 1,
            "warnings": 1
          }
        }

        """)
  }

  @Test func `JSON of nothing is an empty list`() throws {
    let json = try object(JSONFormat(language: .fi).render([], filesChecked: 5))
    #expect((json["findings"] as? [Any])?.isEmpty == true)
    #expect((json["summary"] as? [String: Int]) == ["files": 5, "errors": 0, "warnings": 0])
  }

  @Test func `JSON agrees with the text about every place`() throws {
    let long = SourceFile(path: "a.md", text: (0..<400).map { "rivi \($0) ä\r\n" }.joined())
    let findings = (0..<400).map { SampleFindings.finding(at: "\($0) ä", in: long) }
    let json = try object(JSONFormat(language: .fi).render(findings.reversed(), filesChecked: 1))
    let places = try #require(json["findings"] as? [[String: Any]]).map { "\($0["line"] ?? "").\($0["column"] ?? "")" }
    #expect(places == findings.sortedByPlace().map { "\($0.position.line).\($0.position.column)" })
  }

  // MARK: SARIF

  @Test func `SARIF holds rules, places and fixes`() throws {
    let findings = [SampleFindings.finding(at: "Valmiss", in: file, notes: ["Idea"], fix: "Valmis")]
    let format = SARIFFormat(language: .en, version: "1.2.3", rules: [SampleFindings.doubtful, SampleFindings.wrong])
    let log = try object(format.render(findings))
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let driver = try #require((run["tool"] as? [String: [String: Any]])?["driver"])
    #expect(driver["version"] as? String == "1.2.3")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.map { $0["id"] as? String } == ["text-length", "unknown-value"])
    #expect(rules.map { ($0["defaultConfiguration"] as? [String: String])?["level"] } == ["warning", "error"])

    let result = try #require((run["results"] as? [[String: Any]])?.first)
    #expect(result["ruleIndex"] as? Int == 1 && result["level"] as? String == "error")
    #expect((result["message"] as? [String: String])?["text"] == "Wrong: Valmiss\nIdea")
    let place = try #require((result["locations"] as? [[String: [String: Any]]])?.first?["physicalLocation"])
    #expect((place["artifactLocation"] as? [String: String])?["uri"] == "content/practices/%C3%A5%20b.md")
    let region = ["startLine": 3, "startColumn": 8, "endLine": 3, "endColumn": 15]
    #expect(place["region"] as? [String: Int] == region)

    let fix = try #require((result["fixes"] as? [[String: Any]])?.first)
    #expect((fix["description"] as? [String: String])?["text"] == "write: Valmis")
    let change = try #require((fix["artifactChanges"] as? [[String: Any]])?.first)
    let replacement = try #require((change["replacements"] as? [[String: Any]])?.first)
    #expect(replacement["deletedRegion"] as? [String: Int] == region)
    #expect((replacement["insertedContent"] as? [String: String])?["text"] == "Valmis")
  }

  @Test func `A removal inserts nothing, and a rule that is not listed has no index`() throws {
    let findings = [SampleFindings.finding(at: "Valmiss", in: file, fix: "")]
    let text = SARIFFormat(language: .fi, version: "1", rules: []).render(findings)
    #expect(!text.contains("insertedContent") && !text.contains("ruleIndex"))
    _ = try object(text)
  }

  // MARK: GitHub

  @Test func `An annotation names file, lines and columns`() {
    let finding = SampleFindings.finding(at: "Valmiss", in: file, notes: ["100 %"])
    let text = GitHubFormat(language: .fi).render([finding])
    #expect(
      text.hasPrefix(
        "::error file=content/practices/å b.md,line=3,col=8,endLine=3,endColumn=15,title=unknown-value"
          + "::Väärin: Valmiss%0A100 %25\n\ncontent/practices/å b.md:3:8: error: "))
  }

  @Test func `What would end an annotation or start a command is escaped`() {
    let odd = SourceFile(path: "a,b:c%\n.md", text: "x ##[add-mask]y\n")
    let finding = Diagnostic(SampleFindings.wrong, in: odd, at: 0..<1, Localized(same: "a::b\r\n::set-env%"))
    let text = GitHubFormat(language: .fi).render([finding])
    let lines = text.split(separator: "\n")
    #expect(lines[0].hasPrefix("::error file=a%2Cb%3Ac%25%0A.md,line=1,"))
    #expect(lines[0].hasSuffix("::a::b%0D%0A::set-env%25"))
    #expect(lines.count { $0.drop { $0 == " " }.hasPrefix("::") } == 1)
    #expect(!text.contains("##["))
  }

  @Test func `A range over several lines ends at a line, not at a column`() {
    let finding = SampleFindings.finding(at: "Äiti\r\nvaihe", in: file)
    #expect(GitHubFormat(language: .fi).render([finding]).contains("line=2,col=7,endLine=3,title="))
  }

  @Test func `The worst come first, and a line tells how many more there are`() {
    let file = SourceFile(path: "a.md", text: (10..<40).map { "rivi \($0)\n" }.joined())
    let warnings = (10..<22).map { SampleFindings.finding(SampleFindings.doubtful, at: "rivi \($0)", in: file) }
    let errors = (22..<37).map { SampleFindings.finding(at: "rivi \($0)", in: file) }
    let lines = GitHubFormat(language: .en).render(warnings + errors).split(separator: "\n")
    #expect(lines[..<10].allSatisfy { $0.hasPrefix("::error ") })
    #expect(lines[10..<20].allSatisfy { $0.hasPrefix("::warning ") })
    #expect(lines[20] == "… and 7 more")
    #expect(lines[21...].count { $0.hasPrefix("a.md:") } == 27)
    #expect(lines[0].contains("line=13,") && lines[10].contains("line=1,"))
  }

  @Test func `Without findings GitHub is told nothing`() {
    #expect(GitHubFormat(language: .fi).render([]).isEmpty)
  }

  @Test func `The summary is a table whose cells hold no markup`() {
    let odd = SourceFile(path: "a|b.md", text: "x\n")
    let finding = Diagnostic(SampleFindings.wrong, in: odd, at: 0..<1, Localized(same: "<img> `x` | *y*\nz"))
    let lines = GitHubFormat(language: .sv).summary([finding], filesChecked: 2).split(separator: "\n")
    #expect(lines.first == "### 2 filer kontrollerade: fel 1, varningar 0")
    #expect(lines.last == "| a\\|b.md:1:1 | fel | &lt;img> \\`x\\` \\| \\*y\\* z | unknown-value |")
    #expect(GitHubFormat(language: .fi).summary([], filesChecked: 2).split(separator: "\n").count == 1)
  }
}
