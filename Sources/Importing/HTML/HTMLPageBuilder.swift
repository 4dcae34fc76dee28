import Diagnosing

/// Turns the tags and words of a saved page into lines and elements.
struct HTMLPageBuilder {
  private(set) var page: Page
  private let labels: PlatformLabels
  private var address = WebPageAddress()

  private struct Open {
    let tag: String
    /// Nil for an element within a line.
    let element: Int?
    /// Where its words start in the line.
    let start: Int
  }

  private struct OpenLink {
    let raw: String
    var start: Int
  }

  private struct List {
    let isOrdered: Bool
    var number: Int
  }

  private var open: [Open] = []
  private var element = 0
  private var line = LineBuffer()
  private var lists: [List] = []
  /// For each open item, whether its first line is still to come.
  private var items: [Bool] = []
  private var link: OpenLink?
  private var boldDepth = 0
  private var unreadDepth = 0
  private var preformattedDepth = 0
  /// How many lines the paragraph has so far.
  private var linesInParagraph = 0
  /// Whether the row began with a label, so that what follows is its value and no cell of a table.
  private var isRowOfLabel = false
  /// Whether a label before stood on the same line, so that a colon may follow it.
  private var isAfterLabel = false
  private var isBlankDue = false

  /// Elements within each other; what lies deeper is read as if it lay at this depth.
  private static let deepest = 256

  init(_ file: SourceFile, labels: PlatformLabels) {
    page = Page(file: file)
    self.labels = labels
  }

  static func page(_ file: SourceFile, labels: PlatformLabels) -> Page {
    var builder = HTMLPageBuilder(file, labels: labels)
    var tokenizer = HTMLTokenizer(file.bytes, from: file.contentStart)
    while let token = tokenizer.next() { builder.add(token) }
    return builder.finished()
  }

  private mutating func finished() -> Page {
    while !open.isEmpty { closeLast() }
    endParagraph()
    page.elements[0].lines = 0..<page.lines.count
    return page
  }

  private mutating func add(_ token: HTMLTokenizer.Token) {
    switch token {
    case .text(let range): if unreadDepth == 0 { addText(range) }
    case .comment(let range): address.learn(comment: page.file.text(range))
    case .start(let tag, let attributes, let offset): start(tag, attributes, at: offset)
    case .end(let tag): end(tag)
    }
  }

  // MARK: Words

