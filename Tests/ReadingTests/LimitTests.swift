import Diagnosing
import Reading
import Support
import Testing

/// Too much of anything is a clear error or a page, in time that grows with the input and no faster.
///
/// The time allowed is wide, since tests run unoptimised; a quadratic step would pass it by far.
@Suite struct LimitTests {
  private static let start = "---\nnimi: Malli\n---\n\n## Ratkaisu\n\n"

  /// A name for the test's output, the text, and what is found in it.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let found: String?
  }

  static func repeated(_ piece: String, _ count: Int) -> String { String(repeating: piece, count: count) }

  static let cases = [
    Case(
      testDescription: "10 MB of front matter", text: "---\nnimi: \(repeated("x", 10_000_000))\n---\n",
      found: "file-too-large 1:1"),
    Case(testDescription: "a line of 5 MB", text: start + repeated("x", 5_000_000), found: "file-too-large 1:1"),
    Case(testDescription: "1,000,000 links", text: start + repeated("[a](b) ", 1_000_000), found: "file-too-large 1:1"),
    Case(testDescription: "100,000 quotes", text: start + repeated(">", 100_000) + "a\n", found: "too-deep 7:1"),
    Case(
      testDescription: "100,000 spaced quotes", text: start + repeated("> ", 100_000) + "a\n", found: "too-deep 7:1"),
    Case(testDescription: "100,000 lists", text: start + repeated("- ", 100_000) + "a\n", found: "too-deep 7:1"),
    Case(testDescription: "100,000 numbers", text: start + repeated("1. ", 100_000) + "a\n", found: "too-deep 7:1"),
    Case(testDescription: "25 quotes", text: start + repeated("> ", 25) + "a\n", found: "too-deep 7:49"),
    Case(testDescription: "24 quotes", text: start + repeated("> ", 24) + "a\n", found: nil),
    Case(
      testDescription: "lists by indentation",
      text: start + (0..<900).map { repeated("  ", $0) + "- a\n" }.joined(), found: "too-deep 31:49"),
    Case(
      testDescription: "25 emphases", text: start + repeated("*a ", 25) + repeated(" a*", 25), found: "too-deep 7:1"),
    Case(
      testDescription: "100,000 emphases", text: start + repeated("*a ", 100_000) + repeated(" a*", 100_000),
      found: "too-deep 7:1"),
    Case(testDescription: "2,001 links", text: start + repeated("[a](b) ", 2001), found: "too-many-links 7:1"),
    Case(testDescription: "2,000 links", text: start + repeated("[a](b) ", 2000), found: nil),
    Case(testDescription: "140,000 links", text: start + repeated("[a](b) ", 140_000), found: "too-many-links 7:1"),
    Case(testDescription: "image openers", text: start + repeated("![[]()", 150_000), found: "too-many-links 7:12001"),
    Case(
      testDescription: "500,000 brackets", text: start + repeated("[", 500_000) + repeated("]", 500_000), found: nil),
    Case(
      testDescription: "rulers and underlines", text: start + "a\n" + repeated("-", 400) + "\n" + repeated("- ", 400),
      found: nil),
    Case(
      testDescription: "50,000 keys", text: "---\n" + (1...50_000).map { "k\($0): v\n" }.joined() + "---\n",
      found: "yaml-too-large 50001:9"),
    Case(
      testDescription: "500,000 flow lists", text: "---\na: " + repeated("[", 500_000) + "\n---\n",
      found: "yaml-too-large 2:16"),
    Case(
      testDescription: "300,000 items", text: "---\na: [" + repeated("b,", 300_000) + "]\n---\n",
      found: "yaml-too-large 2:199999"),
    Case(
      testDescription: "open quotes", text: "---\n" + repeated("a: \"x\n", 150_000) + "---\n",
      found: "yaml-unterminated-quote 2:4"),
    Case(
      testDescription: "quotes that run on", text: "---\n" + repeated("a: \"x\n  y\n", 60_000) + "---\n",
      found: "yaml-unterminated-quote 2:4"),
    Case(testDescription: "raw tags", text: start + repeated("<b>", 300_000), found: nil),
    Case(testDescription: "open comments", text: start + "a " + repeated("<!--", 200_000), found: nil),
    Case(testDescription: "comments", text: start + repeated("<!-- -->\n", 100_000), found: nil),
    Case(testDescription: "blocks", text: start + repeated("```a\n```\n", 100_000), found: nil),
    Case(testDescription: "headings alike", text: start + repeated("### a\n", 100_000), found: nil),
    Case(
      testDescription: "no closing line", text: "---\n" + repeated("a: b\n", 200_000),
      found: "unclosed-front-matter 1:1"),
    Case(
      testDescription: "carriage returns", text: "---\r" + repeated("a\r", 400_000), found: "unclosed-front-matter 1:1"),
  ]

  @Test(arguments: cases)
  func `Too much is an error or a page, soon`(_ case: Case) {
    let file = SourceFile(path: "malli.md", text: `case`.text)
    var entry: Entry?
    let seconds = processorSeconds { entry = Entry.read(file) }
    #expect(entry?.faults.map { "\($0.rule) \($0.position)" } == (`case`.found.map { [$0] } ?? []))
    #expect(seconds < 10)
  }

  @Test func `After an excess the body is not judged further`() {
    let file = SourceFile(path: "malli.md", text: Self.start + Self.repeated(">", 1000) + "a\n")
    let entry = Entry.read(file)
    #expect(entry.hasReadableFields && !entry.hasReadableBody)
  }
}
