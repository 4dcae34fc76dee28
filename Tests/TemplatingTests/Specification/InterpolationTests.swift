import Testing

@Suite("The Mustache specification: interpolation")
struct InterpolationTests {
  @Test(arguments: [
    Case("text without tags is itself", "Hei {Mustache} }} !\n", gives: "Hei {Mustache} }} !\n"),
    Case("a name is replaced by its value", "Hei, {{planet}}!", gives: "Hei, maa!"),
    Case("a text is escaped", "({{forbidden}})", gives: "(&amp; &quot; &lt; &gt;)"),
    Case("markup is not escaped in three braces", "({{{markup}}})", gives: "(<b>&amp;</b>)"),
    Case("nor after an ampersand", "({{&markup}})", gives: "(<b>&amp;</b>)"),
    Case("a number is its digits", "{{speed}} km, {{debt}} €", gives: "85 km, -7 €"),
    Case("in three braces too", "{{{speed}}}", gives: "85"),
    Case("and after an ampersand", "{{&speed}}", gives: "85"),
    Case("a decimal is a text", "{{decimal}}", gives: "1,21"),
    Case("a missing value is nothing", "({{missing}}{{noNumber}})", gives: "()"),
    Case(
      "a dotted name is short for sections", "{{person.name}} {{#person}}{{name}}{{/person}}", gives: "Aino Aino"),
    Case("at any depth", "{{a.b.c.three}}", gives: "3"),
    Case("with markup too", "{{{person.name}}}", gives: "main:1:1 [template-unescaped] ”person.name” is not markup"),
    Case("a missing record makes what is in it missing", "({{person.address.owner.name}})", gives: "()"),
    Case(
      "the parts after the first belong to it alone", "{{#person}}({{address.owner.planet}}){{/person}}", gives: "()"),
    Case("the first part is looked up like any name", "{{#a}}{{b.c.three}}{{/a}}", gives: "3"),
    Case("a leading dot means the innermost scope", "{{#person}}{{.name}} {{.planet}}{{/person}}", gives: "Aino kuu"),
    Case("space around a tag stays", "| {{planet}} |", gives: "| maa |"),
    Case("around three braces too", "| {{{speed}}} |", gives: "| 85 |"),
    Case("around an ampersand too", "| {{&speed}} |", gives: "| 85 |"),
    Case("a value alone on its line keeps the line", "  {{planet}}\n", gives: "  maa\n"),
    Case("three braces alone on a line too", "  {{{speed}}}\n", gives: "  85\n"),
    Case("an ampersand alone on a line too", "  {{&speed}}\n", gives: "  85\n"),
    Case("space inside a tag is nothing", "|{{ planet }}|{{{ speed }}}|{{& speed }}|", gives: "|maa|85|85|"),
    Case("a value that looks like a tag is a text", "{{tag}}", gives: "{{planet}}"),
  ])
  func interpolation(_ example: Case) {
    #expect(example.output.replacing("templates/main.mustache", with: "main") == example.expected)
  }
}
