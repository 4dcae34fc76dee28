import Diagnosing
import Testing

@testable import Cataloguing

@Suite("A personal identity code")
struct PersonalIdentityCodeTests {
  private func places(_ text: String) -> [String] {
    let file = SourceFile(path: "malli.md", text: text)
    return TextSigns(file).codes.compactMap { PersonalIdentityCode.place(in: file.bytes, at: $0) }.map(file.text)
  }

  /// The example of the Digital and Population Data Services Agency is 131052-308T.
  @Test(
    "is told by its control character, under every sign of a century",
    arguments: [
      "131052-308T", "131052+308T", "131052U308T", "131052V308T", "131052W308T", "131052X308T", "131052Y308T",
      "131052A308T", "131052B308T", "131052C308T", "131052D308T", "131052E308T", "131052F308T", "131052-308t",
      "131052a308t", "131052\u{2011}308T", "131052–308T", "131052\u{2212}308T", "131052\\-308T",
    ])
  func found(_ code: String) {
    for text in [code, "(\(code))", "Äiti \(code), isä", "hetu:\(code).", "id\(code)\n"] {
      #expect(places(text) == [code], "\(text)")
    }
  }

  @Test(
    "is none with another control character, on a day that no calendar has, or within something longer",
    arguments: [
      "131052-308S", "131052-308", "131052-3081", "131052G308T", "131052 308T", "131052--308T",
      "320152-3081", "311152-308K", "290201-3084", "131052-000C", "131052-001D",
      "1131052-308T", "131052-308TA", "131052-308Tä", "131052-308T1", "131052.308T", "13105-308T",
    ])
  func notFound(_ text: String) {
    #expect(places(text) == [])
  }

  @Test("may fall on the leap days of its century, and on no other")
  func leapDays() {
    let controls = Array("0123456789ABCDEFHJKLMNPRSTUVWXY")
    func code(_ date: Int, _ sign: String) -> String {
      let number = date * 1000 + 123
      let digits = String(number)
      let padded = String(repeating: "0", count: 9 - digits.count) + digits
      return padded.prefix(6) + sign + padded.suffix(3) + String(controls[number % 31])
    }
    #expect(places(code(290_200, "A")).count == 1)
    #expect(places(code(290_200, "-")).isEmpty)
    #expect(places(code(290_200, "+")).isEmpty)
    #expect(places(code(290_204, "-")).count == 1)
    #expect(places(code(300_604, "-")).count == 1)
    #expect(places(code(310_604, "-")).isEmpty)
  }

  @Test("is found wherever it stands, each once")
  func everywhere() {
    #expect(places("131052-308T 131052A308T\n131052-308S 131052-308T").count == 3)
  }
}
