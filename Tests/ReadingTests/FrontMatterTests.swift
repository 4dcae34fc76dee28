import Diagnosing
import Reading
import Support
import Testing

/// The front matter stands between two lines that are exactly `---`.
@Suite struct FrontMatterTests {
  @Test func `An entry is its fields and its body`() throws {
    let file = SourceFile(path: "content/practices/kunta/malli.md", text: "---\nnimi: Malli\n---\n## Ratkaisu\n")
    let entry = Entry.read(file)
    #expect(entry.slug == "malli")
    #expect(entry.fields.map(\.key) == ["nimi"])
    #expect(file.text(entry.frontMatterRange) == "---\nnimi: Malli\n---\n")
    #expect(entry.body.sections.map { $0.heading?.text } == [nil, "Ratkaisu"])
    #expect(entry.faults.isEmpty && entry.hasReadableFields && entry.hasReadableBody)
  }

  @Test(arguments: ["\n", "\r\n", "\r"], ["", "\u{FEFF}"])
  func `Any line end will do, and a byte order mark may stand first`(lineEnd: String, mark: String) {
    let text = "---\nnimi: Äiti\nalue: Turku\n---\n\nJohdanto\n\n## Ratkaisu\n\nTeksti\n".replacing("\n", with: lineEnd)
    let file = SourceFile(path: "malli.md", text: mark + text)
    let entry = Entry.read(file)
    #expect(entry.fields.map(\.value.scalar) == ["Äiti", "Turku"])
    #expect(
      entry.fields.map { file.text($0.keyRange) + "=" + file.text($0.value.range) } == ["nimi=Äiti", "alue=Turku"])
    #expect(entry.body.sections.map { $0.heading?.text } == [nil, "Ratkaisu"])
    #expect(entry.body.headings.map { file.text($0.range) } == ["## Ratkaisu"])
    #expect(entry.body.headings.map { file.position(at: $0.range.lowerBound).line } == [8])
    #expect(file.position(at: entry.lastLine.lowerBound) == SourcePosition(line: 10, column: 1))
  }

  @Test(arguments: ["---\n---\n", "---\n---", "---\n\n---\n", "---\n# vain huomautus\n---\n"])
  func `Fields may be none and the body empty`(text: String) {
    let entry = Entry.read(SourceFile(path: "malli.md", text: text))
    #expect(entry.faults.isEmpty && entry.fields.isEmpty && entry.body.sections.count == 1)
  }

  @Test func `A ruler in the body closes nothing`() {
    let entry = Entry.read(SourceFile(path: "malli.md", text: "---\nnimi: Malli\n---\n\nAlku\n\n---\n\nLoppu\n"))
    #expect(entry.faults.isEmpty)
    #expect(
      entry.body.sections.map { String(decoding: $0.content.html, as: UTF8.self) } == [
        "<p>Alku</p>\n<hr />\n<p>Loppu</p>\n"
      ])
  }

  @Test(arguments: [
    ("empty-file", ""), ("empty-file", "\n\n"), ("empty-file", "  \t\n"),
    ("missing-front-matter", "nimi: Malli\n"), ("missing-front-matter", "## Ratkaisu\n"),
    ("missing-front-matter", "\n---\nnimi: Malli\n---\n"), ("missing-front-matter", "--- \nnimi: Malli\n---\n"),
    ("missing-front-matter", "----\nnimi: Malli\n---\n"), ("missing-front-matter", " ---\nnimi: Malli\n---\n"),
    ("missing-front-matter", "+++\nnimi: Malli\n+++\n"),
    ("unclosed-front-matter", "---"), ("unclosed-front-matter", "---\n"),
    ("unclosed-front-matter", "---\nnimi: Malli\n"),
    ("unclosed-front-matter", "---\nnimi: Malli\n--- \n\n## Ratkaisu\n"),
    ("unclosed-front-matter", "---\nnimi: Malli\n----\n\n## Ratkaisu\n"),
    ("unclosed-front-matter", "---\nnimi: Malli\n ---\n\n## Ratkaisu\n"),
    ("unclosed-front-matter", "---\nnimi: Malli\n\n## Ratkaisu\n\nTeksti\n"),
    // The next `---` is a ruler in the text.
    ("unclosed-front-matter", "---\nnimi: Malli\n\n## Ratkaisu\n\nTeksti\n\n---\n\nLoppu\n"),
    ("unclosed-front-matter", "---\nnimi: Malli\n## Ratkaisu\nTeksti\n\n---\n\nLoppu\n"),
    ("unclosed-front-matter", "---\nnimi: Malli\n--- \n\n## Ratkaisu\n\nTeksti\n\n---\n\nLoppu\n"),
    ("unclosed-front-matter", "---\nnimi: Malli\n----\n\n## Ratkaisu\n\nTeksti\n\n---\n\nLoppu\n"),
    ("unclosed-front-matter", "---\nnimi: Malli\n———\n\n## Ratkaisu\n\nTeksti\n\n---\n\nLoppu\n"),
  ])
  func `A missing fence is one error, at the file's first character`(_ rule: String, _ text: String) {
    for text in [text, text.replacing("\n", with: "\r\n"), "\u{FEFF}" + text] {
      let entry = Entry.read(SourceFile(path: "malli.md", text: text))
      #expect(entry.faults.map { "\($0.rule) \($0.position)" } == ["\(rule) 1:1"], "\(text.debugDescription)")
      #expect(!entry.hasReadableFields && !entry.hasReadableBody)
    }
  }

  @Test func `A comment that looks like a heading is no text`() {
    let text = "---\n## Perustiedot\nnimi: Malli: a\n---\n\n## Ratkaisu\n"
    let entry = Entry.read(SourceFile(path: "malli.md", text: text))
    #expect(entry.faults.map(\.rule) == ["yaml-unquoted-colon"])
  }

  @Test(arguments: [
    ("\n\n---\nnimi: Malli\n---\n", "---\nnimi: Malli\n---\n"),
    ("---- \nnimi: Malli\n---\n", "---\nnimi: Malli\n---\n"),
    ("nimi: Malli\n---\n", "---\nnimi: Malli\n---\n"),
    ("\u{FEFF}nimi: Malli\r\n---\r\n", "\u{FEFF}---\r\nnimi: Malli\r\n---\r\n"),
    ("---\nnimi: Malli\n--- \n\n## Ratkaisu\n", "---\nnimi: Malli\n---\n\n## Ratkaisu\n"),
    ("---\nnimi: Malli\n–––\nTeksti\n", "---\nnimi: Malli\n---\nTeksti\n"),
    ("---\nnimi: Malli\n## Ratkaisu\n", "---\nnimi: Malli\n---\n\n## Ratkaisu\n"),
    ("---\r\nnimi: Malli\r\n## Ratkaisu\r\n", "---\r\nnimi: Malli\r\n---\r\n\r\n## Ratkaisu\r\n"),
  ])
  func `The fix puts the fence where it was meant`(_ wrong: String, _ right: String) throws {
    let file = SourceFile(path: "malli.md", text: wrong)
    let mended = file.applying(try #require(Entry.read(file).faults.first?.fix))
    #expect(mended.text(0..<mended.bytes.count) == right)
    #expect(Entry.read(mended).faults.isEmpty)
  }

  @Test func `A line that is nearly the fence is named`() throws {
    let entry = Entry.read(SourceFile(path: "malli.md", text: "---\nnimi: Malli\n--- \n\n## Ratkaisu\n"))
    let note = try #require(entry.faults.first?.notes.first)
    #expect(note.all.allSatisfy { $0.contains(" 3 ") })
  }
}