  private mutating func addText(_ range: Range<Int>) {
    var bytes: [UInt8] = []
    HTMLCharacters.append(page.file.bytes[range], to: &bytes)
    guard preformattedDepth > 0, bytes.contains(0x0A) else { return addWords(bytes, range) }
    for (index, part) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if index > 0 { endLine() }
      addWords(Array(part), range)
    }
  }

  private mutating func addWords(_ bytes: [UInt8], _ range: Range<Int>) {
    let first = page.file.bytes[range].firstIndex { $0 > 0x20 } ?? range.lowerBound
    line.append(bytes, first..<range.upperBound, isBold: boldDepth > 0, keepsLines: false)
  }

  private mutating func note(_ kind: PageLine.Kind, _ text: String, at offset: Int) {
    line.notes.append((kind, text, offset..<offset + 1))
  }

  // MARK: Lines

  private var isInHeading: Int? {
    guard items.isEmpty else { return nil }
    for element in open.reversed() {
      if let level = HTMLTags.heading(element.tag) { return level }
      if element.element != nil { return nil }
    }
    return nil
  }

  private var innermostBlock: String { open.last { $0.element != nil }?.tag ?? "" }

  private mutating func endLine(isParagraphEnd: Bool = false) {
    applyLink()
    defer {
      if !isParagraphEnd, !line.isBlank { linesInParagraph += 1 }
      let notes = line.notes
      line.clear()
      for note in notes {
        page.append(PageLine(kind: note.kind, text: note.text, indent: 0, range: note.range, element: element))
      }
    }
    guard let range = line.range else { return }
    var text = PlainLine.tidy(line.text(from: 0))
    if isAfterLabel, text.hasPrefix(":") { text = PlainLine.tidy(text.dropFirst()) }
    isAfterLabel = false
    if isBlankDue, items.isEmpty { page.append(.blank(at: range.lowerBound, in: element)) }
    isBlankDue = false
    let level = isInHeading
    let raw = marked(text, level, isWhole: isParagraphEnd && linesInParagraph == 0)
    var found = PageLine(reading: raw, range: range, element: element)
    found.isPageTitle = level == 1
    page.append(found, labels)
  }

  /// The words of a line with the marks that its element gives it in plain text.
  private mutating func marked(_ text: String, _ level: Int?, isWhole: Bool) -> String {
    if text.isEmpty || text == "." { return "" }
    if let isFirst = items.last {
      let depth = min(items.count - 1, PageLine.deepestItem)
      guard isFirst else { return String(repeating: " ", count: PageLine.continuationIndent(depth: depth)) + text }
      items[items.count - 1] = false
      var number: Int?
      if let list = lists.last, list.isOrdered {
        number = list.number
        lists[lists.count - 1].number = min(list.number + 1, 999_999_999)
      }
      return PageLine.written(text, .item(number: number), depth: depth)
    }
    if let level { return PageLine.written(text, .heading(min(max(level - 2, 1), 4)), depth: 0) }
    return isWhole && line.isBold && isHeadingLike(text) ? PageLine.written(text, .heading(1), depth: 0) : text
  }

  /// A short paragraph, all bold and without a mark at its end, is a heading to those who see the page.
  private func isHeadingLike(_ text: String) -> Bool {
    guard innermostBlock == "p", let last = text.unicodeScalars.last, text.utf8.count <= 100 else { return false }
    return !".,:;!?…)".unicodeScalars.contains(last) && InlineNotation.words(of: text) == text
  }

  private mutating func endParagraph() {
    endLine(isParagraphEnd: true)
    linesInParagraph = 0
    isBlankDue = true
  }

  /// The start of an element that stands on lines of its own. The cells of a row share its line, and within
  /// a cell a paragraph is but a part of that.
  private mutating func boundary(_ tag: String) {
    switch tag {
    case "td", "th": break
    case "tr", "thead", "tbody", "tfoot":
      endLine()
      isRowOfLabel = false
    case "p" where isInTableCell: line.append(" ")
    default: endParagraph()
    }
  }

  private var isInTableCell: Bool { !isRowOfLabel && ["td", "th"].contains(innermostBlock) }

  // MARK: Links

  private mutating func applyLink() {
    guard let link else { return }
    let text = PlainLine.tidy(line.text(from: link.start))
    self.link?.start = 0
    if text.isEmpty { return }
    switch address.link(link.raw) {
    case .none: break
    case .address(let address):
      if address == "mailto:" + text || address == "tel:" + text { break }
      line.replace(from: link.start, with: InlineNotation.written(text, address: address))
    case .unusable(let raw):
      note(.address, "\(text): \(raw)", at: line.range?.lowerBound ?? 0)
    }
  }

  private mutating func endLink() {
    applyLink()
    link = nil
  }

  // MARK: Tags

  private mutating func start(_ tag: String, _ attributes: HTMLAttributes, at offset: Int) {
    let isRead = unreadDepth == 0
    switch tag {
    case "br": return isRead ? endOrJoin() : ()
    case "hr": return isRead ? endParagraph() : ()
    case "img": return isRead ? image(attributes, at: offset) : ()
    case "base": return learn(attributes["href"])
    case "link": if attributes["rel"] == "canonical" { learn(attributes["href"]) }
    case "meta": if attributes["property"] == "og:url" { learn(attributes["content"]) }
    case "iframe", "embed", "video", "audio": if isRead { media(attributes, at: offset) }
    case "source": if ["video", "audio"].contains(innermostBlock) { media(attributes, at: offset) }
    default: break
    }
    if HTMLTags.void.contains(tag) { return }
    if HTMLTags.inline.contains(tag) { return startInline(tag, attributes) }
    endImplied(by: tag)
    boundary(tag)
    push(tag, attributes)
  }

  private mutating func learn(_ text: String?) {
    if let text { address.learn(text) }
  }

  private mutating func endOrJoin() {
    if isInHeading != nil || isInTableCell { return line.append(" ") }
    // A second line break in a row ends the paragraph.
    if line.isBlank { endParagraph() } else { endLine() }
  }

  private mutating func image(_ attributes: HTMLAttributes, at offset: Int) {
    let alternative = PlainLine.tidy(attributes["alt"] ?? "")
    var place = ""
    if let source = attributes["src"], !source.hasPrefix("data:") { place = address.picture(source) }
    note(.image, alternative.isEmpty || place.isEmpty ? alternative + place : "\(alternative) (\(place))", at: offset)
  }

  /// A video elsewhere becomes a link to it.
  private mutating func media(_ attributes: HTMLAttributes, at offset: Int) {
    guard let source = attributes["src"], case .address(let whole) = address.link(source) else { return }
    endParagraph()
    let title = PlainLine.tidy(attributes["title"] ?? "")
    let words = title.isEmpty ? whole : InlineNotation.written(title, address: whole)
    line.append(Array(words.utf8), offset..<offset + 1, isBold: false, keepsLines: false)
    endParagraph()
  }

  private mutating func startInline(_ tag: String, _ attributes: HTMLAttributes) {
    if tag == "a", unreadDepth == 0 {
      endLink()
      if let raw = attributes["href"] { link = OpenLink(raw: raw, start: line.text.count) }
    }
    guard open.count < HTMLPageBuilder.deepest else { return }
    if HTMLTags.bold.contains(tag) { boldDepth += 1 }
    open.append(Open(tag: tag, element: nil, start: line.text.count))
  }

  private mutating func push(_ tag: String, _ attributes: HTMLAttributes) {
    guard open.count < HTMLPageBuilder.deepest else { return }
    if HTMLTags.unread.contains(tag) { unreadDepth += 1 }
    switch tag {
    case "ul", "menu": lists.append(List(isOrdered: false, number: 1))
    case "ol":
      let first = attributes["start"].flatMap { Int($0) } ?? 1
      lists.append(List(isOrdered: true, number: min(max(first, 1), 999_999_999)))
    case "li": items.append(true)
    case "pre": preformattedDepth += 1
    case "td", "th": if !line.isBlank { line.append(" | ") }
    default: break
    }
    let classes = attributes["class"] ?? ""
    let shape = tag + "." + classes.prefix { $0 != " " }
    page.elements.append(
      Page.Element(
        parent: element, lines: page.lines.count..<page.lines.count, chrome: HTMLTags.chrome(tag, attributes),
        shape: String(shape)))
    element = page.elements.count - 1
    open.append(Open(tag: tag, element: element, start: line.text.count))
  }

  /// Closes what cannot hold an element, as HTML lets authors leave out end tags.
  private mutating func endImplied(by tag: String) {
    if let paragraph = open.lastIndex(where: { $0.element != nil }), open[paragraph].tag == "p" {
      closeTo(paragraph)
    }
    guard let (tags, within) = HTMLTags.endedBy(tag) else { return }
    for index in open.indices.reversed() {
      if tags.contains(open[index].tag) { return closeTo(index) }
      if within.contains(open[index].tag) { return }
    }
  }

  private mutating func end(_ tag: String) {
    if unreadDepth == 0 {
      if tag == "a" { endLink() }
      if tag == "br" { return endOrJoin() }
    }
    let isInline = HTMLTags.inline.contains(tag)
    for index in open.indices.reversed() {
      if open[index].tag == tag {
        if isInline { splitAtLabel(open[index]) }
        return closeTo(index)
      }
      if isInline, open[index].element != nil { return }
    }
  }

  private mutating func closeTo(_ index: Int) {
    while open.count > index { closeLast() }
  }

  private mutating func closeLast() {
    let closed = open[open.count - 1]
    guard let id = closed.element else {
      if HTMLTags.bold.contains(closed.tag) { boldDepth -= 1 }
      if closed.tag == "a" { endLink() }
      if closed.tag == "button" { endButton(closed) }
      open.removeLast()
      return
    }
    endElement(closed.tag)
    open.removeLast()
    let first = page.elements[id].lines.lowerBound
    page.elements[id].lines = first..<max(first, page.lines.count)
    element = page.elements[id].parent
    switch closed.tag {
    case "ul", "menu", "ol": if !lists.isEmpty { lists.removeLast() }
    case "li": if !items.isEmpty { items.removeLast() }
    case "pre": preformattedDepth -= 1
    default: if HTMLTags.unread.contains(closed.tag) { unreadDepth -= 1 }
    }
  }

  /// Ends the lines of an element. Cells of a row stay on one line, but a label among them stands alone.
  private mutating func endElement(_ tag: String) {
    switch tag {
    case "td", "th":
      if isRowOfLabel { return endParagraph() }
      isRowOfLabel = labels.label(PlainLine.tidy(line.text(from: 0))) != nil
      if isRowOfLabel { endParagraph() }
    case "tr", "thead", "tbody", "tfoot": endLine()
    case "p" where !isRowOfLabel && open.dropLast().last(where: { $0.element != nil }).map(isCell) == true:
      line.append(" ")
    default: endParagraph()
    }
  }

  /// What a button says is for those who use the page; but a section that unfolds has its heading in one.
  private mutating func endButton(_ button: Open) {
    if labels.label(PlainLine.tidy(line.text(from: button.start))) == nil { line.replace(from: button.start, with: "") }
  }

  private func isCell(_ open: Open) -> Bool { open.tag == "td" || open.tag == "th" }

  /// Where a label stands within a line before its value, each gets a line of its own.
  private mutating func splitAtLabel(_ inline: Open) {
    guard !["p", "li"].contains(innermostBlock), line.text.count < 200 else { return }
    guard labels.label(PlainLine.tidy(line.text(from: 0))) != nil else { return }
    endLine()
    isAfterLabel = true
  }
}
