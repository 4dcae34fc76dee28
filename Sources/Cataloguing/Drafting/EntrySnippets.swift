import Diagnosing

/// Snippets for Visual Studio Code: a whole entry for each stage, and each kind of fenced block.
///
/// ```swift
/// EntrySnippets(schema: schema, languages: [.fi]).json  // .vscode/mallisto.code-snippets
/// ```
///
/// The format is that of VS Code's snippet files; `$1`, `$2` … are the places that Tab goes through.
public struct EntrySnippets: Sendable {
  private let schema: Schema
  private let languages: [Language]

  public init(schema: Schema, languages: [Language]) {
    self.schema = schema
    self.languages = languages
  }

  public var json: String {
    var writer = JSONWriter(indented: true)
    writer.object { file in
      for language in languages {
        for stage in 0..<(schema.stageVocabulary?.terms.count ?? 0) { add(entryAt: stage, language, to: &file) }
        for block in schema.template.blocks { add(block, language, to: &file) }
      }
    }
    return writer.text + "\n"
  }

  private func add(entryAt stage: Int, _ language: Language, to file: inout JSONWriter) {
    guard let term = schema.stageVocabulary?.terms[stage] else { return }
    let draft = EntryDraft(title: "", stage: stage, language: language, date: EntrySnippets.someDay, schema: schema)
    var number = 0
    let text = draft.text { field in
      switch Role(id: field.id) {
      case .created, .modified: return EntrySnippets.today(language)
      case .stage: return term.names[language]
      default:
        guard field.required == .always else { return nil }
        number += 1
        return EntrySnippets.stop(number)
      }
    }
    let name = Localized(fi: "Toimintamalli", sv: "Verksamhetsmodell", en: "Practice model")[language]
    let prefix = Localized(fi: "malli", sv: "modell", en: "model")[language]
    write(
      "\(name): \(term.names[language])", prefix: "\(prefix)-\(EntrySlug.of(term.names[language]))", text, to: &file)
  }

  private func add(_ block: BlockDefinition, _ language: Language, to file: inout JSONWriter) {
    var lines = ["```" + block.info[language]]
    switch block.form {
    case .records, .record:
      for (index, field) in block.fields.enumerated() {
        let dash = block.form == .record ? "" : index == 0 ? "- " : "  "
        lines.append("\(dash)\(field.keys[language]): \(EntrySnippets.stop(index + 1))")
      }
    case .table:
      lines.append("\(block.caption?[language] ?? "title"): \(EntrySnippets.stop(1))")
      lines.append("| \(EntrySnippets.stop(2)) | \(EntrySnippets.stop(3)) |")
      lines.append("| \(EntrySnippets.stop(4)) | \(EntrySnippets.stop(5)) |")
    case .markdown: lines.append(EntrySnippets.stop(1))
    }
    write(
      "\(block.labels[language]) (\(language.rawValue))", prefix: EntrySlug.of(block.info[language]),
      (lines + ["```", ""]).joined(separator: "\n"), help: block.help[language], to: &file)
  }

  private func write(_ name: String, prefix: String, _ text: String, help: String? = nil, to file: inout JSONWriter) {
    let lines = EntrySnippets.escaped(text).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    file.member(name) {
      $0.object {
        $0.member("scope", "markdown")
        $0.member("prefix", prefix)
        if let help { $0.member("description", help) }
        $0.member("body") { $0.array(lines) { $0.value($1) } }
      }
    }
  }

  // MARK: Marks of snippets

  /// Stands for what a snippet fills in while the text around it is made; no text of a template holds it.
  private static let mark = "\u{F8FF}"

  private static func stop(_ number: Int) -> String { mark + String(number) }

  private static func today(_ language: Language) -> String {
    let (day, month, year) = (mark + "CURRENT_DATE", mark + "CURRENT_MONTH", mark + "CURRENT_YEAR")
    return language == .en ? "\(year)-\(month)-\(day)" : "\(day).\(month).\(year)"
  }

  /// The signs that mean something in a snippet, made to mean themselves.
  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("$", with: "\\$").replacing("}", with: "\\}")
      .replacing(mark, with: "$")
  }

  /// A draft asks for a day; this one is never written.
  private static let someDay = CalendarDate(year: 2020, month: 1, day: 1)!
}
