import Diagnosing

/// A text is about as long as the template advises.
enum TextLength: EntryRule {
  static let rule = Rule(
    "text-length", .warning,
    title: Localized(
      fi: "Nimi ja lyhyt kuvaus ovat sopivan pituisia", sv: "Namnet och den korta beskrivningen är lagom långa",
      en: "The title and the summary are of a fitting length"),
    explanation: Localized(
      fi:
        "Nimi ja lyhyt kuvaus näkyvät luetteloissa ja hakutuloksissa. Liian lyhyestä ei selviä, mistä on kyse, ja liian "
        + "pitkää ei jaksa lukea. Pituudet on otettu julkaistuista kuvauksista.",
      sv: "Namnet och den korta beskrivningen visas i listor och sökresultat. Av en för kort text framgår det inte vad "
        + "saken gäller, och en för lång orkar ingen läsa. Längderna är tagna ur publicerade beskrivningar.",
      en: "The title and the summary are shown in lists and search results. Too short a text does not tell what it is "
        + "about, and nobody reads one that is too long. The lengths are those of published descriptions."),
    example: RuleExample(
      wrong: "nimi: Opas",
      right: "nimi: \"Läsnäolon malli: yhdessä kouluun\""))

  static func check(_ entry: MatchedEntry, _ schema: Schema) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for case let matched? in entry.fields {
      guard case .text(let text)? = matched.value, let length = schema.template.fields[matched.definition].length,
        !isSurelyWithin(length, text)
      else { continue }
      let count = text.count
      if length.contains(count) { continue }
      found.append(diagnostic(schema.template.fields[matched.definition], matched, length, count, in: entry))
    }
    return found
  }

  /// Whether bytes alone tell that a text has a length; characters may be fewer than scalars, and one scalar takes
  /// up to four bytes.
  private static func isSurelyWithin(_ length: ClosedRange<Int>, _ text: String) -> Bool {
    let bytes = text.utf8.count
    if bytes <= length.upperBound, (bytes + 3) / 4 >= length.lowerBound { return true }
    return length.contains(text.withBytes { bytes in bytes.reduce(0) { $0 &+ ($1 & 0xC0 == 0x80 ? 0 : 1) } })
  }

  private static func diagnostic(
    _ field: FieldDefinition, _ matched: MatchedField, _ length: ClosedRange<Int>, _ count: Int, in entry: MatchedEntry
  ) -> Diagnostic {
    let isShort = count < length.lowerBound
    let limit = isShort ? length.lowerBound : length.upperBound
    return Diagnostic(
      rule, in: entry.file, at: matched.range,
      Localized(
        fi:
          "Kentässä ”\(field.labels.fi)” pitää olla \(isShort ? "vähintään" : "enintään") \(limit) merkkiä; nyt niitä on \(count)",
        sv: "Fältet ”\(field.labels.sv)” ska ha \(isShort ? "minst" : "högst") \(limit) tecken; nu är de \(count)",
        en:
          "The field “\(field.labels.en)” must hold at \(isShort ? "least" : "most") \(limit) characters; now there are \(count)"
      ),
      notes: [field.help])
  }
}
