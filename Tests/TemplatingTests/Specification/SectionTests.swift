import Testing

@Suite("The Mustache specification: sections")
struct SectionTests {
  @Test(arguments: [
    Case("true shows the section", "({{#yes}}näkyy{{/yes}})", gives: "(näkyy)"),
    Case("false hides it", "({{#no}}näkyy{{/no}})", gives: "()"),
    Case("a missing value hides it", "({{#missing}}näkyy{{/missing}}{{#stranger}}x{{/stranger}})", gives: "()"),
    Case("an empty text hides it", "({{#empty}}näkyy{{/empty}})", gives: "()"),
    Case("a record comes into scope", "{{#person}}Hei, {{name}}.{{/person}}", gives: "Hei, Aino."),
    Case(
      "outer names stay in scope, inner ones hide them", "{{#person}}{{name}}, {{planet}}, {{a.one}}{{/person}}",
      gives: "Aino, kuu, 1"),
    Case("a text is shown once and is the dot", "{{#planet}}{{.}} = {{planet}}{{/planet}}", gives: "maa = maa"),
    Case("its letters are no list", "{{#decimal}}x{{/decimal}}", gives: "x"),
    Case(
      "all scopes of nested lists can be reached",
      "{{#people}}{{#friends}}{{name}}{{nick}}{{address.street}}.{{/friends}}{{/people}}",
      gives: "AinoEKoulukatu.AinoFKoulukatu.EinoEKoulukatu.EinoFKoulukatu."),
    Case(
      "scopes nest to any depth",
      """
      {{#a}}
      {{one}}
      {{#b}}
      {{one}}{{two}}{{one}}
      {{#c}}
      {{one}}{{two}}{{three}}{{two}}{{one}}
      {{#four}}
      {{three}}{{four}}{{.}}{{three}}
      {{/four}}
      {{/c}}
      {{one}}{{two}}
      {{/b}}
      {{/a}}

      """, gives: "1\n121\n12321\n3443\n12\n"),
    Case("a list is gone through", "{{#people}}({{name}}){{/people}}", gives: "(Aino)(Eino)"),
    Case("an empty list hides the section", "({{#nobody}}x{{/nobody}}{{#nothing}}x{{/nothing}})", gives: "()"),
    Case("the dot is the item of a list of texts", "{{#letters}}({{.}}){{/letters}}", gives: "(a)(b)(c)"),
    Case(
      "a section may come twice", "{{#yes}}\n* eka\n{{/yes}}\n* {{planet}}\n{{#yes}}\n* toka\n{{/yes}}\n",
      gives: "* eka\n* maa\n* toka\n"),
    Case("and within itself", "| A {{#yes}}B {{#yes}}C{{/yes}} D{{/yes}} E |", gives: "| A B C D E |"),
    Case("hidden, it hides what is in it", "| A {{#no}}B {{#no}}C{{/no}} D{{/no}} E |", gives: "| A  E |"),
    Case("a dotted name, true", "{{#a.b.c.yes}}on{{/a.b.c.yes}}", gives: "on"),
    Case("a dotted name, false", "({{#a.b.c.no}}on{{/a.b.c.no}})", gives: "()"),
    Case("a dotted name through a missing record", "({{#stranger.name}}on{{/stranger.name}})", gives: "()"),
    Case("space around tags stays", " | {{#yes}}\t|\t{{/yes}} | \n", gives: " | \t|\t | \n"),
    Case("space inside stays", " | {{#yes}} {{! hiljaa }}\n {{/yes}} | \n", gives: " |  \n  | \n"),
    Case("sections within a line", " {{#yes}}JAA{{/yes}}\n {{#yes}}HYVÄ{{/yes}}\n", gives: " JAA\n HYVÄ\n"),
    Case("a tag alone on its line leaves no line", "| a\n{{#yes}}\n|\n{{/yes}}\n| b\n", gives: "| a\n|\n| b\n"),
    Case("nor an indented one", "| a\n  {{#yes}}\n|\n\t{{/yes}} \n| b\n", gives: "| a\n|\n| b\n"),
    Case("CR LF ends a line", "|\r\n{{#yes}}\r\n{{/yes}}\r\n|", gives: "|\r\n|"),
    Case("the first line has none before it", "  {{#yes}}\n#{{/yes}}\n/", gives: "#\n/"),
    Case("the last line needs no end", "#{{#yes}}\n/\n  {{/yes}}", gives: "#\n/\n"),
    Case("space inside a tag is nothing", "|{{# yes }}={{/ yes }}|{{ #yes}}={{ /yes}}", gives: "|=|="),
  ])
  func sections(_ example: Case) {
    #expect(example.output == example.expected)
  }
}

