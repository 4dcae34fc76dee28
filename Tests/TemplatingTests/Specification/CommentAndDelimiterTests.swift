import Testing

@Suite("The Mustache specification: comments and delimiters")
struct CommentAndDelimiterTests {
  @Test(arguments: [
    Case("a comment is dropped", "123{{! sana }}456", gives: "123456"),
    Case("over several lines", "123{{!\n  sana\n  toinen\n}}456\n", gives: "123456\n"),
    Case("alone on its line it leaves no line", "a\n{{! sana }}\nb\n", gives: "a\nb\n"),
    Case("indented too", "a\n  {{! sana }}\nb\n", gives: "a\nb\n"),
    Case("CR LF ends a line", "|\r\n{{! sana }}\r\n|", gives: "|\r\n|"),
    Case("the first line has none before it", "  {{! sana }}\n!", gives: "!"),
    Case("the last line needs no end", "!\n  {{! sana }}", gives: "!\n"),
    Case("several lines alone leave no line", "a\n{{!\nsana\n}}\nb\n", gives: "a\nb\n"),
    Case("indented too", "a\n  {{!\n    sana\n  }}\nb\n", gives: "a\nb\n"),
    Case("within a line space stays", "  12 {{! 34 }}\n", gives: "  12 \n"),
    Case("on both sides", "123 {{! sana }} 456", gives: "123  456"),
    Case("it may hold anything but its end", "{{! {{planet} # ^ > = }}x", gives: "x"),
    Case("a name in it is no name", "a{{!planet}}b", gives: "ab"),
  ])
  func comments(_ example: Case) {
    #expect(example.output == example.expected)
  }

  @Test(arguments: [
    Case("delimiters are changed between equals signs", "{{=<% %>=}}(<%planet%>)", gives: "(maa)"),
    Case("to any signs", "({{=[ ]=}}[planet])", gives: "(maa)"),
    Case(
      "for what follows",
      "[\n{{#yes}}\n  {{planet}}\n  |planet|\n{{/yes}}\n{{= | | =}}\n|#yes|\n  {{planet}}\n  |planet|\n|/yes|\n]\n",
      gives: "[\n  maa\n  |planet|\n  {{planet}}\n  maa\n]\n"),
    Case("inverted sections too", "{{=| |=}}|^no||planet||/no|", gives: "maa"),
    Case(
      "not for a partial", "[ {{>p}} ]\n{{= | | =}}\n[ |>p| ]\n", ["p": ".{{planet}}."],
      gives: "[ .maa. ]\n[ .maa. ]\n"),
    Case(
      "nor from a partial", "[ {{>p}} ]\n[ .{{planet}}. .|planet|. ]\n",
      ["p": ".{{planet}}. {{= | | =}} .|planet|."], gives: "[ .maa.  .maa. ]\n[ .maa. .|planet|. ]\n"),
    Case("space around the tag stays", "| {{=@ @=}} |", gives: "|  |"),
    Case("within a line", " | {{=@ @=}}\n", gives: " | \n"),
    Case("alone on its line it leaves no line", "a\n{{=@ @=}}\nb\n", gives: "a\nb\n"),
    Case("indented too", "a\n  {{=@ @=}}\nb\n", gives: "a\nb\n"),
    Case("CR LF ends a line", "|\r\n{{= @ @ =}}\r\n|", gives: "|\r\n|"),
    Case("the first line has none before it", "  {{=@ @=}}\n=", gives: "="),
    Case("the last line needs no end", "=\n  {{=@ @=}}", gives: "=\n"),
    Case("space inside the tag is nothing", "|{{= @   @ =}}|", gives: "||"),
    Case("and back", "{{=@ @=}}@planet@@={{ }}=@{{planet}}", gives: "maamaa"),
  ])
  func delimiters(_ example: Case) {
    #expect(example.output == example.expected)
  }
}
