import Diagnosing

/// A required field has a value.
enum EmptyField: EntryRule {
  static let rule = Rule(
    "empty-field", .error,
    title: Localized(
      fi: "Pakollisella kentällä on arvo", sv: "Ett obligatoriskt fält har ett värde",
      en: "A required field has a value"),
    explanation: Localized(
      fi: "Kentän nimi on tiedostossa, mutta arvo puuttuu. Kirjoita arvo kaksoispisteen ja välin jälkeen. "
        + "Vapaaehtoisen kentän voi jättää tyhjäksi tai poistaa.",
      sv: "Fältets namn finns i filen men värdet saknas. Skriv värdet efter kolon och mellanslag. "
        + "Ett frivilligt fält kan lämnas tomt eller tas bort.",
      en: "The field's name is in the file, but its value is not. Write the value after the colon and a space. "
        + "An optional field may be left empty or taken away."),
    example: RuleExample(wrong: "vaihe:", right: "vaihe: Kokeilu"))

  static func check(_ entry: MatchedEntry, _ schema: Schema) -> [Diagnostic] {
    entry.problems.compactMap { problem in
      guard case .empty = problem.kind, let field = problem.field else { return nil }
      return Diagnostic(
        rule, in: entry.file, at: problem.range,
        Localized(
          fi: "Kenttä ”\(field.labels.fi)” on tyhjä", sv: "Fältet ”\(field.labels.sv)” är tomt",
          en: "The field “\(field.labels.en)” is empty"),
        notes: [field.help] + Expectation.example(of: field))
    }
  }
}
