import Diagnosing
import Foundation
import Reading
import Testing

@testable import Cataloguing

@Suite("The fix of a stray paragraph")
struct StrayParagraphTests {
  private func mended(_ text: String) -> (text: String, isSafe: Bool)? {
    let file = SourceFile(path: SampleEntry.path, text: SampleText.appending(text))
    guard let fix = Judging.findings(in: file).first(where: { $0.rule == "stray-paragraph" })?.fix else { return nil }
    let result = Judging.fixed(file, [fix])
    let start = SampleText.appending("").utf8.count - 1
    return (result.text(start..<result.bytes.count), fix.isSafe)
  }

  @Test("takes the paragraph and the empty lines after it, and nothing else")
  func middle() throws {
    #expect(try #require(mended("Eka.\n\n.\n\nToka.")) == ("Eka.\n\nToka.\n", true))
    #expect(try #require(mended("Eka.\n\n\u{A0}\n\n\nToka.")) == ("Eka.\n\nToka.\n", true))
    #expect(mended("Eka.\n\n.\nToka.") == nil)
    #expect(try #require(mended("Eka.\n\n. \n\nToka.")) == ("Eka.\n\nToka.\n", true))
  }

  @Test("takes the empty line before the last paragraph, so that the file ends as it did")
  func end() throws {
    #expect(try #require(mended("Eka.\n\n.")) == ("Eka.\n", true))
    #expect(try #require(mended("Eka.\r\n\r\n.\r\n")).text.hasPrefix("Eka.\r\n"))
  }

  @Test("is left to the editor beside a list, which could grow together with the next, and within one")
  func lists() throws {
    #expect(try #require(mended("- a\n\n.\n\n- b")).isSafe == false)
    #expect(try #require(mended("Eka.\n\n.\n\n1. b")).isSafe == false)
    #expect(mended("- a\n\n  .\n\n- b") == nil)
    #expect(mended("> .") == nil)
  }

  @Test("is asked for only where nothing is to read", arguments: ["..", "…", ". .", "a.", "!", "\\.", "**.**"])
  func notStray(_ text: String) {
    #expect(mended("Eka.\n\n\(text)\n\nToka.") == nil || text == "\\.")
  }
}
