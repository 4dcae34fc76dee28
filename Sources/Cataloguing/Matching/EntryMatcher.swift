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
    let text = EntryText(
      entry: entry, sections: sections(entry, schema), blocks: blocks, problems: reader.problems,
      unclosedFences: unclosed)
    let facts = EntryFacts(
      text, fields: fields, stage: stage(fields, schema), language: language(fields, schema), template: schema.template)
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
    let matches = KeyMatcher.match(entry.fields, among: template.fields, named: template.field(named:))
    for (pair, match) in zip(entry.fields, matches) {
      switch match {
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
    // A no-break space is longer than one byte and still nothing to read.
    case .text(let text): text.isEmpty || (text.utf8.count < 16 && NameKey.of(text).isEmpty)
    default: false
    }
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

  // MARK: Sections

  private static func sections(_ entry: Entry, _ schema: Schema) -> [MatchedSection] {
    let template = schema.template
    var matched: [MatchedSection] = []
    for (index, section) in entry.body.sections.enumerated() {
      guard let heading = section.heading else { continue }
      if let definition = template.section(named: heading.text) {
        matched.append(MatchedSection(definition: definition, section: index, heading: heading, match: .exact))
      } else if let (definition, marks) = unmarked(heading, entry.file, template) {
        matched.append(MatchedSection(definition: definition, section: index, heading: heading, match: .marked(marks)))
      } else {
        matched.append(MatchedSection(definition: nil, section: index, heading: heading, match: .unknown))
      }
    }
    return withMisspelt(matched, template)
  }

  /// A heading that names a section once trailing asterisks, colons and blanks are taken off.
  private static func unmarked(_ heading: Heading, _ file: SourceFile, _ template: NationalTemplate) -> (
    Int, Range<Int>
  )? {
    let scalars = heading.text.unicodeScalars
    let isMark: (Unicode.Scalar) -> Bool = { $0 == "*" || $0 == ":" || $0 == " " || $0 == "\u{A0}" || $0 == "." }
    guard let last = scalars.lastIndex(where: { !isMark($0) }) else { return nil }
    let name = String(scalars[...last])
    guard let definition = template.section(named: name) else { return nil }
    var start = heading.range.upperBound
    let marks: Set<UInt8> = [0x2A, 0x3A, 0x20, 0x2E, 0xC2, 0xA0]
    while start > heading.range.lowerBound, marks.contains(file.bytes[start - 1]) { start -= 1 }
    return (definition, start..<heading.range.upperBound)
  }

  /// A near name counts as the section that was meant, unless that section is there too.
  private static func withMisspelt(_ sections: [MatchedSection], _ template: NationalTemplate) -> [MatchedSection] {
    guard sections.contains(where: { $0.match == .unknown }) else { return sections }
    var present = Set(sections.compactMap(\.definition))
    var guesses = 0
    return sections.map { section in
      // Guessing takes time, and a text with more unknown headings than this is no entry.
      guard section.match == .unknown, guesses < 20 else { return section }
      guesses += 1
      let names = template.sections.flatMap(\.allNames)
      for name in NearestName.suggestions(for: NameKey.of(section.heading.text), among: names, limit: 5) {
        guard let definition = template.section(named: name), !present.contains(definition) else { continue }
        present.insert(definition)
        return MatchedSection(
          definition: definition, section: section.section, heading: section.heading, match: .misspelt(name))
      }
      return section
    }
  }
}
