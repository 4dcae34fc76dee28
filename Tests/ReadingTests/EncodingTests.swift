import Diagnosing
import Reading
import Support
import Testing

/// A file must be UTF-8 text of a reasonable size before anything else is asked of it.
@Suite struct EncodingTests {
  @Test(
    arguments: [
      // Latin letters of Windows-1252, and UTF-16.
      [0xE4], [0xF6, 0x6E], [0x92], [0xFF, 0xFE, 0x2D, 0x00], [0xFE, 0xFF],
      // Too long, surrogates, past the last code point, cut short.
      [0xC0, 0xAF], [0xC1, 0x81], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xC3], [0xE2, 0x80], [0xF0, 0x9F, 0x98], [0xC3, 0x28],
      [0x80],
    ] as [[UInt8]])
  func `Bytes that are not UTF-8 are pointed at`(bytes: [UInt8]) throws {
    let start = Array("---\r\nnimi: Äiti ".utf8)
    let file = SourceFile(path: "malli.md", bytes: start + bytes + Array("\n---\n".utf8))
    let fault = try #require(Entry.read(file).faults.first)
    #expect(fault.rule == "invalid-utf8")
    #expect(fault.range.lowerBound == start.count)
    #expect(fault.position == SourcePosition(line: 2, column: 12))
    #expect(fault.message.en.contains("byte \(start.count + 1)"))
    #expect(TextFormat(language: .fi).render(fault).contains("2:12: error"))
  }

  @Test(arguments: [
    ("nul-character", "\u{0}"), ("control-character", "\u{1}"), ("control-character", "\u{B}"),
    ("control-character", "\u{C}"), ("control-character", "\u{1B}"), ("control-character", "\u{7F}"),
    ("control-character", "\u{80}"), ("control-character", "\u{85}"), ("control-character", "\u{9F}"),
    ("control-character", "\u{FFFE}"), ("control-character", "\u{FFFF}"),
  ])
  func `Control characters are pointed at and can be taken out`(_ rule: String, _ character: String) throws {
    let file = SourceFile(path: "malli.md", text: "\u{FEFF}---\r\nnimi: Ä\(character)iti\r\n---\r\n")
    let fault = try #require(Entry.read(file).faults.first)
    #expect(fault.rule == rule)
    #expect(fault.position == SourcePosition(line: 2, column: 8))
    #expect(file.text(fault.range) == character)
    let mended = file.applying(try #require(fault.fix))
    #expect(Entry.read(mended).fields.first?.value.scalar == "Äiti")
  }

  @Test func `Every character of text is welcome`() {
    let text = "\t\u{A0}~ÅäöŠž€–—”’\u{200B}\u{202E}\u{2028}\u{D7FF}\u{E000}\u{FFFD}😀\u{10FFFF}"
    let entry = Entry.read(SourceFile(path: "malli.md", text: "---\nnimi: Malli\n---\n\(text)\r\n"))
    #expect(entry.faults.isEmpty)
  }

  @Test func `A file past the limit is not read further`() throws {
    // Were it read, the NUL or the missing fence would be reported instead.
    let file = SourceFile(path: "malli.md", bytes: [UInt8](repeating: 0, count: Limits.fileSize + 1))
    let fault = try #require(Entry.read(file).faults.first)
    #expect(fault.rule == "file-too-large")
    #expect(fault.position == SourcePosition(line: 1, column: 1))
  }

  @Test func `A file of the limit's size is read`() {
    let start = "---\nnimi: Malli\n---\n"
    let text = start + String(repeating: "ä", count: (Limits.fileSize - start.utf8.count) / 2)
    #expect(Entry.read(SourceFile(path: "malli.md", text: text)).faults.isEmpty)
  }
}
