import Diagnosing
import Testing

@Suite("Joined texts")
struct JoinedTextTests {
  @Test(arguments: [[], [""], ["Jämsä"], ["", ""], ["Jämsä", "", "Äänekoski – pitkä nimi"], ["", "a", ""]])
  func `Texts are joined as the standard library joins them`(_ parts: [String]) {
    for separator in ["", ", ", " – "] {
      #expect(String(joining: parts, separator: separator) == parts.joined(separator: separator))
    }
  }
}
