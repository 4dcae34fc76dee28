import CCmark

/// The state of one walk over a Markdown tree: HTML, plain words and what rules ask about.
struct BodyBuilder {
  private var body = Body()
  private var lines: LineTable
  private let end: Int

  private var content = RichText()
  private var heading: Heading?
  private var sectionStart: Int

  /// The block that inline nodes belong to.
  private var block = 0..<0
  private var depth = 0
  private var anchors: [String: Int] = [:]
  /// While inside an image: its alternative text; HTML is not written then.
  private var imageText: [UInt8]?
  private var imageDepth = 0
  private var linkStarts: [(index: Int, text: Int)] = []

  init(bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>) {
    lines = LineTable(bytes: bytes, range: range)
    end = range.upperBound
    sectionStart = range.lowerBound
    content.html.reserveCapacity(range.count + range.count / 8)
    content.text.reserveCapacity(range.count)
  }

  func finished() -> Body {
    var copy = self
    copy.closeSection(at: end)
    return copy.body
  }

  mutating func enter(_ node: OpaquePointer, _ iterator: OpaquePointer?) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH: enterParagraph(node)
    case CMARK_NODE_HEADING: enterHeading(node, iterator)
    case CMARK_NODE_BLOCK_QUOTE: open(node, "<blockquote>\n")
    case CMARK_NODE_LIST: openList(node)
    case CMARK_NODE_ITEM: open(node, "<li>")
    case CMARK_NODE_CODE_BLOCK: codeBlock(node)
    case CMARK_NODE_HTML_BLOCK: htmlBlock(node)
    case CMARK_NODE_THEMATIC_BREAK: startBlock("<hr />\n")
    case CMARK_NODE_TEXT: text(cmark_node_get_literal(node))
    case CMARK_NODE_SOFTBREAK: lineBreak("\n")
    case CMARK_NODE_LINEBREAK: lineBreak("<br />\n")
    case CMARK_NODE_CODE: code(node)
    case CMARK_NODE_HTML_INLINE: inlineHTML(node)
    case CMARK_NODE_EMPH: tag("<em>")
    case CMARK_NODE_STRONG: tag("<strong>")
    case CMARK_NODE_LINK: openLink(node)
    case CMARK_NODE_IMAGE: openImage(node)
    default: break
    }
  }

  mutating func exit(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH: exitParagraph(node)
    case CMARK_NODE_HEADING: exitHeading(node)
    case CMARK_NODE_BLOCK_QUOTE: close("</blockquote>\n")
    case CMARK_NODE_LIST:
      close(cmark_node_get_list_type(node) == CMARK_BULLET_LIST ? "</ul>\n" : "</ol>\n")
    case CMARK_NODE_ITEM: close("</li>\n")
    case CMARK_NODE_EMPH: tag("</em>")
    case CMARK_NODE_STRONG: tag("</strong>")
    case CMARK_NODE_LINK:
      tag("</a>")
      closeLink()
    case CMARK_NODE_IMAGE: closeImage(node)
    default: break
    }
  }

  // MARK: Blocks

  private mutating func enterParagraph(_ node: OpaquePointer) {
    block = range(of: node)
    if let stray = strayParagraph(node) { body.strayParagraphs.append(stray) }
    if isTight(node) { return }
    if isFigure(node) { return startBlock("<figure>") }
    startBlock("<p>")
  }

  private mutating func exitParagraph(_ node: OpaquePointer) {
    content.text.append(0x0A)
    if isTight(node) { return }
    content.html.append(isFigure(node) ? "</figure>\n" : "</p>\n")
  }

  /// A paragraph of a tight list is written without its tags.
  private func isTight(_ node: OpaquePointer) -> Bool {
    guard let list = cmark_node_parent(cmark_node_parent(node)) else { return false }
    return cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list) != 0
  }

  private func isFigure(_ node: OpaquePointer) -> Bool {
    guard let only = cmark_node_first_child(node), cmark_node_next(only) == nil else { return false }
    return cmark_node_get_type(only) == CMARK_NODE_IMAGE
  }

  private func strayParagraph(_ node: OpaquePointer) -> Range<Int>? {
    guard let only = cmark_node_first_child(node), cmark_node_next(only) == nil,
      cmark_node_get_type(only) == CMARK_NODE_TEXT, let literal = cmark_node_get_literal(only)
    else { return nil }
    var text = UnsafeRawPointer(literal).assumingMemoryBound(to: UInt8.self)
    var dots = 0
    var blanks = 0
    while text.pointee != 0 {
      if text[0] == 0x2E {
        dots += 1
        text += 1
      } else if text[0] == 0xC2, text[1] == 0xA0 {
        blanks += 1
        text += 2
      } else if text[0] == 0x20 || text[0] == 0x09 {
        text += 1
      } else if text[0] == 0xE2, text[1] == 0x80, (0x80...0x8A).contains(text[2]) || text[2] == 0xAF {
        blanks += 1
        text += 3
      } else {
        return nil
      }
    }
    return dots <= 1 && dots + blanks > 0 ? block : nil
  }

  private mutating func openList(_ node: OpaquePointer) {
    if cmark_node_get_list_type(node) == CMARK_BULLET_LIST { return open(node, "<ul>\n") }
    let start = cmark_node_get_list_start(node)
    if start == 1 { return open(node, "<ol>\n") }
    open(node, "")
    content.html.append(contentsOf: "<ol start=\"\(start)\">\n".utf8)
  }

  private mutating func open(_ node: OpaquePointer, _ tag: StaticString) {
    depth += 1
    if depth == Limits.blockDepth { body.tooDeep.append(range(of: node)) }
    startBlock(tag)
  }

  private mutating func close(_ tag: StaticString) {
    depth -= 1
    content.html.append(tag)
  }

  private mutating func startBlock(_ tag: StaticString) {
    if let last = content.html.last, last != 0x0A, !endsWithItem { content.html.append(0x0A) }
    content.html.append(tag)
  }

  private var endsWithItem: Bool { content.html.suffix(4).elementsEqual("<li>".utf8) }

  // MARK: Headings and sections

  private mutating func enterHeading(_ node: OpaquePointer, _ iterator: OpaquePointer?) {
    let level = Int(cmark_node_get_heading_level(node))
    block = lines.heading(range(of: node))
    let place = lines.trimmed(block)
    let words = InlineText.plain(of: node)
    let found = Heading(level: level, text: words, anchor: anchor(for: words), range: place)
    body.headings.append(found)
    let isSection = level == 2 && cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_DOCUMENT
    if isSection {
      closeSection(at: lines.lineStart(before: place.lowerBound))
      heading = found
      collectLinks(under: node)
      cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT)
    } else {
      startBlock("<h")
      content.html.append(0x30 + UInt8(max(level, 3)))
      content.html.append(" id=\"")
      content.html.append(contentsOf: found.anchor.utf8)
      content.html.append("\">")
    }
  }

  private mutating func exitHeading(_ node: OpaquePointer) {
    if heading != nil, content.html.isEmpty, content.holes.isEmpty { return }
    let level = max(Int(cmark_node_get_heading_level(node)), 3)
    content.text.append(0x0A)
    content.html.append("</h")
    content.html.append(0x30 + UInt8(level))
    content.html.append(">\n")
  }

  /// The links in a section's heading, which is not rendered here, are still links to check.
  private mutating func collectLinks(under node: OpaquePointer) {
    var child = cmark_node_first_child(node)
    while let current = child {
      let type = cmark_node_get_type(current)
      if type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE {
        body.links.append(
          Link(
            kind: type == CMARK_NODE_LINK ? .link : .image,
            destination: cmark_node_get_url(current).map { String(cString: $0) } ?? "",
            text: InlineText.plain(of: current), block: block))
      } else if type == CMARK_NODE_HTML_INLINE {
        inlineHTML(current)
      }
      if type != CMARK_NODE_IMAGE { collectLinks(under: current) }
      child = cmark_node_next(current)
    }
  }

  private mutating func anchor(for words: String) -> String {
    let id = Anchor.id(for: words)
    let base = id.isEmpty ? "osio" : id
    let count = anchors[base, default: 0] + 1
    anchors[base] = count
    return count == 1 ? base : "\(base)-\(count)"
  }

  private mutating func closeSection(at offset: Int) {
    body.sections.append(Section(heading: heading, content: content, range: sectionStart..<max(sectionStart, offset)))
    sectionStart = max(sectionStart, offset)
    content = RichText()
    heading = nil
  }

  // MARK: Code and raw HTML

  private mutating func codeBlock(_ node: OpaquePointer) {
    let place = range(of: node)
    let info = cmark_node_get_fence_info(node).map { String(cString: $0) } ?? ""
    let fence = lines.fence(at: place.lowerBound)
    if let fence, !lines.closesFence(fence, in: place) {
      body.unclosedFences.append(fence.marks)
    }
    let word = info.prefix { $0 != " " && $0 != "\t" }
    if let fence, !word.isEmpty {
      let content = lines.linesInside(place, closed: lines.closesFence(fence, in: place))
      let isTop = cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_DOCUMENT && fence.indent == 0
      let start = lines.infoStart(after: fence.marks.upperBound)
      body.blocks.append(
        FencedBlock(
          info: String(word), infoRange: start..<start + word.utf8.count,
          range: fence.marks.lowerBound..<place.upperBound,
          content: content, isTopLevel: isTop, section: body.sections.count))
      self.content.holes.append(
        RichText.Hole(offset: self.content.html.count, kind: .block(body.blocks.count - 1)))
      return
    }
    startBlock("<pre><code>")
    if let literal = cmark_node_get_literal(node) {
      let bytes = UnsafeBufferPointer(
        start: UnsafeRawPointer(literal).assumingMemoryBound(to: UInt8.self), count: strlenOf(literal))
      content.html.appendEscaped(bytes)
      content.text.append(contentsOf: bytes)
    }
    content.html.append("</code></pre>\n")
  }

  private mutating func htmlBlock(_ node: OpaquePointer) {
    guard let literal = cmark_node_get_literal(node) else { return }
    let text = String(cString: literal)
    let place = lines.trimmed(range(of: node))
    for piece in CommentStripper.remainders(of: text) {
      body.rawHTML.append(RawHTML(text: piece, block: place, isInline: false))
    }
  }

  private mutating func inlineHTML(_ node: OpaquePointer) {
    guard let literal = cmark_node_get_literal(node) else { return }
    let text = String(cString: literal)
    if text.hasPrefix("<!--") { return }
    body.rawHTML.append(RawHTML(text: text, block: block, isInline: true))
  }

  // MARK: Inlines

  private mutating func text(_ literal: UnsafePointer<CChar>?) {
    guard let literal else { return }
    write(
      UnsafeBufferPointer(
        start: UnsafeRawPointer(literal).assumingMemoryBound(to: UInt8.self), count: strlenOf(literal)))
  }

  private mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    if imageText != nil {
      imageText?.append(contentsOf: bytes)
      return
    }
    content.text.append(contentsOf: bytes)
    var start = 0
    for index in 0..<bytes.count {
      let escape: StaticString
      switch bytes[index] {
      case 0x26: escape = "&amp;"
      case 0x3C: escape = "&lt;"
      case 0x3E: escape = "&gt;"
      case 0x22: escape = "&quot;"
      default: continue
      }
      content.html.append(contentsOf: bytes[start..<index])
      content.html.append(escape)
      start = index + 1
    }
    content.html.append(contentsOf: bytes[start..<bytes.count])
  }

  private mutating func code(_ node: OpaquePointer) {
    tag("<code>")
    text(cmark_node_get_literal(node))
    tag("</code>")
  }

  private mutating func lineBreak(_ html: StaticString) {
    if imageText != nil {
      imageText?.append(0x20)
      return
    }
    content.text.append(0x0A)
    content.html.append(html)
  }

  private mutating func tag(_ html: StaticString) {
    if imageText == nil { content.html.append(html) }
  }

  private mutating func openLink(_ node: OpaquePointer) {
    if imageText != nil { return }
    let url = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
    let words = InlineText.plain(of: node)
    let isAutolink = words == url || "mailto:" + words == url
    body.links.append(
      Link(kind: isAutolink ? .autolink : .link, destination: url, text: words, block: block))
    content.html.append("<a href=\"")
    content.holes.append(RichText.Hole(offset: content.html.count, kind: .address(body.links.count - 1)))
    content.html.append("\">")
  }

  private func closeLink() {}

  private mutating func openImage(_ node: OpaquePointer) {
    imageDepth += 1
    guard imageText == nil else { return }
    imageText = []
    let url = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
    body.links.append(Link(kind: .image, destination: url, text: InlineText.plain(of: node), block: block))
    content.html.append("<img src=\"")
    content.holes.append(RichText.Hole(offset: content.html.count, kind: .address(body.links.count - 1)))
    content.html.append("\" alt=\"")
  }

  private mutating func closeImage(_ node: OpaquePointer) {
    imageDepth -= 1
    guard imageDepth == 0, let words = imageText else { return }
    imageText = nil
    content.html.appendEscaped(words)
    content.html.append("\" loading=\"lazy\" />")
    guard let title = cmark_node_get_title(node).map({ String(cString: $0) }), !title.isEmpty else { return }
    if isFigure(cmark_node_parent(node)) {
      content.html.append("<figcaption>")
      content.html.appendEscaped(title.utf8)
      content.html.append("</figcaption>")
    }
  }

  // MARK: Places

  private func range(of node: OpaquePointer) -> Range<Int> {
    lines.range(
      fromLine: Int(cmark_node_get_start_line(node)), column: Int(cmark_node_get_start_column(node)),
      toLine: Int(cmark_node_get_end_line(node)), column: Int(cmark_node_get_end_column(node)))
  }
}

private func strlenOf(_ text: UnsafePointer<CChar>) -> Int {
  var count = 0
  while text[count] != 0 { count += 1 }
  return count
}
