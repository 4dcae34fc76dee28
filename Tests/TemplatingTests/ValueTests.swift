import Foundation
import Templating
import Testing

@Suite("Values that are safe by their type")
struct ValueTests {
  @Test(
    "Addresses that may be followed",
    arguments: [
      ("https://thl.fi", "https://thl.fi"),
      ("HTTP://thl.fi:80/a?b#c", "HTTP://thl.fi:80/a?b#c"),
      ("  https://thl.fi/ä \n", "https://thl.fi/ä"),
      ("https://thl.fi/a b\"c'<>`{}|\\^", "https://thl.fi/a%20b%22c%27%3C%3E%60%7B%7D%7C%5C%5E"),
      ("mailto:a@b.fi?subject=x", "mailto:a@b.fi?subject=x"),
      ("tel:+358401234567", "tel:+358401234567"),
      ("/mallit/", "/mallit/"),
      ("../a:b", "../a:b"),
      ("?a=b:c", "?a=b:c"),
      ("#a:b", "#a:b"),
      ("malli.html", "malli.html"),
    ])
  func followable(_ text: String, _ expected: String) {
    #expect(SafeURL(text)?.text == expected)
  }

  @Test(
    "Addresses that may not",
    arguments: [
      "", " ", "javascript:alert(1)", "JAVASCRIPT:alert(1)", " javascript:alert(1)", "\u{1}javascript:alert(1)",
      "java\nscript:alert(1)", "java\tscript:alert(1)", "javascript\u{0}:alert(1)", "javascript&colon;a:b",
      "data:text/html,x", "vbscript:x", "file:///etc/passwd", "blob:x", "ftp://a", "//example.org", "\\\\example.org",
      "/\\example.org", "/\t/example.org", "/\n/example.org", "\t//example.org", "https:example.org",
      "https:/example.org", "https://", "https:///x", "https://:80",
      "https://@host", "mailto:", ":x", "a:b", "ｊavascript:x",
    ])
  func refused(_ text: String) {
    #expect(SafeURL(text) == nil)
    #expect(LocalURL(text) == nil)
  }

  @Test("Each character of ASCII stands in an address as it is, encoded, or not at all", arguments: UInt8(1)...0x7F)
  func character(_ byte: UInt8) {
    let sign = String(UnicodeScalar(byte))
    let isEncoded = " \"'<>\\^`{|}".contains(sign)
    let written = isEncoded ? "%" + String(byte, radix: 16, uppercase: true) : sign
    #expect(SafeURL("/a\(sign)b")?.text == (byte < 0x20 || byte == 0x7F ? nil : "/a\(written)b"))
  }

  @Test(
    "Addresses within the site",
    arguments: ["/", "./", "../kuva.png", "mallit/kiva/", "/a//b", "?a", "#b", "kuva.png", "/a:b"])
  func local(_ text: String) {
    #expect(LocalURL(text)?.text == text)
    #expect(SafeURL(text)?.text == text)
  }

  @Test("Addresses of other hosts are not within the site", arguments: ["https://thl.fi/", "mailto:a@b.fi", "tel:1"])
  func foreign(_ text: String) {
    #expect(LocalURL(text) == nil)
    #expect(SafeURL(text) != nil)
  }

  @Test func `A value that is written once is the same wherever it stands`() {
    let publisher: JSONValue = ["@type": "Organization", "name": "Ääkköset & <co>"]
    #expect(publisher.written == publisher)
    #expect(JSONValue.object([("publisher", publisher.written)]) == ["publisher": publisher])
    #expect(publisher.written != "Organization")
  }

  @Test("An array made value by value has the bytes of the whole", arguments: [0, 1, 99, 100, 101, 450])
  func arrayByArray(_ count: Int) {
    let values = (0..<count).map { JSONValue.object([("n", .integer($0)), ("s", .string("ä<\($0)"))]) }
    #expect(JSONValue.bytes(ofArray: values) == JSONValue.array(values).bytes)
  }

