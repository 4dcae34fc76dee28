import Cataloguing
import Diagnosing
import Reading

/// An entry made from a model's page on the national platform.
///
/// ```swift
/// let (entry, findings) = ImportedEntry.read(path: "malli.html", bytes: bytes, schema: schema)
/// entry?.text  // "---\nnimi: …"
/// ```
///
/// The page may be copied text or saved HTML. What it does not say is left out; what has no place in an
/// entry is a finding, and a comment at the end of the entry's text.
public struct ImportedEntry: Sendable {
  public let title: String
  /// The whole Markdown file.
  public let text: String

  /// A safe file name for the title.
  public var slug: String { EntrySlug.of(title) }

  /// The entry, nil where the file is no page of a model, and what the import cannot do by itself.
  ///
  /// - Parameter path: as the editor knows the file; findings name it.
  public static func read(path: String, bytes: [UInt8], schema: Schema) -> (ImportedEntry?, [Diagnostic]) {
    let (file, fault) = PageFile.read(path: path, bytes: bytes)
    if let fault { return (nil, [fault]) }
    let labels = PlatformLabels(schema)
    let page = isHTML(file) ? HTMLPageBuilder.page(file, labels: labels) : Page(text: file, labels)
    let marks = LabelMarks(page, labels: labels, forms: ValueForms(schema: schema))
    let description = DescriptionFinder(page, marks).description()
    let fields = EntryFields(description, schema: schema)
    let sections = ImportedSection.all(of: description)
    guard !fields.title.isEmpty, fields.count + sections.count > 2 else { return (nil, [notAModel(file)]) }
    let remainders =
      fields.remainders + ImportedSection.remainders(of: description)
      + description.strays.map { Remainder(reason: .stray, label: $0.label, text: $0.line.text, range: $0.line.range) }
    let text = text(fields, sections, remainders, labels, schema)
    let findings = remainders.map { $0.diagnostic(in: file, labels) }.sortedByPlace()
    return (ImportedEntry(title: fields.title, text: text), FindingLimit.applied(to: findings))
  }

  /// Whether a file starts as a page does: with a tag, a comment or a declaration.
  private static func isHTML(_ file: SourceFile) -> Bool {
    let rest = file.bytes[file.contentStart...].drop { $0 <= 0x20 }.prefix(2)
    guard rest.count == 2, rest.first == 0x3C, let next = rest.last else { return false }
    return (next | 0x20) &- 0x61 < 26 || next == 0x21 || next == 0x3F
  }

  private static func notAModel(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      ImportRules.notAModel, in: file, at: file.contentStart..<file.contentStart,
      Localized(
        fi: "Tiedosto ei ole toimintamallin sivu: kohtaa ”Toimintamallin nimi” ei löydy",
        sv: "Filen är inte en sida om en verksamhetsmodell: punkten ”Toimintamallin nimi” saknas",
        en: "The file is not the page of a practice model: it has no “Toimintamallin nimi”"),
      notes: [ImportRules.notAModel.explanation])
  }

  private static func text(
    _ fields: EntryFields, _ sections: [ImportedSection], _ remainders: [Remainder], _ labels: PlatformLabels,
    _ schema: Schema
  ) -> String {
    var parts = [(["---"] + fields.frontMatter + ["---"]).joined(separator: "\n")]
    for section in sections.sorted(by: { $0.definition < $1.definition }) {
      parts.append("## " + schema.template.sections[section.definition].labels.fi)
      parts.append(MarkdownWriting.text(section.blocks))
    }
    if !remainders.isEmpty {
      parts.append(RemainderComment.text(remainders, labels, language: schema.defaultLanguage))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }
}

/// A section of an imported entry.
struct ImportedSection: Sendable {
  /// Index in `NationalTemplate.sections`.
  let definition: Int
  let blocks: [SectionBlock]

  static func all(of description: Description) -> [ImportedSection] {
    description.parts.compactMap { part in
      guard case .section(let definition) = part.label else { return nil }
      let blocks = SectionBlock.blocks(part.lines)
      return blocks.isEmpty ? nil : ImportedSection(definition: definition, blocks: blocks)
    }
  }

  /// Pictures and links of the sections that cannot be kept.
  static func remainders(of description: Description) -> [Remainder] {
    description.parts.flatMap { part -> [Remainder] in
      guard case .section = part.label else { return [] }
      return part.lines.compactMap { line in
        switch line.kind {
        case .image where !line.text.isEmpty:
          Remainder(reason: .picture, label: part.label, text: line.text, range: line.range)
        case .address: Remainder(reason: .link, label: part.label, text: line.text, range: line.range)
        default: nil
        }
      }
    }
  }
}
