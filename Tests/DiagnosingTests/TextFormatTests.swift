import Diagnosing
import Testing

@Suite struct TextFormatTests {
  private let file = SourceFile(path: "content/malli.md", text: "---\r\nnimi: Äiti\r\nvaihe: Valmiss\r\n---\r\n")

  @Test func `A finding is its place, its words, its line and its fix`() {
    let finding = SampleFindings.finding(at: "Valmiss", in: file, notes: ["Idea, Valmis"], fix: "Valmis")
    #expect(
      TextFormat(language: .fi).render(finding) == """
        content/malli.md:3:8: error: Väärin: Valmiss [unknown-value]
          3 | vaihe: Valmiss
            |        ^~~~~~~
          Idea, Valmis
          kirjoita: Valmis

        """)
    #expect(TextFormat(language: .sv).render(finding).contains("Fel: Valmiss"))
    #expect(TextFormat(language: .sv).render(finding).contains("skriv: Valmis"))
    #expect(TextFormat(language: .en).render(finding).contains("write: Valmis"))
  }

  @Test func `The words error and warning are the same in every language`() {
    for language in Language.allCases {
      let finding = SampleFindings.finding(SampleFindings.doubtful, at: "Äiti", in: file)
      #expect(TextFormat(language: language).render(finding).hasPrefix("content/malli.md:2:7: warning: "))
    }
  }

  @Test func `Findings are parted by an empty line, each at its own place`() {
    let findings = ["nimi", "Äiti", "vaihe", "Äiti"].map { SampleFindings.finding(at: $0, in: file) }
    let lines = TextFormat(language: .fi).render(findings).split(separator: "\n\n").map { $0.prefix(21) }
    #expect(
      lines == ["content/malli.md:2:1:", "content/malli.md:2:7:", "content/malli.md:3:1:", "content/malli.md:2:7:"])
    #expect(TextFormat(language: .fi).render([]).isEmpty)
  }

  @Test(arguments: [
    // The line, what is at fault, the line as shown, the underline.
    ("vaihe: Valmiss", "Valmiss", "vaihe: Valmiss", "       ^~~~~~~"),
    ("a\u{308}iti\u{308} o\u{308}", "o\u{308}", "a\u{308}iti\u{308} o\u{308}", "     ^"),
    ("\tnimi: a", "nimi", "\tnimi: a", "\t^~~~"), ("a\tb", "\t", "a→b", " ^"), ("a\u{A0}b", "\u{A0}", "a␣b", " ^"),
    ("a\u{202E}b\u{200B}c", "\u{200B}", "a·b·c", "   ^"), ("\u{1B}[31ma", "a", "·[31ma", "     ^"),
    ("日本 a", "a", "日本 a", "     ^"), ("😀 a", "😀", "😀 a", "^~"), ("abc", "", "abc", "^"),
  ])
  func `The underline stands under what is at fault`(_ text: String, _ fault: String, _ shown: String, _ mark: String) {
    let file = SourceFile(path: "a.md", text: text + "\n")
    let lines = TextFormat(language: .fi).render(SampleFindings.finding(at: fault, in: file)).split(separator: "\n")
    #expect(lines[1] == "  1 | " + shown)
    #expect(lines[2] == "    | " + mark)
  }

  @Test(arguments: [0, 50, 5_000], [0, 50, 5_000])
  func `A long line is cut around the fault`(before: Int, after: Int) {
    let text = String(repeating: "ä", count: before) + "VIRHE" + String(repeating: "ö", count: after)
    let finding = SampleFindings.finding(at: "VIRHE", in: SourceFile(path: "a.md", text: text))
    let lines = TextFormat(language: .fi).render(finding).split(separator: "\n")
    #expect(lines[1].count <= 6 + 102 && lines[2].count <= 6 + 102)
    #expect(lines[1].contains("VIRHE"))
    let column = lines[2].distance(from: lines[2].startIndex, to: lines[2].firstIndex(of: "^") ?? lines[2].endIndex)
    #expect(String(lines[1].dropFirst(column).prefix(5)) == "VIRHE")
    #expect(lines[1].dropFirst(6).hasPrefix("…") == (before > 95 - min(after, 48)))
    #expect(lines[1].hasSuffix("…") == (after > 95 - min(before, 47)))
  }

  @Test func `A fault of many lines is underlined to its first line's end`() {
    let file = SourceFile(path: "a.md", text: "alku kaksi\nriviä\n")
    let text = TextFormat(language: .fi).render(SampleFindings.finding(at: "kaksi\nriviä", in: file))
    #expect(text.contains("\n    |      ^~~~~\n"))
  }

  @Test func `Nothing is shown of an empty line or file`() {
    for text in ["", "\n\n"] {
      let file = SourceFile(path: "a.md", text: text)
      #expect(
        TextFormat(language: .fi).render(SampleFindings.finding(at: "", in: file)).split(separator: "\n").count == 1)
    }
  }

  @Test(arguments: [
    ("  ", 0, 0, "lisää väli"), (": ", 0, 0, "lisää: : "), ("", 0, 4, "poista: nimi"), ("", 4, 5, "poista tämä merkki"),
    ("  ", 5, 9, "kirjoita tilalle välilyöntejä: 2"), ("a\nb", 0, 4, "kirjoita: a ⏎ b"),
    ("a\nb\nc\nd\ne", 0, 4, "kirjoita: a ⏎ b ⏎ c ⏎ d ⏎ e"),
    ("a\nb\nc\nd\ne\nf\ng", 0, 4, "kirjoita: a ⏎ b ⏎ c ⏎ d ⏎ …"),
  ])
  func `A fix is said in a line`(_ replacement: String, _ start: Int, _ end: Int, _ words: String) {
    let file = SourceFile(path: "a.md", text: "nimi Äiti\n")
    let finding = Diagnostic(
      SampleFindings.wrong, in: file, at: 0..<4, Localized(same: "x"),
      fix: Fix(replacing: start..<end, with: replacement))
    #expect(TextFormat(language: .fi).render(finding).hasSuffix("\n  \(words)\n"))
  }

  @Test func `Colour is there only when asked for`() {
    let finding = SampleFindings.finding(at: "Valmiss", in: file, fix: "Valmis")
    let plain = TextFormat(language: .fi).render(finding)
    let coloured = TextFormat(language: .fi, usesColour: true).render(finding)
    #expect(!plain.contains("\u{1B}"))
    #expect(coloured.contains("\u{1B}[1;31merror:\u{1B}[0m") && coloured.contains("\u{1B}[1;31m^~~~~~~\u{1B}[0m"))
    #expect(coloured.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == plain)
  }

  @Test func `What the content says cannot add lines or reach the terminal`() {
    let file = SourceFile(path: "a\nb.md", text: "x\n")
    let finding = Diagnostic(
      SampleFindings.wrong, in: file, at: 0..<1, Localized(same: "a\u{1B}[2J\nb"), notes: [Localized(same: "c\rd")])
    let text = TextFormat(language: .fi).render(finding)
    #expect(text.split(separator: "\n").count == 4)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
  }
}
