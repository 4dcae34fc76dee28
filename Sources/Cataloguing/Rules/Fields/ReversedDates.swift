import Diagnosing

/// What ends or changes does so after its beginning.
enum ReversedDates: EntryRule {
  static let rule = Rule(
    "reversed-dates", .error,
    title: Localized(
      fi: "Alku on ennen loppua", sv: "Början kommer före slutet", en: "A beginning comes before its end"),
    explanation: Localized(
      fi: "Kuvausta ei voi muokata ennen kuin se on luotu, eikä kausi voi loppua ennen kuin se alkaa. Tarkista vuodet: "
        + "tavallisin syy on väärä vuosiluku.",
      sv: "En beskrivning kan inte ändras innan den har skapats, och en period kan inte sluta innan den börjar. "
        + "Kontrollera åren: den vanligaste orsaken är ett fel årtal.",
      en: "A description cannot be changed before it is created, nor can a period end before it starts. Check the "
        + "years: the usual cause is a wrong one."),
    example: RuleExample(
      wrong: "luotu: 1.8.2025\nmuokattu: 15.1.2025",
      right: "luotu: 1.8.2025\nmuokattu: 15.1.2026"))

  static func check(_ entry: MatchedEntry, _ schema: Schema) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if let diagnostic = modifiedBeforeCreated(entry, schema) { found.append(diagnostic) }
    for case let field? in entry.fields {
      guard case .record(let record)? = field.value else { continue }
      for (id, located) in record.values {
        guard case .period(let period) = located.value, period.end < period.start,
          let definition = schema.template.fields[field.definition].fields.first(where: { $0.id == id })
        else { continue }
        found.append(reversed(period, at: located.range, definition, in: entry))
      }
    }
    return found
  }

  private static func modifiedBeforeCreated(_ entry: MatchedEntry, _ schema: Schema) -> Diagnostic? {
    let template = schema.template
    guard let first = template.field(.created), let last = template.field(.modified),
      let created = entry.fields[first], let modified = entry.fields[last],
      case .date(let start)? = created.value, case .date(let end)? = modified.value, end < start
    else { return nil }
    let labels = (template.fields[first].labels, template.fields[last].labels)
    let line = entry.line(of: created.range.lowerBound)
    return Diagnostic(
      rule, in: entry.file, at: modified.range,
      Localized(
        fi: "”\(labels.1.fi)” (\(end.dotted)) ei voi olla ennen päivää ”\(labels.0.fi)” (\(start.dotted))",
        sv: "”\(labels.1.sv)” (\(end.dotted)) kan inte vara före ”\(labels.0.sv)” (\(start.dotted))",
        en: "“\(labels.1.en)” (\(end.iso)) cannot be before “\(labels.0.en)” (\(start.iso))"),
      notes: [
        Localized(
          fi: "”\(labels.0.fi)” on rivillä \(line)", sv: "”\(labels.0.sv)” står på rad \(line)",
          en: "“\(labels.0.en)” stands on line \(line)")
      ])
  }

  private static func reversed(_ period: Period, at range: Range<Int>, _ field: FieldDefinition, in entry: MatchedEntry)
    -> Diagnostic
  {
    let meant = Period(start: period.end, end: period.start, isYears: period.isYears)
    return Diagnostic(
      rule, in: entry.file, at: range,
      Localized(
        fi: "”\(field.labels.fi)”: loppu ei voi olla ennen alkua",
        sv: "”\(field.labels.sv)”: slutet kan inte vara före början",
        en: "“\(field.labels.en)”: the end cannot be before the start"),
      fix: Fix(replacing: range, with: meant.text))
  }
}
