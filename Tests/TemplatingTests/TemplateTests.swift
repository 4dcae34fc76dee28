import Diagnosing
import Templating
import Testing

@Suite("A template is filled from a view")
struct TemplateTests {
  @Test("Every shape has its way of being written")
  func shapes() {
    #expect(render("{{title}}, {{pages}}, {{body}}") == "Malli &amp; tapa, 3, <p>Teksti</p>")
    #expect(
      render("<a href=\"{{home}}\">{{home}}</a>")
        == "<a href=\"https://example.fi/?a=1&amp;b=2\">https://example.fi/?a=1&amp;b=2</a>")
    #expect(render("<img src='{{picture}}' alt=''>") == "<img src='../kuva%201.png' alt=''>")
    #expect(
      render("<script type=\"application/ld+json\">{{data}}</script>")
        == "<script type=\"application/ld+json\">{\"name\":\"\\u003C/script\\u003E\\u003C!--\"}</script>")
  }

  @Test("Sections, inverted sections and lists")
  func sections() {
    #expect(render("{{#isReady}}a{{/isReady}}{{^isReady}}b{{/isReady}}") == "a")
    #expect(render("{{#keywords}}{{.}}{{^@last}}, {{/@last}}{{/keywords}}") == "yksi, kaksi, kolme")
    #expect(
      render("{{#regions}}{{#@first}}*{{/@first}}{{name}}:{{#places}} {{.}}/{{title}}{{/places}};{{/regions}}")
        == "*Lempäälä: koulu/Malli &amp; tapa kirjasto/Malli &amp; tapa;"
        + "Jämsä: koulu/Malli &amp; tapa kirjasto/Malli &amp; tapa;")
    #expect(
      render("{{regions.count}} {{#regions.any}}on{{/regions.any}}{{^map.shown.any}}ei{{/map.shown.any}}") == "2 onei")
    #expect(render("{{#summary}}{{.}}{{/summary}}{{^summary}}–{{/summary}}") == "–")
    #expect(
      render("{{map.first.name}} {{#map}}{{caption}}{{width}}{{title}}{{/map}}") == "Varha Kartta640Malli &amp; tapa")
    #expect(render("[{{extra.caption}}{{^extra.first.name}}none{{/extra.first.name}}]") == "[none]")
  }

  @Test("Labels are looked up in the theme's words")
  func labels() {
    #expect(render("{{labels.search}}") == "Hae &amp; löydä")
    #expect(render("{{labels.title}}") == "Malli ”Malli &amp; tapa” {")
    #expect(render("{{labels.results}}") == "3 tulosta")
    #expect(render("<p title=\"{{labels.results}}\">", with: SampleView(pages: 1)) == "<p title=\"1 tulos\">")
  }

  @Test("A partial may contain itself")
  func recursion() {
    let node = "{{content}}<{{#nodes}}{{>n}}{{/nodes}}>"
    #expect(
      render("{{#node}}{{>n}}{{/node}}", ["n": "{{content}}[{{#nodes}}{{>n}}{{/nodes}}]{{title}}"])
        == "X[Y[Z[]Malli &amp; tapa]Malli &amp; tapa]Malli &amp; tapa")
    #expect(
      render("  {{#node}}\n  {{>n}}\n{{/node}}\n", ["n": "<li>{{content}}\n{{#nodes}}\n  {{>n}}\n{{/nodes}}\n</li>\n"])
        == "  <li>X\n    <li>Y\n      <li>Z\n      </li>\n    </li>\n  </li>\n")
    #expect(render("{{#node}}{{>n}}{{/node}}", ["n": node]).contains("template-context"))
  }

  @Test("Each use of a partial that contains itself has its own blocks, at every depth")
  func recursionWithBlocks() {
    let tree = "[{{$item}}{{content}}{{/item}}{{#nodes}}{{>n}}{{/nodes}}]"
    #expect(
      render(
        "{{#node}}{{>n}} {{<n}}{{$item}}({{content}}){{/item}}{{/n}} {{<n}}{{$item}}!{{/item}}{{/n}}{{/node}}",
        ["n": tree]) == "[X[Y[Z]]] [(X)[(Y)[(Z)]]] [![![!]]]")
  }

  @Test("A partial that contains itself sees what is around it, and its place in the list")
  func recursionInScope() {
    #expect(
      render(
        "{{#regions}}{{#node}}{{>n}}{{/node}}{{/regions}}",
        ["n": "{{name}}{{content}}{{#nodes}}{{#@last}}.{{/@last}}{{>n}}{{/nodes}}{{#places}}{{.}}{{/places}}"])
        == "LempääläX.LempääläY.LempääläZ" + String(repeating: "koulukirjasto", count: 3)
        + "JämsäX.JämsäY.JämsäZ" + String(repeating: "koulukirjasto", count: 3))
  }

  @Test("A parent's blocks are replaced")
  func inheritance() {
    #expect(
      render(
        "{{<layout}}{{$title}}{{title}}{{/title}}{{$main}}\n  <p>{{pages}}</p>\n{{/main}}{{/layout}}\n",
        ["layout": "<title>{{$title}}Oletus{{/title}}</title>\n<main>\n    {{$main}}\n    {{/main}}\n</main>\n"])
        == "<title>Malli &amp; tapa</title>\n<main>\n    <p>3</p>\n</main>\n")
  }
}
