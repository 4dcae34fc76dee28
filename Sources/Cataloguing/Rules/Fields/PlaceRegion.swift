import Diagnosing

/// The region that is chosen holds, or lies in, one that the place names.
enum PlaceRegion: EntryRule {
  static let rule = Rule(
    "place-region", .warning,
    title: Localized(
      fi: "Toteutuspaikka on valitulla alueella", sv: "Platsen ligger i det valda området",
      en: "The place lies in the chosen region"),
    explanation: Localized(
      fi:
        "Toteutuspaikassa mainitaan kunta, maakunta tai hyvinvointialue, joka ei ole valitulla alueella. Tarkista kumpikin. "
        + "Valtakunnallinen sopii kaikkiin paikkoihin, samoin kunnan maakunta ja hyvinvointialue.",
      sv:
        "Platsen nämner en kommun, ett landskap eller ett välfärdsområde som inte ligger i det valda området. Kontrollera "
        + "båda. Riksomfattande passar alla platser, likaså kommunens landskap och välfärdsområde.",
      en: "The place names a municipality, region or wellbeing services county that does not lie in the chosen region. "
        + "Check both. Nationwide fits every place, and so do a municipality's region and county."),
    example: RuleExample(
      wrong: "toteutuspaikka: Jämsän koulut\nalue: Lempäälä",
      right: "toteutuspaikka: Esimerkkilän koulut\nalue: Lempäälä"))

  static func check(_ entry: MatchedEntry, _ schema: Schema) -> [Diagnostic] {
    guard let finder = schema.places, let containment = schema.containment, let vocabulary = schema.regionVocabulary,
      let place = schema.template.field(.place), let region = schema.template.field(.region),
      case .text(let text)? = entry.fields[place]?.value, case .terms(let chosen)? = entry.fields[region]?.value
    else { return [] }
    let named = finder.regions(in: text)
    let regions = chosen.map(\.value.term)
    func overlap(_ a: Int) -> Bool { regions.contains { containment.overlap(a, $0) } }
    if named.isEmpty || named.contains(where: overlap) { return [] }
    // `Turku` and `Nokia` are names of other things too: they do not accuse, but they excuse.
    if finder.ambiguousRegions(in: text).contains(where: overlap) { return [] }

    let labels = (schema.template.fields[place].labels, schema.template.fields[region].labels)
    func list(_ terms: [Int], _ language: Language) -> String {
      terms.map { vocabulary.terms[$0].names[language] }.joined(separator: ", ")
    }
    let line = entry.fields[place].map { entry.line(of: $0.range.lowerBound) } ?? 1
    return [
      Diagnostic(
        rule, in: entry.file, at: chosen[0].range,
        Localized(
          fi: "”\(labels.0.fi)” (\(list(named, .fi))) ei ole alueella \(list(regions, .fi))",
          sv: "”\(labels.0.sv)” (\(list(named, .sv))) ligger inte i området \(list(regions, .sv))",
          en: "“\(labels.0.en)” (\(list(named, .en))) does not lie in \(list(regions, .en))"),
        notes: [
          Localized(
            fi: "Tarkista kenttä ”\(labels.1.fi)” tai rivin \(line) ”\(labels.0.fi)”",
            sv: "Kontrollera fältet ”\(labels.1.sv)” eller ”\(labels.0.sv)” på rad \(line)",
            en: "Check the field “\(labels.1.en)” or “\(labels.0.en)” on line \(line)")
        ])
    ]
  }
}
