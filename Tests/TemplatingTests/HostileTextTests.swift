import Foundation
import Support
import Templating
import Testing

/// Texts that try to become something else.
private let hostile = [
  "\"><script>alert(1)</script>", "' onload='alert(1)", "\" onload=\"alert(1)", "javascript:alert(1)",
  "</script><script>alert(1)</script>", "</title><script>", "</textarea><img src=x onerror=alert(1)>", "-->", "--!><b>",
  "<!--", "]]>", "<![CDATA[", "&lt;b&gt;", "&", "&amp;", "&#60;", "\u{0}", "a\u{0}b", "\u{1}\u{8}\u{B}\u{1F}\u{7F}",
  "`", "a b",
  "\t", "\n", "\r\n", "/", "//evil.example/", "\\\\evil.example", "..", "../..", ":", "@evil.example", ".evil.example",
  "?a=b", "#c", "%00", "%2e%2e", "data:text/html,<script>", "{{title}}", "{{{body}}}", "ä", "\u{202E}", "a\u{FEFF}",
  "𝄞", "e\u{301}", "<", ">", "=", "", " ", "x onclick=alert(1)", "\u{2028}", "/>", "<svg/onload=alert(1)>",
]

@Suite("Whatever a text holds, it stays text")
struct HostileTextTests {
  @Test("Between tags, in an element of text and in quoted attributes", arguments: hostile)
  func escaped(_ text: String) {
    for (before, after) in [
      ("<p>", "</p>"), ("<title>", "</title>"), ("<textarea>", "</textarea>"), ("<p title=\"", "\">"),
      ("<p title='", "'>"), ("<p data-x=\"a ", " b\">"), ("", ""),
    ] {
      let page = render(before + "{{title}}" + after, with: SampleView(title: text))
      #expect(page.hasPrefix(before) && page.hasSuffix(after))
      let written = page.dropFirst(before.count).dropLast(after.count)
      #expect(!written.contains { "<>\"'".contains($0) })
      #expect(Skeleton.decoded(written) == visible(text))
    }
  }

  @Test("As a part of an address", arguments: hostile)
  func percentEncoded(_ text: String) {
    for before in ["/mallit/", "?q=", "#", "https://example.fi/", "mailto:", "../", "malli-"] {
      let page = render("<a href=\"\(before){{title}}\">", with: SampleView(title: text))
      let written = page.dropFirst("<a href=\"\(before)".count).dropLast(2)
      #expect(written.utf8.allSatisfy { UInt8(ascii: "%") == $0 || Character(UnicodeScalar($0)).isUnreserved })
      #expect(String(written).removingPercentEncoding == text)
    }
  }

  @Test("As JSON in a script", arguments: hostile)
  func json(_ text: String) throws {
    let (before, after) = ("<script type=\"application/ld+json\">", "</script>")
    let view = SampleView(data: .object([(text, .string(text))]))
    let page = render(before + "{{data}}" + after, with: view)
    let written = page.dropFirst(before.count).dropLast(after.count)
    #expect(!written.contains { "<>&".contains($0) })
    let parsed = try JSONSerialization.jsonObject(with: Data(written.utf8)) as? [String: String]
    #expect(parsed == [text: text])
  }

  /// What a page can show of a text: control characters have no place in HTML.
  private func visible(_ text: String) -> String {
    var visible = ""
    for scalar in text.unicodeScalars {
      let isControl = (scalar.value < 0x20 && !"\t\n\u{C}\r".unicodeScalars.contains(scalar)) || scalar.value == 0x7F
      visible.unicodeScalars.append(isControl ? "\u{FFFD}" : scalar)
    }
    return visible
  }

