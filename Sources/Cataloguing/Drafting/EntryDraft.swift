import Diagnosing
import Reading

/// The text of a new entry: what its stage requires, with the template's help where something is to be
/// written.
///
/// ```swift
/// EntryDraft(title: "Aamupala", stage: 0, language: .fi, date: today, schema: schema).text
/// ```
///
/// Checked as it is, the draft has one error for each text that is still to be written and no other.
public struct EntryDraft: Sendable {
  public let title: String
  /// Index in the vocabulary of stages.
  public let stage: Int
  public let language: Language
  public let date: CalendarDate
  private let schema: Schema

  /// - Parameter title: spaces and line breaks in it become single spaces, invisible characters are left out.
  public init(title: String, stage: Int, language: Language, date: CalendarDate, schema: Schema) {
    self.title = EntryDraft.oneLine(title)
    self.stage = stage
    self.language = language
    self.date = date
    self.schema = schema
  }

  /// A safe file name for the title: `Poissaolojen portaat` becomes `poissaolojen-portaat`.
  public var slug: String { EntrySlug.of(title) }

  public var text: String { text(filling: value) }

  /// The draft with other values in its fields; nil leaves a field as it is to be written.
  func text(filling value: (FieldDefinition) -> String?) -> String {
    var lines = ["---"]
    for field in schema.template.fields { lines += self.lines(of: field, value(field)) }
    lines.append("---")
    for section in schema.template.sections where section.required.applies(atStage: stage) {
      lines += ["## \(section.labels[language])", "", "<!-- \(comment(section.help[language])) -->", ""]
    }
    return lines.joined(separator: "\n")
  }

  /// Labels of the fields and sections that are still to be written.
  public var missing: [String] {
    let fields = schema.template.fields.filter { $0.required == .always && value($0) == nil }
    let sections = schema.template.sections.filter { $0.required.applies(atStage: stage) }
    return fields.map { $0.labels[language] } + sections.map { $0.labels[language] }
  }

  private func lines(of field: FieldDefinition, _ value: String?) -> [String] {
    let help = wrapped(field.help[language])
    let key = field.keys[language]
    if let value { return ["\(key): \(value)"] }
    if field.required == .always { return help + ["\(key):"] }
    if field.id == Role.language.id {
      return language == schema.defaultLanguage ? [] : ["\(key): \(language.rawValue)"]
    }
    // What may be left out stands as a comment, to be taken into use by removing the mark.
    switch field.type {
    case .record: return help + ["# \(key):"] + field.fields.map { "#   \($0.keys[language]):" }
    case .records:
      let nested = field.fields.enumerated().map { "#   \($0 == 0 ? "-" : " ") \($1.keys[language]):" }
      return help + ["# \(key):"] + nested
    default: return help + ["# \(key): \(field.example.map { EntryDraft.oneLine($0[language]) } ?? "…")"]
    }
  }

  private func value(_ field: FieldDefinition) -> String? {
    switch Role(id: field.id) {
    case .title: quotedIfNeeded(title)
    case .stage: schema.stageVocabulary?.terms[stage].names[language]
    case .created, .modified: language == .en ? date.iso : date.dotted
    default: nil
    }
  }

  /// In quotes when YAML would read it as something else.
  private func quotedIfNeeded(_ text: String) -> String {
    let risky = text.contains(": ") || text.contains(" #") || text.hasSuffix(":")
    let startsOddly =
      text.unicodeScalars.first.map { !($0.properties.isAlphabetic || ("0"..."9").contains($0)) } ?? true
    guard risky || startsOddly else { return text }
    return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private static func oneLine(_ text: String) -> String {
    let visible = text.unicodeScalars.filter { $0.properties.generalCategory != .format }
    return String(String.UnicodeScalarView(visible))
      .split { $0.isWhitespace || $0.unicodeScalars.contains { $0.properties.generalCategory == .control } }
      .joined(separator: " ")
  }

  private func comment(_ text: String) -> String { EntryDraft.oneLine(text).replacing("--", with: "–") }

  /// Comment lines of at most about 100 characters.
  private func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    var line = "#"
    for word in text.split(whereSeparator: { $0 == " " || $0.isNewline }) {
      if line.count + word.count > 98 {
        lines.append(line)
        line = "#"
      }
      line += " " + word
    }
    if line != "#" { lines.append(line) }
    return lines
  }
}
