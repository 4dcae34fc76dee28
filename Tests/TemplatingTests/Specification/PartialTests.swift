import Testing

@Suite("The Mustache specification: partials")
struct PartialTests {
  @Test(arguments: [
    Case("a partial stands for its text", "\"{{>p}}\"", ["p": "osa"], gives: "\"osa\""),
    Case("it sees the names of its place", "\"{{>p}}\"", ["p": "*{{planet}}*"], gives: "\"*maa*\""),
    Case("those of a section too", "{{#person}}{{>p}}{{/person}}", ["p": "*{{planet}}*"], gives: "*kuu*"),
    Case(
      "it may contain itself", "{{#tree}}{{>t}}{{/tree}}",
      ["t": "{{content}}({{#branches}}{{>t}}{{/branches}})"], gives: "X(Y())"),
    Case(
      "and others that contain it", "{{#tree}}{{>t}}{{/tree}}",
      ["t": "{{content}}{{>list}}", "list": "({{#branches}}{{>t}}{{/branches}})"], gives: "X(Y())"),
    Case("a name may hold folders and dots", "{{>osat/kortti.v2}}", ["osat/kortti.v2": "kortti"], gives: "kortti"),
    Case("it may hold others", "{{>p}}", ["p": "[{{>q}}]", "q": "{{planet}}"], gives: "[maa]"),
    Case("space around the tag stays", "| {{>p}} |", ["p": "\t|\t"], gives: "| \t|\t |"),
    Case("within a line nothing is indented", "  {{planet}}  {{> p}}\n", ["p": ")\n)"], gives: "  maa  )\n)\n"),
    Case("CR LF ends a line", "|\r\n{{>p}}\r\n|", ["p": ")"], gives: "|\r\n)|"),
    Case("the first line has none before it", "  {{>p}}\n)", ["p": ")\n)"], gives: "  )\n  ))"),
    Case("the last line needs no end", ")\n  {{>p}}", ["p": ")\n)"], gives: ")\n  )\n  )"),
    Case(
      "alone on its line it hands its indentation to each line of the partial, not to values",
      "\\\n {{>p}}\n/\n", ["p": "|\n{{{lines}}}a b{{{lines}}}c\n|\n"],
      gives: "\\\n |\n <i>\n</i>a b<i>\n</i>c\n |\n/\n"),
    Case(
      "indentation adds up", " {{>p}}\n", ["p": "a\n {{>q}}\nb\n", "q": "c\n{{#yes}}\nd\n{{/yes}}\n"],
      gives: " a\n  c\n  d\n b\n"),
    Case("blank lines are not indented", "  {{>p}}\n", ["p": "a\n\nb\n"], gives: "  a\n\n  b\n"),
    Case("a line begins before its first tag", "  {{>p}}\n", ["p": "{{#yes}}a\n{{/yes}}b\n"], gives: "  a\n  b\n"),
    Case("space inside the tag is nothing", "|{{> p }}|", ["p": "[]"], gives: "|[]|"),
  ])
  func partials(_ example: Case) {
    #expect(example.output == example.expected)
  }
}