  /// Templates are put together at random; those that the compiler lets through are filled with harmless and
  /// with hostile texts, and the pages must have the same tags, attributes and comments.
  @Test("No template that compiles lets a text change the page's structure")
  func randomTemplates() {
    var random = SplitMix(seed: 20_260_101)
    var compiled = 0
    for _ in 0..<2_000 {
      let source = RandomTemplate.make(&random)
      let (template, _) = compile(source, for: SampleView.self)
      guard let template else { continue }
      compiled += 1
      let calm = Skeleton(String(decoding: template.render(filled(with: "x")), as: UTF8.self))
      for _ in 0..<4 {
        let text = hostile[Int(random.next() % UInt64(hostile.count))]
        let page = String(decoding: template.render(filled(with: text)), as: UTF8.self)
        let skeleton = Skeleton(page)
        #expect(skeleton == calm, "\(source.debugDescription) with \(text.debugDescription): \(page.debugDescription)")
        for (address, harmless) in zip(skeleton.addresses, calm.addresses) {
          let bare = address.unicodeScalars.filter { $0.value > 0x20 }
          #expect(!String(String.UnicodeScalarView(bare)).lowercased().hasPrefix("javascript:"))
          #expect(
            host(of: address) == host(of: harmless),
            "\(source.debugDescription) with \(text.debugDescription): \(address)")
        }
      }
    }
    #expect(compiled > 300)
  }

  /// The host that a browser would go to, with back slashes read as slashes.
  private func host(of address: String) -> String {
    let plain = address.drop { $0 == " " || $0 == "\n" || $0 == "\t" }.replacing("\\", with: "/")
    let rest: Substring
    if let slashes = plain.firstRange(of: "://"), !plain[..<slashes.lowerBound].contains(where: { "/?#".contains($0) })
    {
      rest = plain[slashes.upperBound...].drop { $0 == "/" }
    } else if plain.hasPrefix("//") {
      rest = plain.drop { $0 == "/" }
    } else {
      return ""
    }
    return String(rest.prefix { !"/?#".contains($0) })
  }

  private func filled(with text: String) -> SampleView {
    SampleView(
      // An empty text hides its section, which is no fault.
      title: text, summary: text.isEmpty ? "x" : text, data: .string(text), keywords: [text, text],
      regions: [RegionView(name: text)],
      map: MapView(caption: text))
  }

  @Test("No bytes make the compiler fail", arguments: 0..<8)
  func randomBytes(_ seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let signs = Array("{}#^/>$<!=&. \n\r\"'%".utf8)
    for _ in 0..<400 {
      var bytes = Array(RandomTemplate.make(&random).utf8)
      for _ in 0..<(random.next() % 6) where !bytes.isEmpty {
        let place = Int(random.next() % UInt64(bytes.count))
        switch random.next() % 3 {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: place)
        default: bytes[place] = signs[Int(random.next() % UInt64(signs.count))]
        }
      }
      let (template, diagnostics) = compile(String(decoding: bytes, as: UTF8.self), for: SampleView.self)
      #expect((template == nil) == diagnostics.hasErrors)
      if let template { _ = template.render(SampleView()) }
    }
  }
}

/// Templates put together at random from what matters to the page's structure.
enum RandomTemplate {
  private static let pieces = [
    "<p>", "</p>", "<p title=\"", "<p title='", "<p title=", "\"", "'", ">", " ", "\n", "<a href=\"", "<a href='",
    "<img src=\"", "<img srcset=\"", "<form action=\"", "<b", "<br", "/", "/>", " class=\"a\"", " hidden", "=", "<",
    "&",
    "?", "#", "?q=", "/x/", "//", "https://", "https:", "http:", "mailto:", "x", ":", "\\", "..", ",", "</", "<!--",
    "-->", "--!>",
    "<!", "-", "<title>", "</title>", "<textarea>", "</textarea>", "<script>", "</script>", "<style>", "</style>",
    "<script type=\"application/json\">", " onclick=\"", " style=\"", " data-a=\"", "{{title}}", "{{title}}",
    "{{title}}",
    "{{title}}", "{{summary}}", "{{pages}}", "{{body}}", "{{home}}", "{{picture}}", "{{data}}", "{{map.caption}}",
    "{{labels.title}}", "{{labels.search}}",
  ]
  private static let whole = [
    "<p title=\"{{title}}\">", "<a href=\"/x/{{title}}\">", "<a href='?q={{title}}'>", "<p>{{title}}</p>",
    "<title>{{title}}</title>", "<img src=\"{{picture}}\">", "<a href=\"{{home}}\">{{title}}</a>", "<!-- a -->",
    "<p{{#isReady}} hidden{{/isReady}}>",
  ]
  private static let sections = [
    ("{{#isReady}}", "{{/isReady}}"), ("{{^isReady}}", "{{/isReady}}"), ("{{#keywords}}{{.}}", "{{/keywords}}"),
    ("{{#regions}}", "{{name}}{{/regions}}"), ("{{#summary}}", "{{.}}{{/summary}}"),
  ]

  static func make(_ random: inout SplitMix, depth: Int = 0) -> String {
    var template = ""
    for _ in 0..<(1 + random.next() % 6) {
      switch random.next() % 12 {
      case 0 where depth < 3:
        let (open, close) = sections[Int(random.next() % UInt64(sections.count))]
        template += open + make(&random, depth: depth + 1) + close
      case 1...3:
        template += whole[Int(random.next() % UInt64(whole.count))]
      default:
        template += pieces[Int(random.next() % UInt64(pieces.count))]
      }
    }
    return template
  }
}

/// A repeatable source of random numbers (Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension Character {
  fileprivate var isUnreserved: Bool { isASCII && (isLetter || isNumber || "-._~".contains(self)) }
}