  @Test("JSON keeps its order and cannot end a script")
  func json() throws {
    let value: JSONValue = [
      "b": [1, -2, true, false, nil], "a": "</script><!--&\u{2028}\u{2029}", "\"\\\n\t\u{0}\u{7F}": "ä𝄞", "e": [:],
    ]
    let text = String(decoding: value.bytes, as: UTF8.self)
    #expect(
      text == "{\"b\":[1,-2,true,false,null],\"a\":\"\\u003C/script\\u003E\\u003C!--\\u0026\\u2028\\u2029\","
        + "\"\\\"\\\\\\n\\u0009\\u0000\\u007F\":\"ä𝄞\",\"e\":{}}")
    let parsed = try JSONSerialization.jsonObject(with: Data(value.bytes)) as? [String: Any]
    #expect(parsed?["a"] as? String == "</script><!--&\u{2028}\u{2029}")
    #expect(parsed?["\"\\\n\t\u{0}\u{7F}"] as? String == "ä𝄞")
  }

  @Test("Escaped text is found whole, wherever in sixteen bytes its signs stand")
  func escaping() {
    for sign in ["&", "<", ">", "\"", "'", "\u{0}", "\u{1F}", "\u{7F}", "\t", "\n", "ä", "€", "𝄞"] {
      let written = [
        "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;", "\u{0}": "\u{FFFD}",
        "\u{1F}": "\u{FFFD}", "\u{7F}": "\u{FFFD}",
      ]
      for before in 0..<36 {
        for after in [0, 1, 7, 8, 9] {
          let (a, b) = (String(repeating: "a", count: before), String(repeating: "b", count: after))
          let html = SafeHTML(escaping: a + sign + b + sign)
          let expected = a + (written[sign] ?? sign) + b + (written[sign] ?? sign)
          #expect(String(decoding: html.bytes, as: UTF8.self) == expected)
        }
      }
    }
  }

  @Test("Every byte that stands for itself stays")
  func plain() {
    let plain = (0x20..<0x7F).map { Character(UnicodeScalar($0)!) }.filter { !"&<>\"'".contains($0) }
    #expect(String(decoding: SafeHTML(escaping: String(plain)).bytes, as: UTF8.self) == String(plain))
  }

  @Test("Numbers are written to their ends", arguments: [0, 7, -1, 10, 1_234_567, Int.max, Int.min])
  func numbers(_ number: Int) {
    #expect(render("{{pages}}", with: SampleView(pages: number)) == String(number))
  }

  @Test("What a template made may stand in another")
  func nested() throws {
    let inner = try #require(compile("<b>{{title}}</b>", for: SampleView.self).template)
    #expect(render("{{body}}", with: SampleView(body: inner.html(SampleView()))) == "<b>Malli &amp; tapa</b>")
  }

  @Test("Parts of a larger markup are written one after another, as often as they are named")
  func parts() {
    let rows = SafeHTML(trusting: [3..<6, 0..<3, 3..<6], of: Array("<a><b><c>".utf8))
    #expect(render("{{body}}", with: SampleView(body: rows)) == "<b><a><b>")
    #expect(rows.bytes == Array("<b><a><b>".utf8))
    #expect(!rows.isEmpty)
    let none = SafeHTML(trusting: [2..<2], of: Array("<a>".utf8))
    #expect(render("{{#body}}here{{/body}}", with: SampleView(body: none)).isEmpty)
  }

  @Test("A long list is written whole, and a page goes after what is there")
  func growing() throws {
    let view = SampleView(keywords: (0..<100_000).map { "sana \($0)" })
    let template = try #require(compile("{{#keywords}}{{.}}\n{{/keywords}}", for: SampleView.self).template)
    var bytes = Array("alku\n".utf8)
    template.render(view, into: &bytes)
    #expect(bytes == Array(("alku\n" + view.keywords.map { $0 + "\n" }.joined()).utf8))
  }

  @Test("A template is rendered by many threads at once")
  func threads() async throws {
    let template = try #require(
      compile("{{title}}{{#regions}}<a href=\"{{url}}\">{{name}}</a>{{/regions}}", for: SampleView.self).template)
    let pages = await withTaskGroup(of: [UInt8].self) { group in
      for number in 0..<200 {
        group.addTask { template.render(SampleView(title: "\(number % 10)")) }
      }
      return await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
    }
    #expect(pages.count == 10)
  }
}
