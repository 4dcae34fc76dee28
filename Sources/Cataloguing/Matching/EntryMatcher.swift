import Diagnosing
import Reading

/// Holds an entry against the template.
public enum EntryMatcher {
  public static func match(_ entry: Entry, schema: Schema) -> MatchedEntry {
    var reader = ValueReader(vocabularies: schema.vocabularies)
    let fields = entry.hasReadableFields ? fields(entry, schema, &reader) : schema.template.fields.map { _ in nil }
    var unclosed = entry.body.unclosedFences
    let blocks = blocks(entry, schema, &reader, &unclosed)
    for fence in entry.body.indentedFences { BlockReader.note(indented: fence, schema: schema, &reader) }
    let stage = stage(fields, schema)
    let language = language(fields, schema)
    let text = EntryText(
      entry: entry, sections: SectionMatcher.match(entry, schema.template, stage: stage, language), blocks: blocks,
      problems: reader.problems, unclosedFences: unclosed)
    let facts = EntryFacts(text, fields: fields, stage: stage, language: language, template: schema.template)
    return MatchedEntry(facts, text: text)
  }

  /// A text of `content/pages/`: only its fenced blocks are held against the template, and an indented fence is
  /// an example of how to write one.
  static func match(page entry: Entry, in language: Language, schema: Schema) -> MatchedEntry {
    var reader = ValueReader(vocabularies: schema.vocabularies)
    var unclosed = entry.body.unclosedFences
    let blocks = blocks(entry, schema, &reader, &unclosed)
    let text = EntryText(
      entry: entry, sections: [], blocks: blocks, problems: reader.problems, unclosedFences: unclosed)
    let facts = EntryFacts(
      text, fields: schema.template.fields.map { _ in nil }, stage: nil, language: language, template: schema.template)
    return MatchedEntry(facts, text: text)
  }

  private static func blocks(
    _ entry: Entry, _ schema: Schema, _ reader: inout ValueReader, _ unclosed: inout [Range<Int>]
  ) -> [MatchedBlock] {
    entry.body.blocks.indices.map { BlockReader.read($0, in: entry, schema: schema, &reader, &unclosed) }
  }

  private static func fields(_ entry: Entry, _ schema: Schema, _ reader: inout ValueReader) -> [MatchedField?] {
    let template = schema.template
    var fields: [MatchedField?] = template.fields.map { _ in nil }
    let matches = KeyMatcher.match(
      entry.fields, among: template.fields, named: { template.field(named: $0) }, schema.vocabularies)
    for position in matches.indices {
      let pair = entry.fields[position]
      switch matches[position] {
      case .known(let index):
        let definition = template.fields[index]
        if let first = fields[index] {
          reader.note(Problem(.duplicateKey(first: first.keyRange), definition, at: pair.keyRange, text: pair.key))
          continue
        }
        var value: Value?
        if pair.value.isEmpty {
          if definition.required == .always {
            reader.note(Problem(.empty, definition, at: pair.keyRange, text: pair.key))
          }
        } else {
          let before = reader.problems.count
          value = reader.value(pair.value, as: definition)
          if isBlank(value) {
            value = nil
            if reader.problems.count == before, definition.required == .always {
              reader.note(Problem(.empty, definition, at: pair.keyRange, text: pair.key))
            }
          }
        }
        fields[index] = MatchedField(
          definition: index, key: pair.key, keyRange: pair.keyRange, range: pair.value.range, value: value)
      case .meant(let guess):
        reader.note(Problem(.unknownKey(guess, among: template.fields), nil, at: pair.keyRange, text: pair.key))
        fields[guess.field] = MatchedField(
          definition: guess.field, key: pair.key, keyRange: pair.keyRange, range: pair.value.range, value: nil)
      case .unknown:
        if position > 0, case .known(let index) = matches[position - 1],
          let nested = template.fields[index].field(named: pair.key)
        {
          // It lost its indentation: it belongs to the field above it.
          reader.forgetMissing(template.fields[index].fields[nested], in: entry.fields[position - 1].value.range)
        }
        reader.note(Problem(.unknownKey(nil, among: template.fields), nil, at: pair.keyRange, text: pair.key))
      }
    }
    return fields
  }

  private static func isBlank(_ value: Value?) -> Bool {
    switch value {
    case nil: true
    case .texts(let texts): texts.isEmpty
    case .terms(let terms): terms.isEmpty
    case .text(let text): !holdsWords(text)
    default: false
    }
  }

  /// Whether there is a letter or a digit: a no-break space, a hyphen or three full stops say nothing.
  private static func holdsWords(_ text: String) -> Bool {
    text.utf8.contains { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
      || text.unicodeScalars.contains { $0.properties.isAlphabetic }
  }

  private static func stage(_ fields: [MatchedField?], _ schema: Schema) -> Int? {
    guard let index = schema.template.field(.stage), case .terms(let terms)? = fields[index]?.value else { return nil }
    return terms.first?.value.term
  }

  private static func language(_ fields: [MatchedField?], _ schema: Schema) -> Language {
    guard let index = schema.template.field(.language), case .text(let text)? = fields[index]?.value else {
      return schema.defaultLanguage
    }
    return LanguageName.language(named: text) ?? schema.defaultLanguage
  }
}
