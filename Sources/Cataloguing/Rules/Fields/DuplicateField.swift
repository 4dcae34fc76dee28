import Diagnosing

/// A field is given once, whatever the language of its name.
enum DuplicateField: EntryRule {
  static let rule = Rule(
    "duplicate-field", .error,
    title: Localized(fi: "Kenttä annetaan kerran", sv: "Ett fält anges en gång", en: "A field is given once"),
    explanation: Localized(
      fi: "Kun sama kenttä on tiedostossa kahdesti, ei voi tietää, kumpi arvo pätee. Myös ”alue” ja ”region” ovat sama "
        + "kenttä. Poista toinen, tai kirjoita useampi arvo luetteloksi: alue: [Lempäälä, Jämsä].",
      sv:
        "Står samma fält två gånger i filen går det inte att veta vilket värde som gäller. Också ”område” och ”alue” är "
        + "samma fält. Ta bort det ena, eller skriv flera värden som en lista: område: [Esbo, Vanda].",
      en: "When a field stands twice in a file, nobody can tell which value holds. “region” and “alue” are the same "
        + "field too. Remove one, or write several values as a list: region: [Espoo, Vantaa]."),
    example: RuleExample(wrong: "vaihe: Kokeilu\nstage: Kokeilu", right: "vaihe: Kokeilu"))

  static func check(_ entry: MatchedEntry, _ schema: Schema) -> [Diagnostic] {
    entry.problems.compactMap { problem in
      guard case .duplicateKey(let first) = problem.kind, let field = problem.field else { return nil }
      let line = entry.line(of: first.lowerBound)
      let name = entry.file.text(first)
      return Diagnostic(
        rule, in: entry.file, at: problem.range,
        Localized(
          fi: "Kenttä ”\(field.labels.fi)” on annettu kahdesti",
          sv: "Fältet ”\(field.labels.sv)” är angivet två gånger",
          en: "The field “\(field.labels.en)” is given twice"),
        notes: [
          Localized(
            fi: "Ensimmäinen on rivillä \(line): \(name)", sv: "Det första står på rad \(line): \(name)",
            en: "The first stands on line \(line): \(name)")
        ])
    }
  }
}
