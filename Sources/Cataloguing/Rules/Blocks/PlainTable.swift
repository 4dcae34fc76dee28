import Diagnosing
import Reading

/// A table stands in a block of its own, so that it is read as one.
enum PlainTable: TextRule {
  static let rule = Rule(
    "plain-table", .error,
    title: Localized(
      fi: "Taulukko kirjoitetaan lohkoon ```taulukko", sv: "En tabell skrivs i ett block ```tabell",
      en: "A table is written in a block ```table"),
    explanation: Localized(
      fi: "Ilman lohkoa rivit näkyvät sivulla pystyviivoineen yhtenä kappaleena. Kirjoita ennen taulukkoa rivi "
        + "```taulukko ja rivi ”otsikko: Mitä taulukossa on”, ja taulukon jälkeen rivi ```.",
      sv: "Utan blocket visas raderna med sina lodstreck som ett stycke. Skriv före tabellen en rad ```tabell och en "
        + "rad ”rubrik: Vad tabellen visar”, och efter den en rad ```.",
      en: "Without the block, the rows show as one paragraph, bars and all. Before the table write a line ```table and "
        + "a line “title: What the table shows”, and after it a line ```."),
    example: RuleExample(
      wrong: "| Koulu | Tunteja |\n|---|---|\n| Rantakylä | 12 |\n",
      right: "```taulukko\notsikko: Tunnit\n| Koulu | Tunteja |\n|---|---|\n| Rantakylä | 12 |\n```\n"))

  static func check(_ text: WrittenText) -> [Diagnostic] {
    barred(text) + tabbed(text)
      + BarredRows.tables(in: text).map {
        Diagnostic(rule, in: text.file, at: $0, rule.title, notes: [bars])
      }
  }

  /// Two neighbouring lines or more with tabs, as Word and Excel copy a table.
  private static func tabbed(_ text: WrittenText) -> [Diagnostic] {
    let lines = text.inBody(text.signs.tabbedLines)
    if lines.count < 2 { return [] }
    let (file, code) = (text.file, CodeAreas(text.entry))
    var found: [Diagnostic] = []
    var last: Range<Int>?
    var isTold = false
    for line in lines where !code.contains(line) {
      let whole = file.lineRange(at: line)
      if let above = last, line - above.upperBound <= 2 {
        if !isTold { found.append(Diagnostic(rule, in: file, at: above, rule.title, notes: [tabs])) }
        isTold = true
      } else {
        isTold = false
      }
      last = whole
    }
    return found
  }

  private static let tabs = Localized(
    fi:
      "Nämä rivit ovat luultavasti taulukko, joka on kopioitu toisesta ohjelmasta: sarkaimet katoavat, ja rivit valuvat "
      + "yhdeksi kappaleeksi. Kirjoita ennen taulukkoa rivi ```taulukko ja rivi ”otsikko: Mitä taulukossa on”, solujen "
      + "väliin |, otsikkorivin alle |---|---| ja taulukon jälkeen rivi ```.",
    sv: "De här raderna är troligen en tabell som har kopierats ur ett annat program: tabbarna försvinner och raderna "
      + "flyter ihop till ett stycke. Skriv före tabellen en rad ```tabell och en rad ”rubrik: Vad tabellen visar”, | "
      + "mellan cellerna, |---|---| under rubrikraden och efter tabellen en rad ```.",
    en: "These lines are probably a table that was copied from another program: the tabs disappear, and the lines run "
      + "together. Before the table write a line ```table and a line “title: What the table shows”, | between the cells, "
      + "|---|---| below the header, and after it a line ```.")

  private static let bars = Localized(
    fi:
      "Nämä rivit ovat luultavasti taulukko: sivulla ne valuvat pystyviivoineen yhdeksi kappaleeksi. Kirjoita ennen "
      + "taulukkoa rivi ```taulukko ja rivi ”otsikko: Mitä taulukossa on”, otsikkorivin alle |---|---| ja taulukon "
      + "jälkeen rivi ```.",
    sv: "De här raderna är troligen en tabell: på sidan flyter de ihop till ett stycke med sina lodstreck. Skriv före "
      + "tabellen en rad ```tabell och en rad ”rubrik: Vad tabellen visar”, |---|---| under rubrikraden och efter tabellen "
      + "en rad ```.",
    en:
      "These lines are probably a table: on the page they run together into one paragraph, bars and all. Before the table "
      + "write a line ```table and a line “title: What the table shows”, |---|---| below the header, and after it a line ```."
  )

  private static func barred(_ text: WrittenText) -> [Diagnostic] {
    let rulers = text.inBody(text.signs.tableRulers)
    if rulers.isEmpty { return [] }
    let code = CodeAreas(text.entry)
    return rulers.filter { !code.contains($0) }.map { ruler in
      let file = text.file
      // The header is the line above, where there is one.
      let above = file.lineRange(at: max(0, ruler - (file.bytes[max(0, ruler - 1)] == 0x0A ? 1 : 0)))
      let before = ruler > 1 && file.bytes[ruler - 2] == 0x0D ? ruler - 2 : ruler - 1
      let header = file.lineRange(at: max(above.lowerBound, before))
      let line = header.isEmpty || header.lowerBound >= ruler ? file.lineRange(at: ruler) : header
      return Diagnostic(rule, in: file, at: line, rule.title, notes: [rule.explanation])
    }
  }
}
