import Diagnosing

/// The figures of the funding add up, as far as they were rounded.
enum FundingSums: EntryRule {
  static let rule = Rule(
    "funding-sums", .warning,
    title: Localized(
      fi: "Rahoituksen luvut täsmäävät", sv: "Finansieringens siffror stämmer överens", en: "The funding adds up"),
    explanation: Localized(
      fi: "Avustus ja omarahoitus ovat yhteensä kokonaisbudjetti, ja omarahoitusosuus on omarahoitus jaettuna "
        + "kokonaisbudjetilla. Pyöristys sallitaan niin tarkkaan kuin luvut on annettu: 17 000 on 30 % 57 000:sta.",
      sv:
        "Bidraget och egenfinansieringen är tillsammans totalbudgeten, och den egna andelen är egenfinansieringen delad "
        + "med totalbudgeten. Avrundning tillåts med den noggrannhet som siffrorna är angivna med: 17 000 är 30 % av 57 000.",
      en:
        "The grant and the own share make up the total, and the own percentage is the own share divided by the total. "
        + "Rounding is allowed as far as the figures are stated: 17,000 is 30 % of 57,000."),
    example: RuleExample(
      wrong: "  kokonaisbudjetti: 60 000 €",
      right: "  kokonaisbudjetti: 50 000 €"))

  static func check(_ entry: MatchedEntry, _ schema: Schema) -> [Diagnostic] {
    guard let index = schema.template.field(.funding), case .record(let record)? = entry.fields[index]?.value else {
      return []
    }
    let funding = Funding(record)
    guard let fault = funding.fault else { return [] }
    return diagnostic(fault, record, schema.template.fields[index], in: entry).map { [$0] } ?? []
  }

  private static func diagnostic(
    _ fault: Funding.Fault, _ record: Record, _ field: FieldDefinition, in entry: MatchedEntry
  ) -> Diagnostic? {
    func label(_ part: Funding.Part, _ language: Language) -> String {
      field.fields.first { $0.id == part.rawValue }?.labels[language] ?? part.rawValue
    }
    guard let located = record.located(fault.part.rawValue) else { return nil }
    let fix = fault.expected.map { Fix(replacing: located.range, with: $0) }
    func note(_ language: Language) -> String {
      let sum = "\(label(.grant, language)) + \(label(.ownShare, language)) = \(label(.total, language))"
      let share = "\(label(.ownShare, language)) / \(label(.total, language)) = \(label(.ownPercentage, language))"
      return "\(sum); \(share)"
    }
    return Diagnostic(
      rule, in: entry.file, at: located.range,
      Localized(
        fi: "”\(field.labels.fi)”: \(label(fault.part, .fi)) ei täsmää muihin lukuihin",
        sv: "”\(field.labels.sv)”: \(label(fault.part, .sv)) stämmer inte med de andra siffrorna",
        en: "“\(field.labels.en)”: \(label(fault.part, .en)) does not agree with the other figures"),
      notes: [Localized(fi: note(.fi), sv: note(.sv), en: note(.en))]
        + (fault.expected.map { expected in
          [
            Localized(
              fi: "Muiden lukujen mukaan se on \(expected)", sv: "Enligt de andra siffrorna är den \(expected)",
              en: "By the other figures it is \(expected)")
          ]
        } ?? []),
      fix: fix)
  }
}
