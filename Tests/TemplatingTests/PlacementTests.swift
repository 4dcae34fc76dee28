import Templating
import Testing

@Suite("A value is written as its place asks")
struct PlacementTests {
  @Test(
    "Attributes",
    arguments: [
      ("<p title=\"{{title}}\">", "<p title=\"Malli &amp; tapa\">"),
      ("<p title='{{title}}'>", "<p title='Malli &amp; tapa'>"),
      ("<p title = \"a {{pages}} b\"id=\"c\">", "<p title = \"a 3 b\"id=\"c\">"),
      ("<p class=\"a{{#isReady}} b{{/isReady}}\">", "<p class=\"a b\">"),
      ("<p{{#isReady}} hidden{{/isReady}}>", "<p hidden>"),
      ("<p {{#isReady}}hidden{{/isReady}} id=\"a\">", "<p hidden id=\"a\">"),
      ("<p class=\"a\"{{#isReady}} lang=\"fi\"{{/isReady}}>", "<p class=\"a\" lang=\"fi\">"),
      ("<br{{#isReady}}/{{/isReady}}>", "<br/>"),
      ("<rect fill=\"{{pages}}\" width=\"{{title}}\"/>", "<rect fill=\"3\" width=\"Malli &amp; tapa\"/>"),
      ("<meta name=\"a\" content=\"{{title}}\">", "<meta name=\"a\" content=\"Malli &amp; tapa\">"),
      ("<input value=\"{{home}}\">", "<input value=\"https://example.fi/?a=1&amp;b=2\">"),
    ])
  func attributes(_ template: String, _ expected: String) {
    #expect(render(template) == expected)
  }

  @Test(
    "Addresses",
    arguments: [
      ("<a href=\"{{home}}\">", "<a href=\"https://example.fi/?a=1&amp;b=2\">"),
      ("<a href=\"{{picture}}\">", "<a href=\"../kuva%201.png\">"),
      ("<a href=\"{{picture}}?v={{pages}}\">", "<a href=\"../kuva%201.png?v=3\">"),
      ("<a href=\"{{picture}}osa/{{title}}\">", "<a href=\"../kuva%201.pngosa/Malli%20%26%20tapa\">"),
      ("<a href=\"/mallit/{{title}}/\">", "<a href=\"/mallit/Malli%20%26%20tapa/\">"),
      ("<a href=\"?q={{title}}&n={{pages}}\">", "<a href=\"?q=Malli%20%26%20tapa&n=3\">"),
      ("<a href=\"#{{title}}\">", "<a href=\"#Malli%20%26%20tapa\">"),
      ("<a href=\"./{{title}}\">", "<a href=\"./Malli%20%26%20tapa\">"),
      ("<a href=\"malli-{{pages}}.html\">", "<a href=\"malli-3.html\">"),
      ("<a href=\"mailto:{{title}}\">", "<a href=\"mailto:Malli%20%26%20tapa\">"),
      ("<a href=\"HTTPS://example.fi/{{title}}\">", "<a href=\"HTTPS://example.fi/Malli%20%26%20tapa\">"),
      ("<a href=\"/haku?kohde={{home}}\">", "<a href=\"/haku?kohde=https%3A%2F%2Fexample.fi%2F%3Fa%3D1%26b%3D2\">"),
      ("<a href=\"/x/{{#keywords}}{{.}},{{/keywords}}\">", "<a href=\"/x/yksi,kaksi,kolme,\">"),
      ("<a href=\"{{#isReady}}?a{{/isReady}}{{^isReady}}#b{{/isReady}}\">", "<a href=\"?a\">"),
      ("<a href=\"{{#isReady}}/x/{{/isReady}}malli-{{title}}\">", "<a href=\"/x/malli-Malli%20%26%20tapa\">"),
      ("<a href=\"{{picture}}/osa/{{title}}\">", "<a href=\"../kuva%201.png/osa/Malli%20%26%20tapa\">"),
      ("{{#source}}<a href=\"{{source}}\">{{.}}</a>{{/source}}", ""),
      ("<a{{#source}} href=\"{{.}}\"{{/source}}>", "<a>"),
      ("<img src=\"{{picture}}\">", "<img src=\"../kuva%201.png\">"),
      ("<img src=\"/kuvat/{{title}}\">", "<img src=\"/kuvat/Malli%20%26%20tapa\">"),
      (
        "<img srcset=\"{{picture}} {{pages}}w, /b/{{title}} 2x\">",
        "<img srcset=\"../kuva%201.png 3w, /b/Malli%20%26%20tapa 2x\">"
      ),
      (
        "<link rel=\"canonical\" href=\"{{home}}\">",
        "<link rel=\"canonical\" href=\"https://example.fi/?a=1&amp;b=2\">"
      ),
      ("<link rel=\"stylesheet\" href=\"{{picture}}\">", "<link rel=\"stylesheet\" href=\"../kuva%201.png\">"),
      ("<svg><use href=\"#{{title}}\"/></svg>", "<svg><use href=\"#Malli%20%26%20tapa\"/></svg>"),
      ("<svg><a xlink:href=\"{{home}}\"/></svg>", "<svg><a xlink:href=\"https://example.fi/?a=1&amp;b=2\"/></svg>"),
      ("<a href=\"?q={{labels.search}}\">", "<a href=\"?q=Hae%20%26%20l%C3%B6yd%C3%A4\">"),
    ])
  func addresses(_ template: String, _ expected: String) {
    #expect(render(template) == expected)
  }

