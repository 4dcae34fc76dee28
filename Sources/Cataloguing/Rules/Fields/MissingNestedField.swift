import Diagnosing

/// A record has the nested fields that it cannot do without.
enum MissingNestedField: EntryRule {
  static let rule = Rule(
    "missing-nested-field", .error,
    title: Localized(
      fi: "Luettelon kohdassa ja lohkossa on sen pakolliset tiedot",
      sv: "En punkt i en lista och ett block har sina obligatoriska uppgifter",
      en: "An item of a list and a block hold what they cannot do without"),
    explanation: Localized(
      fi: "Linkillä on osoite, liitteellä ja kuvalla tiedosto ja portaalla otsikko. Ilman niitä kohtaa ei voi näyttää.",
      sv:
        "En länk har en adress, en bilaga och en bild en fil och ett steg en rubrik. Utan dem kan punkten inte visas.",
      en:
        "A link has an address, an attachment and a picture a file, and a step a title. Without it the item cannot be "
        + "shown."),
    example: RuleExample(
      wrong: "- kynnys: yli 50 h\n",
      right: "- kynnys: yli 50 h\n  otsikko: Konsultaatio\n"))

  static func check(_ entry: MatchedEntry, _ schema: Schema) -> [Diagnostic] {
    entry.problems.compactMap { problem in
      guard case .missingNested(let nested) = problem.kind, let owner = problem.field else { return nil }
      let key = nested.keys[entry.keyLanguage(schema)]
      return Diagnostic(
        rule, in: entry.file, at: problem.range,
        Localized(
          fi: "”\(owner.labels.fi)”: kohta ”\(nested.labels.fi)” puuttuu",
          sv: "”\(owner.labels.sv)”: punkten ”\(nested.labels.sv)” saknas",
          en: "“\(owner.labels.en)”: the item “\(nested.labels.en)” is missing"),
        notes: [
          Localized(
            fi: "Lisää rivi ”\(key): …”. \(nested.help.fi)", sv: "Lägg till raden ”\(key): …”. \(nested.help.sv)",
            en: "Add a line “\(key): …”. \(nested.help.en)")
        ])
    }
  }
}
