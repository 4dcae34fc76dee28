import Diagnosing
import Support
import Testing

@Suite struct SourceFileTests {
  @Test(arguments: [
    ("👉a", 1, 1), ("a👉b", 1, 2), ("ä👉b", 1, 2), ("a\u{308}👉b", 1, 3), ("😀👉b", 1, 2), ("\t👉b", 1, 2), ("a\n👉b", 2, 1),
    ("a\r\n👉b", 2, 1), ("a\r👉b", 2, 1), ("a\r👉\nb", 1, 3), ("\u{FEFF}👉a", 1, 1), ("\u{FEFF}a👉b", 1, 2),
    ("a\n\n\n👉", 4, 1),
    ("a\u{200B}👉b", 1, 3), ("a\u{2028}👉b", 1, 3), ("👉", 1, 1),
  ])
  func `A column counts scalars, a line ends at LF, CR LF or CR`(_ marked: String, _ line: Int, _ column: Int) {
    let source = MarkedSource(marked)
    #expect(source.file().position(at: source.offsets[0]) == SourcePosition(line: line, column: column))
  }

  @Test func `Places outside the file count as its ends`() {
    let file = SourceFile(path: "a.md", text: "\u{FEFF}ab\n")
    #expect(file.position(at: 0) == SourcePosition(line: 1, column: 1))
    #expect(file.position(at: 99) == SourcePosition(line: 2, column: 1))
    #expect(file.text(4..<99) == "b\n")
  }

  @Test(arguments: [
    ("a\n👉b\nc", "b"), ("a\nb👉\nc", "b"), ("a\r\nb👉\r\nc", "b"), ("a\r\nb\r👉\nc", "b"), ("\u{FEFF}👉a\n", "a"),
    ("a\n👉", ""),
  ])
  func `A line is what stands between its ends`(_ marked: String, _ line: String) {
    let source = MarkedSource(marked)
    let file = source.file()
    #expect(file.text(file.lineRange(at: source.offsets[0])) == line)
  }

  @Test func `Findings are in the order of files, places and rules`() {
    let (a, b) = (SourceFile(path: "a.md", text: "xy"), SourceFile(path: "b.md", text: "xy"))
    let findings = [
      SampleFindings.finding(at: "x", in: b), SampleFindings.finding(at: "y", in: a),
      SampleFindings.finding(at: "x", in: a),
      SampleFindings.finding(SampleFindings.doubtful, at: "x", in: a),
    ]
    #expect(
      findings.sortedByPlace().map { "\($0.file.path) \($0.position) \($0.rule)" } == [
        "a.md 1:1 text-length", "a.md 1:1 unknown-value", "a.md 1:2 unknown-value", "b.md 1:1 unknown-value",
      ])
    #expect(findings.hasErrors && ![findings[3]].hasErrors)
  }
}
