import Diagnosing
import Support
import Templating
import Testing

/// A template with one fault at its mark 👉.
struct Fault: Sendable, CustomTestStringConvertible {
  let rule: String
  let template: String
  let partials: [String: String]

  init(_ rule: String, _ template: String, _ partials: [String: String] = [:]) {
    self.rule = rule
    self.template = template
    self.partials = partials
  }

  var testDescription: String { "\(rule): \(template.debugDescription)" }

  /// Checks that the fault, and nothing else, is found at the mark.
  func check() {
    let marked = MarkedSource(template)
    let (compiled, diagnostics) = compile(marked.text, partials, for: SampleView.self)
    #expect(compiled == nil)
    #expect(diagnostics.map(\.rule) == [rule])
    #expect(diagnostics.map(\.range.lowerBound) == marked.offsets)
    #expect(diagnostics.map(\.file.path) == ["templates/main.mustache"])
    for diagnostic in diagnostics {
      #expect(Set(diagnostic.message.all).count == 3, "each language has its own message")
    }
  }
}

@Suite("Each fault of a template is one finding at its place")
struct RuleTests {
  @Test(
    "Tags and what they open",
    arguments: [
      Fault("template-tag", "a 👉{{title"),
      Fault("template-tag", "👉{{title}\n<p>{{title}}</p>"),
      Fault("template-tag", "👉{{title {{title}}"),
      Fault("template-tag", "👉{{two words}}"),
      Fault("template-tag", "👉{{}}"),
      Fault("template-tag", "👉{{#}}"),
      Fault("template-tag", "👉{{{title}}"),
      Fault("template-tag", "👉{{=<% =}}"),
      Fault("template-tag", "👉{{=a b c=}}"),
      Fault("template-unclosed", "a 👉{{#isReady}}b"),
      Fault("template-unclosed", "a 👉{{/isReady}}b"),
      Fault("template-unclosed", "{{#isReady}}👉{{#isOld}}a{{/isReady}}"),
      Fault("template-unclosed", "{{#isReady}}a{{/isReady}}👉{{/isReady}}"),
      Fault("template-unclosed", "👉{{$block}}a"),
      Fault("template-unclosed", "👉{{<p}}", ["p": ""]),
    ])
  func tags(_ fault: Fault) {
    fault.check()
  }

  @Test(
    "Names",
    arguments: [
      Fault("template-unknown-name", "{{👉titel}}"),
      Fault("template-unknown-name", "{{{ 👉titel }}}"),
      Fault("template-unknown-name", "{{#👉region}}{{anything}}{{/region}}"),
      Fault("template-unknown-name", "{{^👉region}}{{/region}}"),
      Fault("template-unknown-name", "{{name}}".replacing("name", with: "👉name")),
      Fault("template-unknown-name", "{{#regions}}{{name}}{{/regions}}{{👉name}}"),
      Fault("template-unknown-name", "{{👉map.captoin}}"),
      Fault("template-unknown-name", "{{👉title.length}}"),
      Fault("template-unknown-name", "{{👉regions.first}}"),
      Fault("template-unknown-name", "{{👉.}}"),
      Fault("template-unknown-name", "{{#map}}{{👉.title}}{{/map}}"),
      Fault("template-unknown-name", "{{#keywords}}{{#👉@middle}}a{{/@middle}}{{/keywords}}"),
      Fault("template-unknown-label", "{{👉labels.serch}}"),
      Fault("template-label-value", "👉{{labels.broken}}"),
      Fault("template-label-value", "👉{{labels.notNumber}}"),
      Fault("template-unknown-partial", "{{>👉card}}"),
      Fault("template-unknown-partial", "{{<👉layout}}{{/layout}}"),
      Fault("template-unknown-partial", "{{>👉*title}}"),
      Fault("template-unknown-block", "{{<p}}{{$👉titel}}a{{/titel}}{{/p}}", ["p": "{{$title}}{{/title}}"]),
      Fault(
        "template-unknown-block", "{{<p}}{{$a}}x{{/a}}{{$👉b}}y{{/b}}{{/p}}", ["p": "{{$a}}{{$b}}{{/b}}{{/a}}"]),
      Fault(
        "template-unknown-block", "{{<p}}{{$b}}1{{/b}}{{/p}}{{<q}}{{$👉b}}2{{/b}}{{/q}}",
        ["p": "{{$b}}{{/b}}", "q": "{{$c}}{{/c}}"]),
      Fault("template-duplicate-block", "{{<p}}{{$a}}1{{/a}}{{$👉a}}2{{/a}}{{/p}}", ["p": "{{$a}}{{/a}}"]),
      Fault("template-stray", "{{<p}}\n 👉katoaa\n{{/p}}", ["p": ""]),
      Fault("template-stray", "{{<p}}👉{{title}}{{/p}}", ["p": ""]),
      Fault("template-stray", "{{<p}}👉{{#isReady}}{{/isReady}}{{/p}}", ["p": ""]),
      Fault("template-stray", "{{<p}}{{>👉p}}{{/p}}", ["p": ""]),
      Fault("template-stray", "{{<p}}{{<👉p}}{{/p}}{{/p}}", ["p": ""]),
    ])
  func names(_ fault: Fault) {
    fault.check()
  }

