import Diagnosing
import Testing

@Suite struct JSONWriterTests {
  @Test func `Members keep their order`() {
    var json = JSONWriter()
    json.object {
      $0.member("b", "x")
      $0.member("a", 1)
      $0.member("c") { $0.array([1, 2]) { $0.value($1) } }
      $0.member("d", true)
      $0.member("e") { $0.null() }
      $0.member("f") { $0.object { _ in } }
      $0.member("g") { $0.array { _ in } }
      $0.member("h") {
        $0.array {
          $0.object { $0.member("i", -5) }
          $0.value(false)
        }
      }
    }
    #expect(json.text == #"{"b":"x","a":1,"c":[1,2],"d":true,"e":null,"f":{},"g":[],"h":[{"i":-5},false]}"#)
  }

  @Test func `Lines are indented by two spaces`() {
    var json = JSONWriter(indented: true)
    json.object {
      $0.member("a") { $0.array([1, 2]) { $0.value($1) } }
      $0.member("b") { $0.object { _ in } }
    }
    #expect(json.text == "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {}\n}")
  }

  @Test(arguments: [
    ("ä😀\u{2028}", "ä😀\u{2028}"), ("\"\\/", #"\"\\/"#), ("\n\r\t", #"\n\r\t"#),
    ("\u{0}\u{1F}\u{8}", #"\u0000\u001f\u0008"#),
    ("\u{7F}</script>", "\u{7F}</script>"), ("", ""),
  ])
  func `Text is escaped where JSON asks for it`(_ text: String, _ escaped: String) {
    var json = JSONWriter()
    json.value(text)
    #expect(json.text == "\"\(escaped)\"")
  }

  @Test func `A value alone is a text of JSON too`() {
    var json = JSONWriter(indented: true)
    json.value(1)
    #expect(json.text == "1")
  }
}
