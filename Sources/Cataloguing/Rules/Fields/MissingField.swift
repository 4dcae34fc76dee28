import Diagnosing

/// A field that the template requires is there.
enum MissingField: EntryRule {
  static let rule = Rule(
    "missing-field", .error,
    title: Localized(
      fi: "Pakollinen kenttä on annettu", sv: "Ett obligatoriskt fält finns", en: "A required field is given"),
    explanation: Localized(
      fi: "Jokaisesta mallista kerrotaan nimi, lyhyt kuvaus, paikka, alue, rahoittaja, vaihe ja päivämäärät. "
        + "Niiden avulla malli löytyy. Lisää puuttuva rivi tiedoston alkuun ---rivien väliin.",
      sv: "För varje modell anges namn, kort beskrivning, plats, område, finansiär, skede och datum. "
        + "Med hjälp av dem hittar man modellen. Lägg till raden som saknas mellan ---raderna i filens början.",
      en: "Every model gives its title, summary, place, region, funder, stage and dates. "
        + "They are what people find it by. Add the missing line between the --- lines at the start of the file."),
    example: RuleExample(wrong: "", right: "vaihe: Kokeilu\n"))

  static func check(_ entry: MatchedEntry, _ schema: Schema) -> [Diagnostic] {
    guard entry.entry.hasReadableFields else { return [] }
    let template = schema.template
    return entry.fields.indices.compactMap { index in
      if entry.fields[index] != nil || !template.fields[index].required.applies(atStage: entry.stage) { return nil }
      return diagnostic(template.fields[index], in: entry)
    }
  }

  private static func diagnostic(_ field: FieldDefinition, in entry: MatchedEntry) -> Diagnostic {
    let start = entry.entry.frontMatterRange.lowerBound
    let line = start + 3
    return Diagnostic(
      rule, in: entry.file, at: start..<line,
      Localized(
        fi: "Kenttä ”\(field.labels.fi)” puuttuu", sv: "Fältet ”\(field.labels.sv)” saknas",
        en: "The field “\(field.labels.en)” is missing"),
      notes: [
        Localized(
          fi: "Lisää rivi ”\(field.keys.fi): …”. \(field.help.fi)",
          sv: "Lägg till raden ”\(field.keys.sv): …”. \(field.help.sv)",
          en: "Add a line “\(field.keys.en): …”. \(field.help.en)")
      ])
  }
}