  @Test(
    "Values used as what they are not",
    arguments: [
      Fault("template-wrong-shape", "👉{{regions}}"),
      Fault("template-wrong-shape", "👉{{isReady}}"),
      Fault("template-wrong-shape", "👉{{map}}"),
      Fault("template-wrong-shape", "👉{{data}}"),
      Fault("template-wrong-shape", "<p title=\"👉{{body}}\">"),
      Fault("template-wrong-shape", "<title>👉{{body}}</title>"),
      Fault("template-wrong-shape", "<script type=\"application/json\">👉{{title}}</script>"),
      Fault("template-wrong-shape", "{{#👉pages}}a{{/pages}}"),
      Fault("template-wrong-shape", "{{^👉map}}a{{/map}}"),
      Fault("template-wrong-shape", "{{#👉home}}a{{/home}}"),
      Fault("template-wrong-shape", "{{#👉labels.search}}a{{/labels.search}}"),
      Fault("template-wrong-shape", "{{#👉@last}}a{{/@last}}"),
      Fault("template-unescaped", "<p>👉{{{title}}}</p>"),
      Fault("template-unescaped", "<p>👉{{&title}}</p>"),
      Fault("template-unescaped", "<p title=\"👉{{{title}}}\">"),
      Fault("template-unescaped", "👉{{{labels.search}}}"),
      Fault("template-unescaped", "👉{{{home}}}"),
    ])
  func shapes(_ fault: Fault) {
    fault.check()
  }

  @Test(
    "Places where nothing can be safe",
    arguments: [
      Fault("template-unquoted", "<p class=👉{{title}}>"),
      Fault("template-unquoted", "<p class=a👉{{title}}>"),
      Fault("template-unquoted", "<a href=👉{{home}}>"),
      Fault("template-unsafe-place", "<👉{{title}}>"),
      Fault("template-unsafe-place", "<h👉{{pages}}>"),
      Fault("template-unsafe-place", "<p 👉{{title}}>"),
      Fault("template-unsafe-place", "<p data-👉{{title}}=\"\">"),
      Fault("template-unsafe-place", "<!-- 👉{{title}} -->"),
      Fault("template-unsafe-place", "<!-- a --!><!--> 👉{{title}} ".replacing("👉", with: "") + "<!--👉{{title}}-->"),
      Fault("template-unsafe-place", "<!doctype 👉{{title}}>"),
      Fault("template-unsafe-place", "<?xml 👉{{title}}?>"),
      Fault("template-unsafe-place", "<script>let a = '👉{{title}}'</script>"),
      Fault("template-unsafe-place", "<script>👉{{data}}</script>"),
      Fault("template-unsafe-place", "<SCRIPT type=module>if (a < b) {} 👉{{pages}}</SCRIPT>"),
      Fault("template-unsafe-place", "<style>p { color: 👉{{title}} }</style>"),
      Fault("template-unsafe-place", "<p style=\"width: 👉{{pages}}px\">"),
      Fault("template-unsafe-place", "<p onclick=\"f('👉{{title}}')\">"),
      Fault("template-unsafe-place", "<p ONCLICK='👉{{title}}'>"),
      Fault("template-unsafe-place", "<iframe srcdoc=\"👉{{title}}\"></iframe>"),
      Fault("template-unsafe-place", "<iframe>👉{{title}}</iframe>"),
      Fault("template-unsafe-place", "<script type=\"👉{{title}}\"></script>"),
      Fault("template-unsafe-place", "<meta http-equiv=\"👉{{title}}\">"),
      Fault("template-unsafe-place", "<meta http-equiv=\"Refresh\" content=\"0; 👉{{title}}\">"),
      Fault("template-unsafe-place", "<meta content=\"0; {{title}}\" http-equiv=\"refresh\"👉>"),
      Fault("template-unsafe-place", "<svg><animate attributeName=\"href\" to=\"👉{{title}}\"/></svg>"),
      Fault("template-unsafe-place", "<rect fill=\"👉{{title}}\"/>"),
      Fault("template-unsafe-place", "<p title='a' 👉{{labels.search}}>"),
    ])
  func places(_ fault: Fault) {
    fault.check()
  }