@Suite("The Mustache specification: inverted sections")
struct InvertedSectionTests {
  @Test(arguments: [
    Case("false shows the section", "({{^no}}näkyy{{/no}})", gives: "(näkyy)"),
    Case("true hides it", "({{^yes}}näkyy{{/yes}})", gives: "()"),
    Case("a missing value shows it", "({{^missing}}a{{/missing}}{{^noNumber}}b{{/noNumber}})", gives: "(ab)"),
    Case("a missing record shows it", "({{^stranger}}näkyy{{/stranger}})", gives: "(näkyy)"),
    Case("a text hides it", "({{^planet}}näkyy{{/planet}})", gives: "()"),
    Case("a list hides it", "({{^people}}näkyy{{/people}})", gives: "()"),
    Case("an empty list shows it", "({{^nobody}}näkyy{{/nobody}})", gives: "(näkyy)"),
    Case(
      "it may come twice", "{{^no}}\n* eka\n{{/no}}\n* {{planet}}\n{{^no}}\n* toka\n{{/no}}\n",
      gives: "* eka\n* maa\n* toka\n"),
    Case("and within itself", "| A {{^no}}B {{^no}}C{{/no}} D{{/no}} E |", gives: "| A B C D E |"),
    Case("hidden, it hides what is in it", "| A {{^yes}}B {{^yes}}C{{/yes}} D{{/yes}} E |", gives: "| A  E |"),
    Case("a dotted name, true", "({{^a.b.c.yes}}ei{{/a.b.c.yes}})", gives: "()"),
    Case("a dotted name, false", "({{^a.b.c.no}}ei{{/a.b.c.no}})", gives: "(ei)"),
    Case("a dotted name through a missing record", "({{^stranger.name}}ei{{/stranger.name}})", gives: "(ei)"),
    Case("space around tags stays", " | {{^no}}\t|\t{{/no}} | \n", gives: " | \t|\t | \n"),
    Case("space inside stays", " | {{^no}} {{! hiljaa }}\n {{/no}} | \n", gives: " |  \n  | \n"),
    Case("within a line", " {{^no}}EI{{/no}}\n {{^no}}NIIN{{/no}}\n", gives: " EI\n NIIN\n"),
    Case("alone on a line", "| a\n{{^no}}\n|\n{{/no}}\n| b\n", gives: "| a\n|\n| b\n"),
    Case("indented, alone on a line", "| a\n  {{^no}}\n|\n  {{/no}}\n| b\n", gives: "| a\n|\n| b\n"),
    Case("CR LF ends a line", "|\r\n{{^no}}\r\n{{/no}}\r\n|", gives: "|\r\n|"),
    Case("the first line has none before it", "  {{^no}}\n^{{/no}}\n/", gives: "^\n/"),
    Case("the last line needs no end", "^{{^no}}\n/\n  {{/no}}", gives: "^\n/\n"),
    Case("space inside a tag is nothing", "|{{^ no }}={{/ no }}|", gives: "|=|"),
  ])
  func inverted(_ example: Case) {
    #expect(example.output == example.expected)
  }
}
