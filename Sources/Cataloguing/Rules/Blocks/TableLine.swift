import Diagnosing

/// Every line of a table is its caption or a row.
enum TableLine: EntryRule {
  static let rule = Rule(
    "table-line", .error,
    title: Localized(
      fi: "Taulukon rivi alkaa pystyviivalla |", sv: "En rad i en tabell börjar med ett lodstreck |",
      en: "A row of a table starts with a vertical bar |"),
    explanation: Localized(
      fi: "Taulukossa on ensin otsikko ja sitten rivejä, joiden solut ovat pystyviivojen välissä: | Hakkari | 10 |. "
        + "Muu teksti kuuluu taulukon ulkopuolelle.",
      sv: "En tabell har först en rubrik och sedan rader vars celler står mellan lodstreck: | Hakkari | 10 |. "
        + "Annan text hör hemma utanför tabellen.",
      en: "A table has its caption first and then rows, the cells between vertical bars: | Hakkari | 10 |. "
        + "Other text belongs outside the table."),
    example: RuleExample(
      wrong: "```taulukko\notsikko: Pienluokat\n| Koulu | Oppilaita |\nHakkari | 10 |\n```\n",
      right: "```taulukko\notsikko: Pienluokat\n| Koulu | Oppilaita |\n| Hakkari | 10 |\n```\n"))

  static func check(_ entry: MatchedEntry, _ schema: Schema) -> [Diagnostic] {
    entry.problems.compactMap { problem in
      guard case .table(.notARow) = problem.kind else { return nil }
      return Diagnostic(
        rule, in: entry.file, at: problem.range,
        Localized(
          fi: "Tämä rivi ei ole taulukon otsikko eikä rivi, joka alkaa pystyviivalla |",
          sv: "Den här raden är varken tabellens rubrik eller en rad som börjar med ett lodstreck |",
          en: "This line is neither the table's caption nor a row that starts with a vertical bar |"),
        notes: [rule.explanation], fix: fix(problem, in: entry.file, schema.template))
    }
  }

  /// The caption's key where it was misspelt or lacks its colon, or bars around lines that have some within.
  private static func fix(_ problem: Problem, in file: SourceFile, _ template: NationalTemplate) -> Fix? {
    let line = file.text(problem.range).replacing("**", with: "")
    let captions = template.blocks.compactMap(\.caption).flatMap(\.all)
    if line.contains(" | ") {
      return Fix(replacing: run(from: problem.range, in: file), with: barred(problem.range, file))
    }
    let key = line.prefix { $0 != ":" && $0 != " " }
    let rest = line.dropFirst(key.utf8.count).drop { $0 == ":" || $0 == " " }
    let isKnown = captions.contains { NameKey.of($0) == NameKey.of(String(key)) }
    let name = isKnown ? String(key) : NearestName.suggestions(for: String(key), among: captions, limit: 1).first
    let isBold = line.utf8.count < problem.range.count
    guard let name, !rest.isEmpty, isBold || line.contains(":") != isKnown else { return nil }
    return Fix(replacing: problem.range, with: "\(name): \(rest)")
  }

  /// The lines from one on that have bars within and none before.
  private static func run(from line: Range<Int>, in file: SourceFile) -> Range<Int> {
    lines(from: line, in: file).last.map { line.lowerBound..<$0.upperBound } ?? line
  }

  private static func barred(_ line: Range<Int>, _ file: SourceFile) -> String {
    var text = ""
    var end = line.lowerBound
    for line in lines(from: line, in: file) {
      text += file.text(end..<line.lowerBound) + "| " + file.text(line)
      if file.bytes[line].last != 0x7C { text += " |" }
      end = line.upperBound
    }
    return text
  }

  private static func lines(from first: Range<Int>, in file: SourceFile) -> [Range<Int>] {
    var lines = [first]
    while true {
      let start = file.bytes[lines[lines.count - 1].upperBound...].firstIndex { $0 != 0x0A && $0 != 0x0D && $0 != 0x20 }
      guard let start, file.bytes[start] != 0x7C, file.bytes[start] != 0x60 else { return lines }
      let line = start..<file.lineRange(at: start).upperBound
      guard file.text(line).contains(" | ") else { return lines }
      lines.append(line)
    }
  }
}