  @Test(
    "Addresses",
    arguments: [
      Fault("template-unsafe-url", "<a href=\"👉{{title}}\">"),
      Fault("template-unsafe-url", "<a href=\" 👉{{title}}\">"),
      Fault("template-unsafe-url", "<a href=\"/👉{{title}}\">"),
      Fault("template-unsafe-url", "<a href=\"//👉{{title}}/\">"),
      Fault("template-unsafe-url", "<a href=\"/\\👉{{title}}/\">"),
      Fault("template-unsafe-url", "<a href=\"https://👉{{title}}/\">"),
      Fault("template-unsafe-url", "<a href=\"https:👉{{title}}/\">"),
      Fault("template-unsafe-url", "<a href=\"https://example.fi👉{{title}}\">"),
      Fault("template-unsafe-url", "<a href=\"javascript:f(👉{{pages}})\">"),
      Fault("template-unsafe-url", "<a href=\"JaVaScRiPt:👉{{title}}\">"),
      Fault("template-unsafe-url", "<a href=\"java&#115;cript:👉{{title}}\">"),
      Fault("template-unsafe-url", "<a href=\"data:text/html,👉{{title}}\">"),
      Fault("template-unsafe-url", "<a href=\"{{home}}👉{{title}}\">"),
      Fault("template-unsafe-url", "<a href=\"{{home}}👉{{home}}\">"),
      Fault("template-unsafe-url", "<a href=\"{{home}}.fi👉{{title}}\">"),
      Fault("template-unsafe-url", "<a href=\"{{picture}}/👉{{title}}\">"),
      Fault("template-unsafe-url", "<a href=\"👉{{source}}\">"),
      Fault("template-unsafe-url", "<img src=\"👉{{home}}\">"),
      Fault("template-unsafe-url", "<img srcset=\"{{picture}} 1x, 👉{{title}} 2x\">"),
      Fault("template-unsafe-url", "<script src=\"👉{{home}}\"></script>"),
      Fault("template-unsafe-url", "<link rel=\"stylesheet\" href=\"👉{{home}}\">"),
      Fault("template-unsafe-url", "<link rel=\"canonical stylesheet\" href=\"👉{{home}}\">"),
      Fault("template-unsafe-url", "<link href=\"👉{{home}}\" rel=\"canonical\">"),
      Fault("template-unsafe-url", "<base href=\"👉{{home}}\">"),
      Fault("template-unsafe-url", "<form action=\"👉{{title}}\">"),
      Fault("template-unsafe-url", "<svg><image href=\"👉{{home}}\"/></svg>"),
      Fault("template-unsafe-url", "<a href=\"{{#isReady}}/x/{{/isReady}}👉{{title}}\">"),
      Fault("template-wrong-shape", "<img srcset=\"{{picture}} 👉{{title}}w\">"),
    ])
  func addresses(_ fault: Fault) {
    fault.check()
  }

  @Test(
    "Sections that leave the page elsewhere",
    arguments: [
      Fault("template-context", "{{#isReady}}<p {{/isReady}}>".replacing("{{/", with: "👉{{/")),
      Fault("template-context", "{{#isReady}}<p title=\"{{/isReady}}\">".replacing("{{/", with: "👉{{/")),
      Fault("template-context", "<p title={{#isReady}}\"a\"👉{{/isReady}}>"),
      Fault("template-context", "{{^isReady}}<!-- 👉{{/isReady}}-->"),
      Fault("template-context", "<title>{{#isReady}}a</title>👉{{/isReady}}"),
      Fault("template-context", "<p{{#isReady}} a{{/isReady}}👉b>"),
      Fault("template-context", "<p {{#isReady}}a{{/isReady}}👉=\"b\">"),
      Fault("template-context", "<a href=\"{{#regions}}{{url}}👉{{/regions}}\">"),
      Fault("template-context", "<p>a</p>\n👉<p title=\"a"),
      Fault("template-context", "👉<script>let a = 1"),
      Fault("template-context", "👉<!-- a"),
      Fault("template-context", "a 👉<"),
    ])
  func contexts(_ fault: Fault) {
    fault.check()
  }

