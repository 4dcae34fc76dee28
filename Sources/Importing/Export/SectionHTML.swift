import Cataloguing
import Diagnosing
import Reading

/// A section's text as plain HTML: links with whole addresses, fenced blocks as lists and paragraphs.
struct SectionHTML {
  private let entry: MatchedEntry
  private let schema: Schema
  private let address: (String) -> String?

  init(_ entry: MatchedEntry, _ schema: Schema, _ address: @escaping (String) -> String?) {
    self.entry = entry
    self.schema = schema
    self.address = address
  }

  func html(_ text: RichText) -> [UInt8] { html(text, entry.entry.body.links) }

  private func html(_ text: RichText, _ links: [Link]) -> [UInt8] {
    var html: [UInt8] = []
    var start = 0
    for hole in text.holes {
      html += text.html[start..<hole.offset]
      start = hole.offset
      switch hole.kind {
      case .address(let index): html.appendEscaped((address(links[index].destination) ?? "").utf8)
      case .block(let index): html += block(index)
      }
    }
    return html + text.html[start...]
  }

  private func block(_ index: Int) -> [UInt8] {
    guard let block = entry.blocks.first(where: { $0.block == index }), let definition = block.definition else {
      return []
    }
    let template = schema.template.blocks[definition]
    var out = HTMLText()
    switch block.content {
    case .records(let records):
      out.list("ol", records) { out, record in add(record, template, to: &out) }
    case .record(let record): add(video: record, template, to: &out)
    case .table(let table): add(table, to: &out)
    case .note(let body):
      let html = body.sections.flatMap { self.html($0.content, body.links) }
      let label = template.labels[entry.language] + ":"
      if html.starts(with: "<p>".utf8) { return Array("<p>\(label) ".utf8) + html.dropFirst(3) }
      out.paragraph { $0.text(label) }
      return out.bytes + html
    case .unreadable: break
    }
    return out.bytes
  }

  /// A step: its title and threshold, then who answers for it, then what is done.
  private func add(_ record: Record, _ template: BlockDefinition, to out: inout HTMLText) {
    let title = record.text("title") ?? ""
    out.text(record.text("threshold").map { title.isEmpty ? $0 : "\(title) (\($0))" } ?? title)
    if let responsible = record.text("responsible") {
      out.lineBreak()
      out.text("\(label("responsible", template)): \(responsible)")
    }
    guard case .texts(let actions)? = record["actions"] else { return }
    out.list("ul", actions) { $0.text($1.value) }
  }

  private func add(video record: Record, _ template: BlockDefinition, to out: inout HTMLText) {
    out.paragraph { out in
      let about = record.text("about") ?? ""
      let duration = record.text("duration").map { about.isEmpty ? $0 : " (\($0))" } ?? ""
      out.text("\(template.labels[entry.language]): \(about)\(duration)")
      if let url = record.text("url").flatMap({ address($0) }) {
        out.lineBreak()
        out.text(url)
      }
    }
    if let transcript = record.text("transcript") {
      out.paragraph { $0.text("\(label("transcript", template)): \(transcript)") }
    }
  }

  /// A table's caption, then an item a row: `Koulu: Hakkari; Oppilaita: 10`.
  private func add(_ table: Table, to out: inout HTMLText) {
    out.paragraph { $0.text(table.caption + ":") }
    out.list("ul", table.rows) { out, row in
      let cells = zip(table.header, row).filter { !$1.value.isEmpty }
      out.text(cells.map { $0.value.isEmpty ? $1.value : "\($0.value): \($1.value)" }.joined(separator: "; "))
    }
  }

  private func label(_ id: String, _ template: BlockDefinition) -> String {
    template.fields.first { $0.id == id }?.labels[entry.language] ?? id
  }
}

/// HTML that is put together from plain texts.
private struct HTMLText {
  private(set) var bytes: [UInt8] = []

  mutating func text(_ text: String) { bytes.appendEscaped(text.utf8) }

  mutating func lineBreak() { bytes += "<br>".utf8 }

  mutating func paragraph(_ body: (inout HTMLText) -> Void) {
    bytes += "<p>".utf8
    body(&self)
    bytes += "</p>".utf8
  }

  mutating func list<Item>(_ tag: String, _ items: [Item], _ body: (inout HTMLText, Item) -> Void) {
    bytes += "<\(tag)>".utf8
    for item in items {
      bytes += "<li>".utf8
      body(&self, item)
      bytes += "</li>".utf8
    }
    bytes += "</\(tag)>".utf8
  }
}
