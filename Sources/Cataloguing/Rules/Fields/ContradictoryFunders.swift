import Diagnosing

/// A practice without funding names no funder beside it.
enum ContradictoryFunders: EntryRule {
  static let rule = Rule(
    "contradictory-funders", .warning,
    title: Localized(
      fi: "Rahoittajat eivät ole ristiriidassa", sv: "Finansiärerna motsäger inte varandra",
      en: "The funders do not contradict each other"),
    explanation: Localized(
      fi:
        "Ei erillisrahoitusta ja Ei ilmoitettu tarkoittavat, ettei rahoittajaa ole tai sitä ei tiedetä. Ne ovat siksi "
        + "yksinään. Poista joko ne tai nimetty rahoittaja.",
      sv: "Ingen särskild finansiering och Ej angiven betyder att det inte finns någon finansiär eller att den inte är "
        + "känd. De står därför ensamma. Ta bort antingen dem eller den namngivna finansiären.",
      en:
        "No separate funding and Not stated mean that there is no funder or that it is not known. So they stand alone. "
        + "Remove either them or the funder that is named."),
    example: RuleExample(
      wrong: "rahoittaja:\n  - Opetus- ja kulttuuriministeriö\n  - Ei erillisrahoitusta",
      right: "rahoittaja:\n  - Opetus- ja kulttuuriministeriö\n  - Kunta"))

  static func check(_ entry: MatchedEntry, _ schema: Schema) -> [Diagnostic] {
    guard let index = schema.template.field(.funder), case .terms(let terms)? = entry.fields[index]?.value,
      terms.count > 1, let none = terms.first(where: { schema.vocabularies[$0.value].kind == "none" })
    else { return [] }
    let labels = schema.template.fields[index].labels
    let name = schema.vocabularies[none.value].names
    let others = terms.filter { $0.value != none.value }.map { schema.vocabularies[$0.value].names }
    func list(_ language: Language) -> String { others.map { $0[language] }.joined(separator: ", ") }
    return [
      Diagnostic(
        rule, in: entry.file, at: none.range,
        Localized(
          fi: "Kentässä ”\(labels.fi)” on ”\(name.fi)” ja myös \(list(.fi))",
          sv: "Fältet ”\(labels.sv)” har ”\(name.sv)” och dessutom \(list(.sv))",
          en: "The field “\(labels.en)” has “\(name.en)” and also \(list(.en))"))
    ]
  }
}
