import Cataloguing
import Diagnosing
import Reading
import Searching
import Templating

/// A practice as the open data gives it: one object of `/data/practices.json`.
///
/// Codes are those of the vocabularies, dates are ISO 8601, names are in the practice's own language.
struct PracticeData: Sendable {
  let model: SiteModel
  let practice: Practice
  private let fields: RoleValues

  init(_ practice: Practice, in model: SiteModel) {
    self.model = model
    self.practice = practice
    fields = RoleValues(practice.source, model.schema)
  }

  private var language: Language { practice.language }

  var members: [JSONValue.Member] {
    let terms = model.termData(language)
    return [
      ("slug", .string(practice.slug)),
      ("url", .string(practice.path)),
      ("title", .string(practice.title)),
      ("summary", .string(practice.summary)),
      ("language", .string(language.rawValue)),
      ("place", .string(practice.place)),
      ("stage", .string(stageCode)),
      ("funders", .array(practice.funders.map { terms.funders[$0] })),
      ("regions", .array(practice.regions.map { terms.regions[$0] })),
      ("created", .string(practice.created.iso)),
      ("modified", .string(practice.modified.iso)),
      ("keywords", .array(fields.texts(.keywords).map { .string($0) })),
      ("audience", .array(fields.texts(.audience).map { .string($0) })),
      ("funding", fields.record(.funding).map(object) ?? .null),
      ("sources", .array(fields.records(.sources).map(object))),
    ]
  }

  var value: JSONValue { .object(members) }

  /// The same with the sections, for `index.json` beside the practice's page.
  func valueWithSections(_ site: LocalSite) -> JSONValue {
    let filling = TextFilling(site: site, entry: practice.source)
    var sections: [Int: JSONValue] = [:]
    for matched in practice.source.sections {
      guard let definition = matched.definition else { continue }
      let content = practice.source.entry.body.sections[matched.section].content
      let html = site.templates.blocks.render(SectionBodyView(blocks: filling.views(of: content)))
      sections[definition] = [
        "html": .string(String(decoding: html.withWrittenSpaces(), as: UTF8.self)),
        "text": .string(SectionText.text(of: matched, in: practice.source)),
      ]
    }
    let ordered = model.schema.template.sections.enumerated().compactMap { index, section in
      sections[index].map { (section.id, $0) }
    }
    return .object(members + [("sections", .object(ordered))])
  }

  var stageCode: String { model.schema.stageVocabulary?.terms[practice.stage].code ?? "" }

  var funders: [Vocabulary.Term] {
    practice.funders.compactMap { model.schema.funderVocabulary?.terms[$0] }
  }

  var regions: [Vocabulary.Term] {
    practice.regions.compactMap { model.schema.regionVocabulary?.terms[$0] }
  }

  var keywords: [String] { fields.texts(.keywords) }

  /// A record with the template's ids as keys.
  private func object(_ record: Record) -> JSONValue {
    .object(record.values.map { ($0.id, json($0.value.value)) })
  }

  private func json(_ value: Value) -> JSONValue {
    switch value {
    case .text(let text), .address(let text), .file(let text): .string(text)
    case .texts(let texts): .array(texts.map { .string($0.value) })
    case .date(let date): .string(date.iso)
    case .amount(let figure), .percentage(let figure): .decimal(figure.digits, decimals: figure.decimals)
    case .period(let period): ["start": .string(period.start.iso), "end": .string(period.end.iso)]
    case .record(let record): object(record)
    case .records(let records): .array(records.map(object))
    case .terms(let terms): .array(terms.map { .string(model.schema.vocabularies[$0.value].code) })
    }
  }
}

/// The terms of vocabularies as the open data gives them, in one language; written once, since thousands of practices have
/// the same ones.
struct TermData: Sendable {
  /// By the term's index.
  let regions: [JSONValue]
  let funders: [JSONValue]

  init(_ schema: Schema, _ language: Language) {
    func written(_ term: Vocabulary.Term, _ first: [JSONValue.Member] = []) -> JSONValue {
      JSONValue.object(first + [("code", .string(term.code)), ("name", .string(term.names[language]))]).written
    }
    regions = (schema.regionVocabulary?.terms ?? []).map { written($0, [("level", .string($0.level))]) }
    funders = (schema.funderVocabulary?.terms ?? []).map { written($0) }
  }
}

/// A section's words without markup, its fenced blocks among them.
enum SectionText {
  static func text(of section: MatchedSection, in entry: MatchedEntry) -> String {
    pieces(of: section, in: entry).joined(separator: "\n")
  }

  /// Every line of every section, to be searched.
  static func lines(of entry: MatchedEntry) -> [SearchText] {
    var lines: [SearchText] = []
    for section in entry.sections {
      lines += SearchText.lines(of: entry.entry.body.sections[section.section].content.text)
      for words in words(ofBlocksIn: section, in: entry) { lines += SearchText.lines(of: Array(words.utf8)) }
    }
    return lines
  }

  static func pieces(of section: MatchedSection, in entry: MatchedEntry) -> [String] {
    let content = entry.entry.body.sections[section.section].content
    let pieces = [String(decoding: content.text, as: UTF8.self)] + words(ofBlocksIn: section, in: entry)
    return pieces.filter { !$0.isEmpty }
  }

  private static func words(ofBlocksIn section: MatchedSection, in entry: MatchedEntry) -> [String] {
    entry.blocks.filter { entry.entry.body.blocks[$0.block].section == section.section }.flatMap {
      words(of: $0.content)
    }
  }

  private static func words(of content: BlockContent) -> [String] {
    switch content {
    case .records(let records): records.flatMap(words)
    case .record(let record): words(of: record)
    case .table(let table):
      [table.caption] + (([table.header] + table.rows).map { $0.map(\.value).joined(separator: " ") })
    case .note(let body): body.sections.map { String(decoding: $0.content.text, as: UTF8.self) }
    case .unreadable: []
    }
  }

  private static func words(of record: Record) -> [String] {
    record.values.flatMap { _, located -> [String] in
      switch located.value {
      case .text(let text): [text]
      case .texts(let texts): texts.map(\.value)
      default: []
      }
    }
  }
}
