import Diagnosing

/// A value of a vocabulary is one that the vocabulary knows, by any of its names.
enum UnknownValue: EntryRule {
  static let rule = Rule(
    "unknown-value", .error,
    title: Localized(
      fi: "Arvo on kentän luettelosta", sv: "Värdet finns i fältets lista", en: "The value is one of the field's list"),
    explanation: Localized(
      fi: "Alueelle, rahoittajalle ja vaiheelle on luettelo, jotta mallit löytyvät niiden mukaan. "
        + "Luettelon nimistä käy mikä tahansa: STM tai Sosiaali- ja terveysministeriö.",
      sv: "För område, finansiär och skede finns en lista, så att modellerna hittas med hjälp av dem. "
        + "Vilket som helst av listans namn duger: SHM eller Social- och hälsovårdsministeriet.",
      en: "Region, funder and stage have a list, so that models can be found by them. "
        + "Any of the list's names will do: STM or Ministry of Social Affairs and Health."),
    example: RuleExample(wrong: "vaihe: Kokeillu", right: "vaihe: Kokeilu"))

  static func check(_ entry: MatchedEntry, _ schema: Schema) -> [Diagnostic] {
    entry.problems.compactMap { problem in
      guard case .unknownTerm(let index) = problem.kind, let field = problem.field else { return nil }
      return diagnostic(problem, field, schema.vocabularies.all[index], in: entry)
    }
  }

  private static func diagnostic(
    _ problem: Problem, _ field: FieldDefinition, _ vocabulary: Vocabulary, in entry: MatchedEntry
  ) -> Diagnostic {
    let names = vocabulary.terms.flatMap { $0.names.all + $0.otherNames }
    let near = NearestName.suggestions(for: problem.text, among: names)
    return Diagnostic(
      rule, in: entry.file, at: problem.range,
      Localized(
        fi: "Kentässä ”\(field.labels.fi)” ei ole arvoa ”\(problem.text)”",
        sv: "Fältet ”\(field.labels.sv)” har inte värdet ”\(problem.text)”",
        en: "The field “\(field.labels.en)” has no value “\(problem.text)”"),
      notes: [note(near, vocabulary)],
      fix: near.first.map { Fix(replacing: problem.range, with: $0, isSafe: near.count == 1) })
  }

  /// The nearest names, or all of a short list.
  private static func note(_ near: [String], _ vocabulary: Vocabulary) -> Localized {
    if vocabulary.terms.count <= 12 {
      func list(_ language: Language) -> String { vocabulary.terms.map { $0.names[language] }.joined(separator: ", ") }
      return Localized(
        fi: "Arvot ovat: \(list(.fi))", sv: "Värdena är: \(list(.sv))", en: "The values are: \(list(.en))")
    }
    if !near.isEmpty {
      let list = near.joined(separator: ", ")
      return Localized(fi: "Lähimmät: \(list)", sv: "Närmast: \(list)", en: "Nearest: \(list)")
    }
    let file = "content/vocabularies/\(vocabulary.id).yaml"
    return Localized(
      fi: "Kaikki arvot ovat tiedostossa \(file)", sv: "Alla värden finns i filen \(file)",
      en: "All values stand in the file \(file)")
  }
}