  @Test("A comma within one address of a srcset does not begin the next")
  func sourceSet() {
    let view = SampleView(picture: LocalURL("a,b, c.png")!)
    #expect(render("<img srcset=\"{{picture}} 2x\">", with: view) == "<img srcset=\"a%2Cb%2C%20c.png 2x\">")
    #expect(render("<img src=\"{{picture}}\">", with: view) == "<img src=\"a,b,%20c.png\">")
  }

  @Test(
    "Elements whose content is not markup",
    arguments: [
      ("<title>{{title}}</title>{{body}}", "<title>Malli &amp; tapa</title><p>Teksti</p>"),
      ("<textarea>{{title}}</TEXTAREA >{{body}}", "<textarea>Malli &amp; tapa</TEXTAREA ><p>Teksti</p>"),
      ("<script>a</scr></script>{{body}}", "<script>a</scr></script><p>Teksti</p>"),
      ("<style>a</style>{{body}}", "<style>a</style><p>Teksti</p>"),
      (
        "<script type=\"application/ld+json\">{{{data}}}</script>",
        "<script type=\"application/ld+json\">{\"name\":\"\\u003C/script\\u003E\\u003C!--\"}</script>"
      ),
      ("<!-- <p title=\" -->{{body}}", "<!-- <p title=\" --><p>Teksti</p>"),
      ("<!-- a --!>{{body}}", "<!-- a --!><p>Teksti</p>"),
      ("<!-- a -- b --->{{body}}", "<!-- a -- b ---><p>Teksti</p>"),
      ("<!-->{{body}}", "<!--><p>Teksti</p>"),
      ("<!doctype html>{{body}}", "<!doctype html><p>Teksti</p>"),
      ("<?xml version=\"1.0\"?><a>{{title}}</a>", "<?xml version=\"1.0\"?><a>Malli &amp; tapa</a>"),
      ("a < b {{body}}", "a < b <p>Teksti</p>"),
    ])
  func rawText(_ template: String, _ expected: String) {
    #expect(render(template) == expected)
  }

  @Test("The tags of the template language do not split the markup around them")
  func comments() {
    #expect(render("<p cl{{! a }}ass=\"a{{! b }}b\">") == "<p class=\"ab\">")
    #expect(render("<p {{>attributes}}>", ["attributes": "title=\"{{title}}\""]) == "<p title=\"Malli &amp; tapa\">")
  }

  @Test("An XML feed is escaped as HTML is")
  func feed() {
    let template = "<entry><title>{{title}}</title><link rel=\"alternate\" href=\"{{home}}\"/></entry>"
    #expect(
      render(template) == "<entry><title>Malli &amp; tapa</title>"
        + "<link rel=\"alternate\" href=\"https://example.fi/?a=1&amp;b=2\"/></entry>")
  }
}
