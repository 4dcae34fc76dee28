import Testing

@Suite("The Mustache specification: inheritance")
struct InheritanceTests {
  @Test(arguments: [
    Case("a block has its own content", "{{$title}}oletus{{/title}}", gives: "oletus"),
    Case("with values", "{{$b}}on {{planet}}{{/b}}", gives: "on maa"),
    Case("with markup", "{{$b}}on {{{markup}}}{{/b}}", gives: "on <b>&amp;</b>"),
    Case("with sections", "{{$b}}{{#person}}{{name}}{{/person}}{{/b}}", gives: "Aino"),
    Case("with inverted sections", "{{$b}}{{^no}}{{planet}}{{/no}}{{/b}}", gives: "maa"),
    Case("a value in it is not read as a template", "{{$b}}{{tag}}{{/b}}", gives: "{{planet}}"),
    Case(
      "a parent without blocks is a partial", "{{>p}}|{{<p}}{{/p}}", ["p": "{{$b}}oletus{{/b}}"], gives: "oletus|oletus"
    ),
    Case("alone on its line too", "{{<p}}{{/p}}\n", ["p": "{{$b}}oletus{{/b}}"], gives: "oletus"),
    Case("a block is replaced", "{{<p}}{{$b}}oma{{/b}}{{/p}}", ["p": "..{{$b}}oletus{{/b}}.."], gives: "..oma.."),
    Case(
      "a value of the same name is another thing", "{{<p}}{{$planet}}oma{{/planet}}{{/p}}",
      ["p": "{{$planet}}oletus{{/planet}}"], gives: "oma"),
    Case("and does not fill a block", "{{<p}}{{/p}}", ["p": "{{$planet}}oletus{{/planet}}"], gives: "oletus"),
    Case("text before stays", "x {{<p}}{{$b}}oma{{/b}}{{/p}}", ["p": "{{$b}}..{{/b}}"], gives: "x oma"),
    Case(
      "each parent has its own blocks", "x {{<p}}{{$b}}1{{/b}}{{/p}} {{<p}}{{$b}}2{{/b}}{{/p}}\n",
      ["p": "|{{$b}}..{{/b}}{{$c}} oletus{{/c}}|"], gives: "x |1 oletus| |2 oletus|\n"),
    Case(
      "lines of a block stay lines", "{{<p}}{{$b}}\nyksi\n\n:(\n{{/b}}{{/p}}", ["p": "{{$b}}oletus{{/b}}"],
      gives: "yksi\n\n:(\n"),
    Case(
      "what replaces a block is indented with it", "{{<p}}{{$b}}oma{{/b}}{{/p}}",
      ["p": "seis:\n  {{$b}}oletus{{/b}}\n"], gives: "seis:\n  oma\n"),
    Case(
      "one block may be replaced and another not", "{{<p}}{{$c}}oma{{/c}}{{/p}}",
      ["p": "{{$b}}eka{{/b}}, {{$c}}toka{{/c}}"], gives: "eka, oma"),
    Case(
      "the same block may stand twice", "{{<p}}{{$b}}oma{{/b}}{{/p}}",
      ["p": "{{$b}}a{{/b}} {{$b}}b{{/b}}"], gives: "oma oma"),
    Case(
      "parents may contain one another", "{{<p}}{{$foo}}oma{{/foo}}{{/p}}",
      [
        "p": "{{$foo}}oletus{{/foo}} {{$bar}}{{<q}}{{/q}}{{/bar}}",
        "q": "{{$foo}}q:n oletus{{/foo}} {{<p}}{{$bar}}loppu{{/bar}}{{/p}}",
      ], gives: "oma oma oma loppu"),
    Case(
      "the template furthest down has its way", "{{<p}}{{$a}}c{{/a}}{{/p}}",
      ["p": "{{<o}}{{$a}}p{{/a}}{{/o}}", "o": "{{<g}}{{$a}}o{{/a}}{{/g}}", "g": "{{$a}}g{{/a}}"], gives: "c"),
    Case(
      "else the one next to it", "{{<p}}{{/p}}",
      ["p": "{{<o}}{{$a}}p{{/a}}{{/o}}", "o": "{{<g}}{{$a}}o{{/a}}{{/g}}", "g": "{{$a}}g{{/a}}"], gives: "p"),
    Case(
      "a block may stand in what replaces another", "{{<p}}{{$in}}oma{{/in}}{{/p}}",
      ["p": "{{<g}}{{$out}}[{{$in}}p{{/in}}]{{/out}}{{/g}}", "g": "{{$out}}g{{/out}}"], gives: "[oma]"),
    Case(
      "a block sees the names of the place it fills", "{{<p}}{{$b}}Minä: {{planet}}{{/b}}{{/p}}",
      ["p": "{{#person}}{{$b}}Sinä: {{planet}}{{/b}}{{/person}}"], gives: "Minä: kuu"),
    Case(
      "space between the tags of a parent is nothing", "{{<p}}\n\n  {{$b}}oma{{/b}}\n  \n{{/p}}\n",
      ["p": "({{$b}}oletus{{/b}})"], gives: "(oma)"),
    Case(
      "a parent alone on its line is indented", "Hei\n  {{<p}}{{/p}}\n", ["p": "yksi\nkaksi\n"],
      gives: "Hei\n  yksi\n  kaksi\n"),
    Case(
      "a block alone on its line is indented too", "{{<p}}{{$b}}\nyksi\nkaksi{{/b}}\n{{/p}}\n",
      ["p": "Hei\n  {{$b}}{{/b}}\n"], gives: "Hei\n  yksi\n  kaksi\n"),
    Case(
      "its own indentation gives way to that of its place",
      "{{<p}}{{$b}}\n    yksi\n      kaksi\n{{/b}}{{/p}}\n", ["p": "Hei\n  {{$b}}\n  {{/b}}\n"],
      gives: "Hei\n  yksi\n    kaksi\n"),
    Case(
      "which is that of what it replaces", "{{<p}}{{$b}}\nyksi\nkaksi\n{{/b}}{{/p}}\n",
      ["p": "Hei\n{{$b}}\n  oletus\n{{/b}}\n"], gives: "Hei\n  yksi\n  kaksi\n"),
    Case(
      "each block on lines of its own",
      "{{<p}}\n{{$a}}\nyksi\n{{/a}}\n{{$b}}\nkaksi\n{{/b}}\n{{/p}}\n", ["p": "[\n{{$a}}{{/a}}{{$b}}{{/b}}]\n"],
      gives: "[\nyksi\nkaksi\n]\n"),
  ])
  func inheritance(_ example: Case) {
    #expect(example.output == example.expected)
  }
}
