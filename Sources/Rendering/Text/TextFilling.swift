import Cataloguing
import Diagnosing
import Reading
import Templating

/// Fills the holes of a Markdown text: addresses of links and pictures, and the fenced blocks.
struct TextFilling {
  let site: LocalSite
  let body: Body
  /// By the block's index in the body.
  let blocks: [Int: MatchedBlock]
  /// The path of the file that links are relative to.
  let path: String

  init(site: LocalSite, entry: MatchedEntry) {
    self.site = site
    body = entry.entry.body
    blocks = Dictionary(entry.blocks.map { ($0.block, $0) }, uniquingKeysWith: { first, _ in first })
    path = entry.path
  }

  init(site: LocalSite, body: Body, path: String) {
    self.site = site
    self.body = body
    blocks = [:]
    self.path = path
  }

  /// A text as running HTML and blocks, in order.
  func views(of text: RichText) -> [BlockView] {
    func holdsMarkup(_ html: [UInt8]) -> Bool { html.contains { $0 != 0x0A } }
    if text.holes.isEmpty { return holdsMarkup(text.html) ? [BlockView(html: SafeHTML(trusting: text.html))] : [] }
    var views: [BlockView] = []
    var html: [UInt8] = []
    var start = 0
    func flush() {
      if holdsMarkup(html) { views.append(BlockView(html: SafeHTML(trusting: html))) }
      html.removeAll(keepingCapacity: true)
    }
    for hole in text.holes {
      html.append(contentsOf: text.html[start..<hole.offset])
      start = hole.offset
      switch hole.kind {
      case .address(let index): html.appendEscaped(address(body.links[index]).utf8)
      case .block(let index):
        flush()
        if let view = view(of: index) { views.append(view) }
      }
    }
    html.append(contentsOf: text.html[start...])
    flush()
    return views
  }

  /// A text without blocks, as one piece of HTML.
  func html(of text: RichText) -> SafeHTML {
    SafeHTML(trusting: views(of: text).flatMap { $0.html?.bytes ?? [] })
  }

  /// The address of a link or picture on the page; empty where it leads nowhere, which a rule reports.
  private func address(_ link: Link) -> String {
    let model = site.model
    switch model.resolver.resolve(link.destination, from: path) {
    case .external(let address): return SafeURL(address)?.text ?? ""
    case .practice(let index, let fragment):
      let entry = model.site.entries[index]
      let target = SiteAddresses.practice(entry.slug, entry.language)
      return model.url(target + TextFilling.suffix(fragment)).text
    case .page(let index, let fragment):
      let page = model.site.pages[index]
      return model.url(model.path(of: page) + TextFilling.suffix(fragment)).text
    case .fragment(let anchor): return "#" + anchor
    case .file(let file): return model.url(model.mediaPath(file)).text
    case .address(let target, let fragment): return model.url(target + TextFilling.suffix(fragment)).text
    case .forbiddenScheme, .outside, .missing: return ""
    }
  }

  private static func suffix(_ fragment: String?) -> String { fragment.map { "#" + $0 } ?? "" }

  // MARK: Blocks

  private func view(of index: Int) -> BlockView? {
    guard let block = blocks[index] else { return nil }
    switch block.content {
    case .records(let records): return BlockView(climb: steps(records))
    case .record(let record): return BlockView(video: video(record))
    case .table(let table): return BlockView(table: TextFilling.view(of: table))
    case .note(let note):
      let inner = TextFilling(site: site, body: note, path: path)
      let html = note.sections.flatMap { section -> [UInt8] in
        let heading = section.heading.map {
          "<h3 id=\"\($0.anchor)\">".utf8 + Array($0.text.escapedHTML) + Array("</h3>\n".utf8)
        }
        return (heading ?? []) + inner.html(of: section.content).bytes
      }
      return BlockView(note: NoteView(html: SafeHTML(trusting: html)))
    case .unreadable: return nil
    }
  }

  private func steps(_ records: [Record]) -> StepsView {
    StepsView(
      steps: records.enumerated().map { number, record in
        var actions: [ActionView] = []
        if case .texts(let texts)? = record["actions"] {
          actions = texts.map { ActionView(html: SafeHTML(escaping: $0.value)) }
        }
        return StepView(
          number: number + 1, threshold: record.text("threshold") ?? "", title: record.text("title") ?? "",
          actions: actions, responsible: record.text("responsible") ?? "")
      })
  }

  private func video(_ record: Record) -> VideoView {
    let url = record.text("url").flatMap { SafeURL($0) }
    return VideoView(
      about: record.text("about") ?? "", url: url, duration: record.text("duration") ?? "",
      host: url.map { TextFilling.host(of: $0.text) } ?? "",
      transcript: record.text("transcript").map {
        SafeHTML(trusting: "<p>" + String(decoding: $0.escapedHTML, as: UTF8.self) + "</p>")
      })
  }

  /// `youtube.com` of `https://www.youtube.com/watch?v=…`.
  static func host(of address: String) -> String {
    address.withBytes { bytes in
      guard let colon = bytes.firstIndex(of: 0x3A), bytes[colon...].starts(with: "://".utf8) else { return "" }
      var host = bytes[colon...].dropFirst(3).prefix { byte in
        switch byte {
        case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: ":"): false
        default: true
        }
      }
      if host.starts(with: "www.".utf8) { host = host.dropFirst(4) }
      return String(decoding: host, as: UTF8.self)
    }
  }

  private static func view(of table: Table) -> TableView {
    let labels = table.header.map(\.value)
    let areNumbers = labels.indices.map { column in
      column > 0 && table.rows.allSatisfy { isNumber($0[column].value) }
    }
    return TableView(
      caption: table.caption,
      header: table.header.enumerated().map { column, cell in
        CellView(html: SafeHTML(escaping: cell.value), isNumber: areNumbers[column])
      },
      rows: table.rows.map { row in
        RowView(
          cells: row.enumerated().map { column, cell in
            CellView(
              html: SafeHTML(escaping: cell.value), label: labels[column], isHeading: column == 0,
              isNumber: areNumbers[column])
          })
      },
      isWide: labels.count >= 3)
  }

  /// Whether a cell is a figure: digits with the signs that go with them.
  private static func isNumber(_ text: String) -> Bool {
    var digits = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9": digits += 1
      case " ", "\u{A0}", ",", ".", "%", "€", "–", "-", "+": continue
      default: return false
      }
    }
    return digits > 0
  }
}

extension String {
  var escapedHTML: [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendEscaped(utf8)
    return bytes
  }
}

extension SiteModel {
  /// The address of a text of `content/pages/`.
  func path(of page: ContentPage) -> String { SiteAddresses.path(of: page) }
}