  @Test("A fault in a partial is reported in the partial, with the way that led there")
  func trail() throws {
    let (_, diagnostics) = compile(
      "<main>\n  {{>card}}\n</main>", ["card": "<h2>\n{{titel}}</h2>"], for: SampleView.self)
    let diagnostic = try #require(diagnostics.first)
    #expect(diagnostics.count == 1)
    #expect(
      TextFormat(language: .en).render(diagnostic) == """
        templates/card.mustache:2:3: error: There is no name ”titel” here [template-unknown-name]
          2 | {{titel}}</h2>
            |   ^~~~~
          names here: title, summary, body, pages, grade, home, source, picture, cover, data, isReady, isOld, \
        keywords, regions, map, extra, node
          used in: templates/main.mustache:2:6
          write: title

        """)
  }

  @Test("A fault in a block is reported in the template that gives it")
  func block() {
    let (_, diagnostics) = compile(
      "{{<layout}}{{$title}}{{titel}}{{/title}}{{/layout}}", ["layout": "<title>{{$title}}{{/title}}</title>"],
      for: SampleView.self)
    #expect(diagnostics.map(\.file.path) == ["templates/main.mustache"])
    #expect(diagnostics.map(\.position) == [SourcePosition(line: 1, column: 24)])
  }

  @Test("Places are right after a byte order mark, CR LF and letters beyond ASCII")
  func positions() {
    let (_, diagnostics) = compile("\u{FEFF}<p>Ääni</p>\r\nä {{titel}}\r\n", for: SampleView.self)
    #expect(diagnostics.map(\.position) == [SourcePosition(line: 2, column: 5)])
  }

  @Test("All faults are found in one run, each once")
  func several() {
    let (_, diagnostics) = compile("{{a}} {{>p}} {{>p}}", ["p": "{{b}}", "q": "{{#c}}"], for: SampleView.self)
    #expect(
      diagnostics.sortedByPlace().map { "\($0.file.path) \($0.rule)" } == [
        "templates/main.mustache template-unknown-name", "templates/p.mustache template-unknown-name",
        "templates/q.mustache template-unclosed",
      ])
  }

  @Test("A template that the program asks for must exist")
  func missing() {
    var compiler = TemplateCompiler([], in: "themes/oma/templates")
    #expect(compiler.compile("home", for: SampleView.self, labels: sampleLabels) == nil)
    #expect(compiler.diagnostics.map(\.file.path) == ["themes/oma/templates/home.mustache"])
    #expect(compiler.diagnostics.map(\.rule) == ["template-unknown-partial"])
  }

  @Test("A label is needed in every language, and a fault is reported once for all of them")
  func languages() {
    var compiler = TemplateCompiler(
      [SourceFile(path: "main.mustache", text: "{{titel}}{{labels.search}}{{labels.map}}")], in: "")
    for language in Language.allCases {
      let labels = Labels(language: language, language == .sv ? [] : sampleLabels.all)
      #expect(compiler.compile("main", for: SampleView.self, labels: labels) == nil)
    }
    #expect(
      compiler.diagnostics.map(\.message.en) == [
        "There is no name ”titel” here",
        "The theme has no word ”map” in the language fi",
        "The theme has no word ”search” in the language sv",
        "The theme has no word ”map” in the language sv",
        "The theme has no word ”map” in the language en",
      ])
  }

  @Test("A template that is not UTF-8 is refused at the byte")
  func encoding() {
    let file = SourceFile(path: "main.mustache", bytes: Array("<p>ä".utf8) + [0xE4] + Array("</p>".utf8))
    var compiler = TemplateCompiler([file], in: "")
    #expect(compiler.compile("main", for: SampleView.self, labels: sampleLabels) == nil)
    #expect(compiler.diagnostics.map(\.rule) == ["template-encoding"])
    #expect(compiler.diagnostics.map(\.position) == [SourcePosition(line: 1, column: 5)])
  }

  @Test(
    "A partial that contains itself must come to smaller parts",
    arguments: [
      "{{>main}}",
      "{{#isReady}}{{>main}}{{/isReady}}",
      "{{#regions}}{{>main}}{{/regions}}",
      "{{#keywords}}{{>main}}{{/keywords}}",
      "{{#node}}{{>main}}{{/node}}",
      "{{>a}}",
    ])
  func endless(_ template: String) {
    let (compiled, diagnostics) = compile(template, ["a": "{{>b}}", "b": "{{>a}}"], for: SampleView.self)
    #expect(compiled == nil)
    #expect(diagnostics.map(\.rule).allSatisfy { $0 == "template-endless" })
    #expect(!diagnostics.isEmpty)
  }

  @Test("Sections too deep in one another, and partials that multiply, are refused")
  func bounds() {
    let deep = String(repeating: "{{#isReady}}", count: 100_000) + String(repeating: "{{/isReady}}", count: 100_000)
    #expect(compile(deep, for: SampleView.self).diagnostics.map(\.rule) == ["template-too-large"])
    let doubling = Dictionary(uniqueKeysWithValues: (0..<40).map { ("p\($0)", "{{>p\($0 + 1)}}{{>p\($0 + 1)}}") })
    let (_, diagnostics) = compile("{{>p0}}", doubling.merging(["p40": "x"]) { a, _ in a }, for: SampleView.self)
    #expect(diagnostics.map(\.rule) == ["template-too-large"])
  }

  @Test("Every rule has its own id and its texts in three languages")
  func catalogue() {
    let rules = TemplateRules.all
    #expect(Set(rules.map(\.id)).count == rules.count)
    for rule in rules {
      #expect(rule.id.hasPrefix("template-"))
      #expect(Set(rule.title.all).count == 3)
      #expect(Set(rule.explanation.all).count == 3)
    }
  }
}
