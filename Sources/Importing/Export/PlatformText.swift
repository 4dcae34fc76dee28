import Cataloguing
import Diagnosing
import Reading

/// An entry as plain text in the platform's order and under its labels, ready to paste in.
///
/// ```text
/// Toimintamallin nimi
/// Poissaoloihin puuttumisen porrasmalli
/// ```
///
/// Lists have ` • ` bullets, links their address after their text; step models, tables, notes and videos
/// become lists and paragraphs. The platform has no place for the template's extension, which is left out.
public struct PlatformText {
  private let entry: MatchedEntry
  private let schema: Schema
  private let labels: PlatformLabels
  private let address: (String) -> String?
  /// What an import could not place, by its labels.
  private let left: [PlatformLabels.Label: [String]]

  /// - Parameter address: the whole address of a link of the entry, as it is written there; nil for one that
  ///   only the site itself can follow.
  public init(_ entry: MatchedEntry, schema: Schema, address: @escaping (String) -> String?) {
    self.entry = entry
    self.schema = schema
    self.address = address
    labels = PlatformLabels(schema)
    let file = entry.file
    left = RemainderComment.read(file.text(entry.entry.frontMatterRange.upperBound..<file.bytes.count), labels)
  }

  public var text: String {
    let fields = PlatformLabels.before.flatMap(parts)
    let sections = schema.template.sections.indices.compactMap(section)
    let last = PlatformLabels.after.flatMap(parts)
    return (fields + sections + last).joined(separator: "\n\n") + "\n"
  }

  private func parts(_ role: Role) -> [String] {
    let label = PlatformLabels.Label.field(role)
    var parts = [part(label, values(role) + (left[label] ?? []))]
    if role == .image || role == .cover {
      let caption: PlatformLabels.Label = role == .image ? .caption : .coverCaption
      let own = values.record(role)?.text("caption").map { [$0] } ?? []
      parts.append(part(caption, own + (left[caption] ?? [])))
    }
    return parts.compactMap { $0 }
  }

  private func part(_ label: PlatformLabels.Label, _ lines: [String]) -> String? {
    let lines = lines.map { PlainLine.tidy($0) }.filter { !$0.isEmpty }
    return lines.isEmpty ? nil : ([labels.name(label)] + lines).joined(separator: "\n")
  }

  // MARK: Fields

  private var values: RoleValues { RoleValues(entry, schema) }

  private func values(_ role: Role) -> [String] {
    switch role {
    case .title, .summary, .place, .author: return values.text(role).map { [$0] } ?? []
    case .created, .modified: return values.date(role).map { [$0.dotted] } ?? []
    case .region, .funder, .stage: return terms(role)
    case .programme:
      if let record = values.record(role) { return [link(record.text("name"), record.text("url"))] }
      return values.text(role).map { [$0] } ?? []
    case .links:
      return values.records(.links).map { link($0.text("name"), $0.text("url")) }
        + values.records(.attachments).map { attachment($0.text("name"), $0.text("file")) }
    case .image, .cover:
      let record = values.record(role)
      return (record?.text("alt") ?? record?.text("file")).map { [$0] } ?? []
    default: return []
    }
  }

  /// Terms as a Finnish entry spells them, else by their Finnish names.
  private func terms(_ role: Role) -> [String] {
    guard case .terms(let terms)? = values.value(role) else { return [] }
    return terms.map { located in
      let vocabulary = schema.vocabularies.all[located.value.vocabulary]
      let written = entry.file.text(located.range)
      let isSpelt = entry.language == .fi && vocabulary.term(named: written) == located.value.term
      return isSpelt ? written : vocabulary.terms[located.value.term].names.fi
    }
  }

  private func link(_ name: String?, _ written: String?) -> String {
    let whole = written.flatMap { address($0) }
    guard let whole else { return name ?? "" }
    guard let name, !InlineNotation.isBare(name, whole) else { return whole }
    return "\(name) (\(InlineNotation.encoded(whole)))"
  }

  private func attachment(_ name: String?, _ file: String?) -> String {
    guard let name, let file else { return name ?? file ?? "" }
    return "\(name) (\(file))"
  }

  // MARK: Sections

  private func section(_ definition: Int) -> String? {
    let matched = entry.sections.filter { $0.definition == definition }
    let texts = matched.map { entry.entry.body.sections[$0.section].content }
    let html = texts.flatMap { SectionHTML(entry, schema, address).html($0) }.withWrittenSpaces()
    let page = HTMLPageBuilder.page(SourceFile(path: entry.file.path, bytes: html), labels: labels)
    let text = PlatformText.written(page.lines)
    return text.isEmpty ? nil : labels.name(.section(definition)) + "\n\n" + text
  }

  /// Lines as plain text, blank ones between blocks.
  static func written(_ lines: [PageLine]) -> String {
    var out: [String] = []
    for block in SectionBlock.blocks(lines) {
      switch block {
      case .paragraph(let texts): out += [""] + texts
      case .heading(let level, let text): out += ["", PageLine.written(text, .heading(level), depth: 0)]
      case .item(let depth, let number, let texts):
        if out.last.map({ !$0.hasPrefix(" ") }) ?? false { out.append("") }
        let blanks = String(repeating: " ", count: PageLine.continuationIndent(depth: depth))
        out.append(PageLine.written(texts[0], .item(number: number), depth: depth))
        out += texts.dropFirst().map { blanks + $0 }
      }
    }
    return out.drop { $0.isEmpty }.joined(separator: "\n")
  }
}
