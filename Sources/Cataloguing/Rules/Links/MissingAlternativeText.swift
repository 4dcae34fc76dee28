import Diagnosing
import Reading

/// A picture is also told in words.
enum MissingAlternativeText: EntryRule, TextRule {
  static let rule = Rule(
    "missing-alternative-text", .error,
    title: Localized(
      fi: "Kuvalla on vaihtoehtoinen teksti", sv: "En bild har en alternativ text",
      en: "A picture has an alternative text"),
    explanation: Localized(
      fi:
        "Joka ei näe kuvaa, kuulee sen tilalla vaihtoehtoisen tekstin. Kerro virkkeellä tai kahdella, mitä kuvassa on "
        + "ja mitä siitä pitäisi ymmärtää. Kuvateksti on eri asia: se luetaan kuvan vierestä.",
      sv: "Den som inte ser bilden hör den alternativa texten i stället. Berätta med en eller två meningar vad bilden "
        + "föreställer och vad man ska förstå av den. Bildtexten är en annan sak: den läses bredvid bilden.",
      en: "Whoever cannot see the picture hears the alternative text instead. Say in a sentence or two what it shows "
        + "and what to make of it. The caption is another thing: it is read beside the picture."),
    example: RuleExample(
      wrong: "![](portaat.png", right: "![Kolme porrasta, joista kukin on edellistä korkeampi](portaat.png"))

  /// Pictures of the text.
  static func check(_ text: WrittenText) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for body in text.bodies {
      for (index, link) in body.links.enumerated() where link.kind == .image && saysNothing(link.text) {
        let isLocated = found.count < FindingLimit.perRule
        let place =
          isLocated
          ? InlineLocator.range(of: index, in: body, file: text.file) : link.block.lowerBound..<link.block.lowerBound
        found.append(
          Diagnostic(
            rule, in: text.file, at: place,
            message(about: link),
            notes: [
              Localized(
                fi: "Kirjoita se hakasulkeisiin: ![Mitä kuvassa on](\(link.destination)). \(rule.explanation.fi)",
                sv: "Skriv den inom hakparenteserna: ![Vad bilden visar](\(link.destination)). \(rule.explanation.sv)",
                en: "Write it in the brackets: ![What it shows](\(link.destination)). \(rule.explanation.en)")
            ]))
      }
    }
    return found
  }

  private static func message(about link: Link) -> Localized {
    if isBlank(link.text) {
      return Localized(
        fi: "Kuvalla ”\(link.destination)” ei ole vaihtoehtoista tekstiä",
        sv: "Bilden ”\(link.destination)” har ingen alternativ text",
        en: "The picture “\(link.destination)” has no alternative text")
    }
    return Localized(
      fi: "Vaihtoehtoinen teksti ”\(link.text)” ei kerro, mitä kuvassa on",
      sv: "Den alternativa texten ”\(link.text)” berättar inte vad bilden föreställer",
      en: "The alternative text “\(link.text)” does not say what the picture shows")
  }

  /// Pictures of the front matter.
  static func check(_ entry: MatchedEntry, _ schema: Schema) -> [Diagnostic] {
    [Role.cover, .image].compactMap { role in
      guard let index = schema.template.field(role), let field = entry.fields[index],
        case .record(let record)? = field.value, isBlank(record.text("alt") ?? "")
      else { return nil }
      let definition = schema.template.fields[index]
      guard let alt = definition.fields.first(where: { $0.id == "alt" }) else { return nil }
      switch key(of: alt, in: field, definition, entry.entry) {
      case .misspelt: return nil
      case .empty(let place): return diagnostic(definition, alt, at: place, in: entry.file)
      case .none: return diagnostic(definition, alt, at: field.keyRange, in: entry.file)
      }
    }
  }

  private enum AlternativeKey {
    case none
    case empty(Range<Int>)
    /// A near name, of which another rule tells.
    case misspelt
  }

  /// How the key of the alternative text stands in a field.
  private static func key(
    of alt: FieldDefinition, in field: MatchedField, _ definition: FieldDefinition, _ entry: Entry
  ) -> AlternativeKey {
    let pairs = entry.fields.first { $0.keyRange == field.keyRange }?.value.mapping ?? []
    let names = Set(alt.allNames.map(NameKey.of))
    if let pair = pairs.first(where: { names.contains(NameKey.of($0.key)) }) { return .empty(pair.keyRange) }
    let hasNear = pairs.contains { pair in
      definition.field(named: pair.key) == nil
        && !NearestName.suggestions(for: NameKey.of(pair.key), among: alt.allNames).isEmpty
    }
    return hasNear ? .misspelt : .none
  }

  private static func diagnostic(
    _ field: FieldDefinition, _ alt: FieldDefinition, at place: Range<Int>, in file: SourceFile
  ) -> Diagnostic {
    Diagnostic(
      rule, in: file, at: place,
      Localized(
        fi: "Kentän ”\(field.labels.fi)” kuvalla ei ole vaihtoehtoista tekstiä",
        sv: "Bilden i fältet ”\(field.labels.sv)” har ingen alternativ text",
        en: "The picture of the field “\(field.labels.en)” has no alternative text"),
      notes: [
        Localized(
          fi: "Lisää rivi ”\(alt.keys.fi): …”. \(rule.explanation.fi)",
          sv: "Lägg till raden ”\(alt.keys.sv): …”. \(rule.explanation.sv)",
          en: "Add a line “\(alt.keys.en): …”. \(rule.explanation.en)")
      ])
  }

  /// Whether a text is blank, the name of a file, or just the word for a picture.
  private static func saysNothing(_ text: String) -> Bool {
    if isBlank(text) { return true }
    guard text.utf8.count < 60 else { return false }
    let name = NameKey.of(text)
    return [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"].contains { name.hasSuffix($0) } && !name.contains(" ")
      || ["kuva", "kuvio", "valokuva", "kaavio", "bild", "foto", "figur", "image", "picture", "photo", "figure"]
        .contains(name)
  }

  private static func isBlank(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0xC2 || $0 == 0xA0 }
  }
}
