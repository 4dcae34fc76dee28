import Diagnosing
import Reading

/// Sections stand in the template's order.
enum MisorderedSection: EntryRule {
  static let rule = Rule(
    "misordered-section", .warning,
    title: Localized(
      fi: "Osiot ovat kuvauspohjan järjestyksessä", sv: "Avsnitten står i mallens ordning",
      en: "Sections stand in the template's order"),
    explanation: Localized(
      fi: "Lukija löytää asian nopeammin, kun osiot ovat joka mallissa samassa järjestyksessä. "
        + "Siirrä osio otsikkoineen oikealle paikalleen.",
      sv: "Läsaren hittar snabbare när avsnitten står i samma ordning i varje modell. "
        + "Flytta avsnittet med sin rubrik till rätt plats.",
      en: "Readers find things faster when the sections stand in the same order in every model. "
        + "Move the section with its heading to its place."),
    example: RuleExample(
      wrong: later + "\n\n" + earlier, right: earlier + "\n\n" + later))

  private static let earlier = """
    ## Kohderyhmä ja asiakasymmärrys

    Malli on tarkoitettu oppilaille, joiden poissaolot huolestuttavat. Tarpeet selvitettiin kyselyllä:

    - oppilaat toivoivat, että joku kysyy vointia
    - huoltajat toivoivat tietoa ajoissa.
    """

  private static let later = """
    ## Toimivuuden ja käyttöönoton ehdot

    Jokaisella portaalla on oltava nimetty vastuuhenkilö.
    """

  static func check(_ entry: MatchedEntry, _ schema: Schema) -> [Diagnostic] {
    guard entry.hasReadableSections else { return [] }
    let known = entry.sections.compactMap(\.definition)
    if zip(known, known.dropFirst()).allSatisfy(<) { return [] }
    // Of a section that stands twice the first counts; a rule of its own tells of the other.
    var seen: Set<Int> = []
    let sections = entry.sections.filter { $0.definition.map { seen.insert($0).inserted } ?? false }
    let order = sections.compactMap(\.definition)
    if zip(order, order.dropFirst()).allSatisfy(<) { return [] }
    let kept = longestRise(order)
    return order.indices.filter { !kept.contains($0) }.map { position in
      diagnostic(
        sections[position], before: kept.first { order[$0] > order[position] }.map { order[$0] }, entry, schema)
    }
  }

  /// Positions of the longest run, not of neighbours only, whose numbers rise; what is left is the least
  /// that must be moved. Of several the one whose members stand first.
  static func longestRise(_ numbers: [Int]) -> [Int] {
    // By its first member: the longest run from there on.
    var runs: [[Int]] = numbers.indices.map { [$0] }
    for first in numbers.indices.reversed() {
      for next in numbers.indices where next > first && numbers[next] > numbers[first] {
        if runs[next].count + 1 > runs[first].count { runs[first] = [first] + runs[next] }
      }
    }
    return runs.reduce([]) { $1.count > $0.count ? $1 : $0 }
  }

  private static func diagnostic(
    _ section: MatchedSection, before next: Int?, _ entry: MatchedEntry, _ schema: Schema
  ) -> Diagnostic {
    let sections = schema.template.sections
    let labels = section.definition.map { sections[$0].labels } ?? Localized(same: section.heading.text)
    let message =
      next.map { sections[$0].labels }.map { next in
        Localized(
          fi: "Osio ”\(labels.fi)” kuuluu ennen osiota ”\(next.fi)”",
          sv: "Avsnittet ”\(labels.sv)” hör före avsnittet ”\(next.sv)”",
          en: "The section “\(labels.en)” belongs before the section “\(next.en)”")
      }
      ?? Localized(
        fi: "Osio ”\(labels.fi)” kuuluu myöhemmäksi", sv: "Avsnittet ”\(labels.sv)” hör längre ner",
        en: "The section “\(labels.en)” belongs further down")
    return Diagnostic(rule, in: entry.file, at: section.heading.range, message, notes: [rule.explanation])
  }
}
