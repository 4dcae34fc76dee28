import Diagnosing
import Foundation
import Reading
import Testing

@testable import Cataloguing

@Suite("A character that cannot be seen")
struct InvisibleCharacterTests {
  private func found(_ text: String) -> [Diagnostic] { Judging.findings(in: SampleText.appending(text)) }

  @Test("turns the direction of writing, or has no width")
  func kinds() throws {
    let turning: [UInt32] = [0x061C, 0x200E, 0x200F] + Array(0x202A...0x202E) + Array(0x2066...0x2069)
    let narrow: [UInt32] =
      [0x180E, 0x200B, 0x200C, 0x200D, 0xFEFF] + Array(0x2060...0x2064) + Array(0x206A...0x206F)
      + Array(0xFFF9...0xFFFB) + [0xE0001, 0xE0020, 0xE007F]
    for (codes, rule) in [(turning, "bidi-control"), (narrow, "zero-width-character")] {
      for code in codes {
        let scalar = try #require(Unicode.Scalar(code))
        let diagnostics = found("Äiti\(scalar)kieli")
        #expect(diagnostics.map(\.rule) == [rule], "U+\(String(code, radix: 16))")
        let finding = try #require(diagnostics.first)
        #expect(finding.file.text(finding.range).unicodeScalars.map(\.value) == [code])
        #expect(finding.message.fi.contains("U+" + String(code, radix: 16, uppercase: true).leftPadded))
      }
    }
  }

  @Test(
    "is none of those that have a use: soft hyphen, spaces, emoji's presentation, letters and marks",
    arguments: [
      "tervey\u{AD}denhuolto", "40\u{A0}h", "40\u{2009}h", "✔\u{FE0F}", "–”“…€", "a\u{308}", "ᠠ", "ﬁ", "؛",
      "\u{10FFFD}", "👩\u{200D}🏫 opettaa", "👨\u{200D}👩\u{200D}👧", "❤\u{FE0F}\u{200D}🔥",
    ])
  func harmless(_ text: String) {
    #expect(found(text).map(\.rule) == [])
  }

  @Test("is told once for a run of them, and one that joins an emoji to a word is told too")
  func runs() {
    #expect(found("a\u{200B}\u{200B}\u{200C}b\u{200B}c").map { $0.range.count } == [9, 3])
    #expect(found("👩\u{200D}opettaa").map(\.rule) == ["zero-width-character"])
  }

  @Test(
    "is the one fault of a name that it stands in",
    arguments: ["nimi", "vaihe", "Toimintaympäristö", "portaat", "kynnys"])
  func names(_ name: String) throws {
    let text = SampleEntry.text
    let place = try #require(text.range(of: "\(name.dropFirst())"))
    let found = Judging.findings(
      in: text.replacingCharacters(in: place.lowerBound..<place.lowerBound, with: "\u{200B}"))
    #expect(found.map(\.rule) == ["zero-width-character"])
  }
}

extension String {
  fileprivate var leftPadded: String { String(repeating: "0", count: max(0, 4 - count)) + self }
}
