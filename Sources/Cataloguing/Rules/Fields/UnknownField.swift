import Diagnosing

/// A key names a field of the template, in any of its languages.
enum UnknownField: EntryRule {
  static let rule = Rule(
    "unknown-field", .error,
    title: Localized(
      fi: "Kentän nimi on kuvauspohjan mukainen", sv: "Ett fältnamn finns i mallen",
      en: "A field's name is one of the template's"),
    explanation: Localized(
      fi:
        "Kentän nimen voi kirjoittaa suomeksi, ruotsiksi tai englanniksi. Väärin kirjoitettu kenttä jäisi pois sivulta, "
        + "joten siitä kerrotaan aina. Jos tieto ei kuulu mihinkään kenttään, kirjoita se kuvaukseen.",
      sv: "Ett fältnamn kan skrivas på finska, svenska eller engelska. Ett felstavat fält skulle saknas på sidan, "
        + "så det påpekas alltid. Hör uppgiften inte till något fält skrivs den i beskrivningen.",
      en: "A field's name may be written in Finnish, Swedish or English. A misspelt one would be left off the page, "
        + "so it is always pointed out. What belongs to no field goes into the text."),
    example: RuleExample(wrong: "vaihee: Kokeilu", right: "vaihe: Kokeilu"))

  static func check(_ entry: MatchedEntry, _ schema: Schema) -> [Diagnostic] {
    entry.problems.compactMap { problem in
      guard case .unknownKey(let guess, let fields) = problem.kind else { return nil }
      let place = whereItBelongs(problem, isNested: problem.field != nil, schema)
      let isClear = guess?.isCertain ?? (place != nil)
      return Diagnostic(
        rule, in: entry.file, at: problem.range, message(problem, guess.map { ($0.name, fields[$0.field]) }),
        notes: [place, isClear ? nil : known(fields, in: entry, schema)].compactMap(\.self),
        fix: guess.map { Fix(replacing: problem.range, with: $0.name, isSafe: $0.isCertain) }
          ?? indentation(problem, in: entry, schema))
    }
  }

  /// The blanks that a nested key has lost: those of the nested key above it.
  private static func indentation(_ problem: Problem, in entry: MatchedEntry, _ schema: Schema) -> Fix? {
    guard problem.field == nil, !schema.template.fields.filter({ $0.field(named: problem.text) != nil }).isEmpty,
      let above = entry.entry.fields.last(where: { $0.value.range.upperBound <= problem.range.lowerBound }),
      let last = above.value.sequence?.last?.mapping?.last ?? above.value.mapping?.last
    else { return nil }
    let column = entry.file.position(at: last.keyRange.lowerBound).column - 1
    let line = entry.file.lineRange(at: problem.range.lowerBound).lowerBound
    guard column > 0, line == problem.range.lowerBound else { return nil }
    return Fix(replacing: line..<line, with: String(repeating: " ", count: column))
  }

  private static func message(_ problem: Problem, _ guess: (name: String, field: FieldDefinition)?) -> Localized {
    var message = Localized(
      fi: "Kenttää ”\(problem.text)” ei ole", sv: "Fältet ”\(problem.text)” finns inte",
      en: "There is no field “\(problem.text)”")
    if let owner = problem.field {
      message = Localized(
        fi: "”\(owner.labels.fi)”: kohtaa ”\(problem.text)” ei ole",
        sv: "”\(owner.labels.sv)”: punkten ”\(problem.text)” finns inte",
        en: "“\(owner.labels.en)”: there is no item “\(problem.text)”")
    }
    guard let (name, field) = guess else { return message }
    func label(_ language: Language) -> String {
      field.allNames.contains(field.labels[language]) && NameKey.of(field.labels[language]) != NameKey.of(name)
        ? " (\(field.labels[language]))" : ""
    }
    message.fi += "; tarkoititko ”\(name)”\(label(.fi))?"
    message.sv += "; menade du ”\(name)”\(label(.sv))?"
    message.en += "; did you mean “\(name)”\(label(.en))?"
    return message
  }

  /// A name that is known elsewhere: a section's, a nested key's or a field's.
  private static func whereItBelongs(_ problem: Problem, isNested: Bool, _ schema: Schema) -> Localized? {
    let template = schema.template
    if let section = template.section(named: problem.text) {
      let label = template.sections[section].labels
      return Localized(
        fi: "”\(label.fi)” on kuvauksen osio: kirjoita tietojen jälkeen rivi ”## \(label.fi)” ja teksti sen alle",
        sv: "”\(label.sv)” är ett avsnitt: skriv raden ”## \(label.sv)” efter uppgifterna och texten under den",
        en: "“\(label.en)” is a section: write the line “## \(label.en)” after the fields and the text under it")
    }
    if isNested {
      guard template.field(named: problem.text) != nil else { return nil }
      return Localized(
        fi: "”\(problem.text)” on oma kenttänsä: kirjoita se rivin alkuun ilman sisennystä",
        sv: "”\(problem.text)” är ett eget fält: skriv det i början av en rad utan indrag",
        en: "“\(problem.text)” is a field of its own: write it at the start of a line")
    }
    let owners = template.fields.filter { $0.field(named: problem.text) != nil }
    if owners.isEmpty { return nil }
    func list(_ language: Language) -> String { owners.map { "\($0.keys[language]):" }.joined(separator: ", ") }
    return Localized(
      fi: "”\(problem.text)” kirjoitetaan sisennettynä rivin \(list(.fi)) alle",
      sv: "”\(problem.text)” skrivs med indrag under raden \(list(.sv))",
      en: "“\(problem.text)” is written with an indentation under the line \(list(.en))")
  }

  private static func known(_ fields: [FieldDefinition], in entry: MatchedEntry, _ schema: Schema) -> Localized {
    let language = entry.keyLanguage(schema)
    let list = fields.map { $0.keys[language] }.joined(separator: ", ")
    return Localized(fi: "Kentät ovat: \(list)", sv: "Fälten är: \(list)", en: "The fields are: \(list)")
  }
}
