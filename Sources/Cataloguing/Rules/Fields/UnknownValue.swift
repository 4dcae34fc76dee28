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
      let vocabulary = schema.vocabularies.all[index]
      return several(problem, field, vocabulary, in: entry) ?? diagnostic(problem, field, vocabulary, in: entry)
    }
  }

  private static func diagnostic(
    _ problem: Problem, _ field: FieldDefinition, _ vocabulary: Vocabulary, in entry: MatchedEntry
  ) -> Diagnostic {
    let near = TermGuess.ranked(for: problem.text, in: vocabulary, entry.language)
    let advice = near.isEmpty && vocabulary.terms.count > listed ? [field.help] : []
    return Diagnostic(
      rule, in: entry.file, at: problem.range, message(problem, field),
      notes: [note(near.prefix(3).map(\.name), vocabulary)] + advice,
      fix: near.first.map {
        Fix(
          replacing: problem.range, with: YAMLText.plain($0.name),
          isSafe: TermGuess.isCertain(near, for: problem.text))
      })
  }

  private static func message(_ problem: Problem, _ field: FieldDefinition) -> Localized {
    Localized(
      fi: "Kentässä ”\(field.labels.fi)” ei ole arvoa ”\(problem.text)”",
      sv: "Fältet ”\(field.labels.sv)” har inte värdet ”\(problem.text)”",
      en: "The field “\(field.labels.en)” has no value “\(problem.text)”")
  }

  /// Known values on one line that is no list: `STM, Kunta`.
  private static func several(
    _ problem: Problem, _ field: FieldDefinition, _ vocabulary: Vocabulary, in entry: MatchedEntry
  ) -> Diagnostic? {
    guard case .terms(_, many: true) = field.type, entry.fields.contains(where: { $0?.range == problem.range }) else {
      return nil
    }
    let separators = [",", ";", "/", " & ", " + ", " ja ", " och ", " and ", "\n"]
    let parts = separators.reduce(problem.text) { $0.replacing($1, with: "\u{1F}") }
      .split(separator: "\u{1F}").map { part in
        String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
    guard parts.count > 1, parts.allSatisfy({ vocabulary.term(named: $0) != nil }) else { return nil }
    return Diagnostic(
      rule, in: entry.file, at: problem.range, message(problem, field),
      notes: [
        Localized(
          fi: "Useampi arvo kirjoitetaan luetteloksi hakasulkeisiin tai omille riveilleen viivan jälkeen",
          sv: "Flera värden skrivs som en lista inom hakparenteser eller på egna rader efter ett streck",
          en: "Several values are written as a list in brackets, or on lines of their own after a hyphen")
      ],
      fix: Fix(
        replacing: problem.range, with: "[\(parts.map(YAMLText.inBrackets).joined(separator: ", "))]", isSafe: true))
  }

  /// How many values are still read through in a message.
  private static let listed = 12

  /// All values of a short list, or the nearest names.
  private static func note(_ near: [String], _ vocabulary: Vocabulary) -> Localized {
    if vocabulary.terms.count <= listed {
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
