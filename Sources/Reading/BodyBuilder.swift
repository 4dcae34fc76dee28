import CCmark

/// The state of one walk over a Markdown tree: the sections as they are cut, and what rules ask about.
struct BodyBuilder: ~Copyable {
  /// What surrounds a block.
  private enum Container {
    case quote, item
    case list(isTight: Bool, isBullet: Bool)
  }

  // What the body will hold; see `Body`.
  private var sections: [Section] = []
  private var headings: [Heading] = []
  private var links: [Link] = []
  private var rawHTML: [RawHTML] = []
  private var blocks: [FencedBlock] = []
  private var indentedFences: [FencedBlock] = []
  private var strayParagraphs: [Range<Int>] = []
  private var unclosedFences: [Range<Int>] = []
  private var quoteDepth = 0
  private var tooDeep: Range<Int>?
  private var tooManyLinks: Range<Int>?

  private let lines: LineTable
  private let plainRuns: [PlainBlocks.Run]
  /// How many of the runs of plain blocks were come upon.
  private var runCount = 0
  private var writer: RichTextWriter
  private var containers: [Container] = []
  /// How many of the containers are items, which add no depth of their own.
  private var items = 0
  private var quotes = 0
  private var inlineDepth = 0
  private var anchors = AnchorNames()

  /// The heading of the section that is being written, and where it starts.
  private var heading: Heading?
  private var sectionStart: Int
  private var isInSectionHeading = false
  /// Whether the open paragraph holds nothing but an image.
  private var isFigure = false

  /// The block that inline nodes belong to; its place is looked up when one of them needs it.
  private var block: OpaquePointer?
  private var blockRange: Range<Int>?

  init(lines: LineTable, plainRuns: [PlainBlocks.Run] = []) {
    self.lines = lines
    self.plainRuns = plainRuns
    writer = RichTextWriter(capacity: lines.range.count)
    sectionStart = lines.range.lowerBound
  }

  consuming func finished() -> Body {
    closeSection(at: lines.range.upperBound)
    return Body(
      sections: sections, headings: headings, links: links, rawHTML: rawHTML, blocks: blocks,
      indentedFences: indentedFences, strayParagraphs: strayParagraphs, unclosedFences: unclosedFences,
      quoteDepth: quoteDepth,
      tooDeep: tooDeep, tooManyLinks: tooManyLinks)
  }

  mutating func enter(_ node: OpaquePointer, _ type: cmark_node_type) {
    switch type {
    case CMARK_NODE_TEXT: if let words = cmark_node_get_literal(node) { writer.words(UnsafeBufferPointer(words)) }
    case CMARK_NODE_SOFTBREAK: writer.lineBreak("\n")
    case CMARK_NODE_PARAGRAPH: enterParagraph(node)
    case CMARK_NODE_STRONG: openInline("<strong>", node)
    case CMARK_NODE_EMPH: openInline("<em>", node)
    case CMARK_NODE_ITEM: open(.item, "<li>", node)
    case CMARK_NODE_LIST: openList(node)
    case CMARK_NODE_HEADING: enterHeading(node)
    case CMARK_NODE_LINK: openLink(node)
    case CMARK_NODE_IMAGE: openImage(node)
    case CMARK_NODE_BLOCK_QUOTE: open(.quote, "<blockquote>\n", node)
    case CMARK_NODE_CODE: if let words = cmark_node_get_literal(node) { writer.inlineCode(words) }
    case CMARK_NODE_CODE_BLOCK: codeBlock(node)
    case CMARK_NODE_HTML_BLOCK: htmlBlock(node)
    case CMARK_NODE_HTML_INLINE: inlineHTML(node)
    case CMARK_NODE_THEMATIC_BREAK: thematicBreak(node)
    case CMARK_NODE_LINEBREAK: writer.lineBreak("<br />\n")
    default: break
    }
  }

  mutating func exit(_ node: OpaquePointer, _ type: cmark_node_type) {
    switch type {
    case CMARK_NODE_PARAGRAPH: exitParagraph()
    case CMARK_NODE_STRONG: closeInline("</strong>")
    case CMARK_NODE_EMPH: closeInline("</em>")
    case CMARK_NODE_ITEM: close("</li>\n")
    case CMARK_NODE_LIST: closeList()
    case CMARK_NODE_HEADING: closeHeading(Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_LINK: closeInline("</a>")
    case CMARK_NODE_IMAGE: closeImage(node)
    case CMARK_NODE_BLOCK_QUOTE:
      writer.block("")
      close("</blockquote>\n")
    default: break
    }
  }

  // MARK: Blocks

  private mutating func enterParagraph(_ node: OpaquePointer) {
    start(node)
    if StrayParagraph.isStray(node) { strayParagraphs.append(place()) }
    if isTight { return }
    isFigure = holdsOnlyImage(node)
    writer.block(isFigure ? "<figure>" : "<p>")
  }

  private mutating func exitParagraph() {
    if isTight { return }
    writer.tag(isFigure ? "</figure>\n" : "</p>\n")
    isFigure = false
  }

  /// A ruler, or what libcmark takes for one in the place of plain blocks.
  private mutating func thematicBreak(_ node: OpaquePointer) {
    guard runCount < plainRuns.count, plainRuns[runCount].line == Int(cmark_node_get_start_line(node)) else {
      return writer.block("<hr />\n")
    }
    for block in plainRuns[runCount].blocks { plainBlock(block) }
    runCount += 1
  }

  private mutating func plainBlock(_ block: PlainBlocks.Block) {
    let text = UnsafeBufferPointer(rebasing: lines.bytes[block.range])
    switch block.kind {
    case .paragraph: writer.paragraph(text)
    case .list: writer.list(text)
    case .heading(let level):
      openHeading(
        level, String(decoding: text, as: UTF8.self), block.range.lowerBound - level - 1..<block.range.upperBound)
      writer.words(text)
      closeHeading(level)
    }
  }

  /// A paragraph right inside an item of a tight list is written without its tags.
  private var isTight: Bool {
    guard containers.count > 1, case .item = containers[containers.count - 1],
      case .list(let isTight, _) = containers[containers.count - 2]
    else { return false }
    return isTight
  }

  private func holdsOnlyImage(_ node: OpaquePointer) -> Bool {
    guard let only = cmark_node_first_child(node), cmark_node_get_type(only) == CMARK_NODE_IMAGE else { return false }
    return cmark_node_next(only) == nil
  }

  private mutating func openList(_ node: OpaquePointer) {
    let isBullet = cmark_node_get_list_type(node) == CMARK_BULLET_LIST
    let first = isBullet ? 1 : Int(cmark_node_get_list_start(node))
    let container = Container.list(isTight: cmark_node_get_list_tight(node) != 0, isBullet: isBullet)
    if isBullet {
      open(container, "<ul>\n", node)
    } else if first == 1 {
      open(container, "<ol>\n", node)
    } else {
      open(container, "", node)
      writer.orderedList(from: first)
    }
  }

  private mutating func closeList() {
    if case .list(_, isBullet: true)? = containers.last { close("</ul>\n") } else { close("</ol>\n") }
  }

  private mutating func open(_ container: Container, _ tag: StaticString, _ node: OpaquePointer) {
    containers.append(container)
    if case .item = container { items += 1 }
    if case .quote = container {
      quotes += 1
      quoteDepth = max(quoteDepth, quotes)
    }
    if containers.count - items > Limits.blockDepth, tooDeep == nil { tooDeep = range(of: node) }
    writer.block(tag)
  }

  private mutating func close(_ tag: StaticString) {
    switch containers.removeLast() {
    case .item: items -= 1
    case .quote: quotes -= 1
    case .list: break
    }
    writer.tag(tag)
  }

  // MARK: Headings and sections

  private mutating func enterHeading(_ node: OpaquePointer) {
    start(node)
    let place = lines.heading(range(of: node))
    blockRange = place
    openHeading(Int(cmark_node_get_heading_level(node)), InlineText.plain(of: node), place)
  }

  private mutating func openHeading(_ level: Int, _ words: String, _ place: Range<Int>) {
    let found = Heading(level: level, text: words, anchor: anchors.next(for: words), range: place)
    headings.append(found)
    isInSectionHeading = level == 2 && containers.isEmpty
    if isInSectionHeading {
      closeSection(at: lines.lineStart(before: place.lowerBound))
      heading = found
    } else {
      writer.heading(max(level, 3), anchor: found.anchor)
    }
  }

  private mutating func closeHeading(_ level: Int) {
    if isInSectionHeading {
      isInSectionHeading = false
      return writer.discard()
    }
    writer.endHeading(max(level, 3))
  }

  private mutating func closeSection(at offset: Int) {
    let end = max(sectionStart, offset)
    sections.append(Section(heading: heading, content: writer.take(), range: sectionStart..<end))
    sectionStart = end
    heading = nil
  }

  // MARK: Code and raw HTML

  private mutating func codeBlock(_ node: OpaquePointer) {
    let place = range(of: node)
    guard let literal = cmark_node_get_literal(node) else { return }
    let code = UnsafeBufferPointer<UInt8>(literal)
    let fence = Fence(of: place, holding: code, in: lines)
    if let fence, fence.closingLine == nil || (fence.info.isEmpty && fence.holdsOpening) {
      unclosedFences.append(fence.marks)
    }
    if let fence, !fence.info.isEmpty {
      let info = fence.info
      blocks.append(
        FencedBlock(
          info: String(decoding: lines.bytes[info], as: UTF8.self), infoRange: info,
          range: fence.marks.lowerBound..<max(info.upperBound, place.upperBound), content: fence.content,
          isTopLevel: containers.isEmpty && fence.indent == 0, section: sections.count))
      writer.hole(.block(blocks.count - 1))
    } else {
      if fence == nil, let indented = Fence.indented(in: place, holding: code, lines) {
        indentedFences.append(
          FencedBlock(
            info: String(decoding: lines.bytes[indented.info], as: UTF8.self), infoRange: indented.info,
            range: indented.marks.lowerBound..<max(indented.info.upperBound, place.upperBound),
            content: indented.info.upperBound..<indented.info.upperBound, isTopLevel: false,
            section: sections.count))
      }
      writer.code(literal)
    }
  }

  private mutating func htmlBlock(_ node: OpaquePointer) {
    guard let literal = cmark_node_get_literal(node) else { return }
    let place = lines.trimmed(range(of: node))
    for piece in CommentStripper.remainders(of: UnsafeBufferPointer<UInt8>(literal)) {
      rawHTML.append(RawHTML(text: piece, block: place, isInline: false))
    }
  }

  private mutating func inlineHTML(_ node: OpaquePointer) {
    guard let literal = cmark_node_get_literal(node) else { return }
    let text = String(cString: literal)
    if !text.hasPrefix("<!--") { rawHTML.append(RawHTML(text: text, block: place(), isInline: true)) }
  }

  // MARK: Inlines

  private mutating func openInline(_ tag: StaticString, _ node: OpaquePointer) {
    deepen()
    writer.tag(tag)
  }

  private mutating func closeInline(_ tag: StaticString) {
    inlineDepth -= 1
    writer.tag(tag)
  }

  private mutating func deepen() {
    inlineDepth += 1
    if inlineDepth > Limits.inlineDepth, tooDeep == nil { tooDeep = place() }
  }

  private mutating func openLink(_ node: OpaquePointer) {
    deepen()
    if writer.isInImage { return }
    let address = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
    let words = InlineText.plain(of: node)
    let isAutolink = words == address || "mailto:" + words == address
    let index = add(isAutolink ? .autolink : .link, address, words)
    writer.openLink(index, title: cmark_node_get_title(node))
  }

  private mutating func openImage(_ node: OpaquePointer) {
    deepen()
    if writer.isInImage { return writer.openImage(nil) }
    let address = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
    writer.openImage(add(.image, address, InlineText.plain(of: node)))
  }

  private mutating func closeImage(_ node: OpaquePointer) {
    inlineDepth -= 1
    writer.closeImage(title: cmark_node_get_title(node), isFigure: isFigure)
  }

  private mutating func add(_ kind: Link.Kind, _ address: String, _ words: String) -> Int? {
    if links.count == Limits.links {
      if tooManyLinks == nil { tooManyLinks = place() }
      return nil
    }
    links.append(Link(kind: kind, destination: address, text: words, block: place()))
    return links.count - 1
  }

  // MARK: Places

  private mutating func start(_ node: OpaquePointer) {
    block = node
    blockRange = nil
  }

  /// The range of the paragraph or heading that is open.
  private mutating func place() -> Range<Int> {
    if let blockRange { return blockRange }
    let found = block.map { range(of: $0) } ?? lines.range.lowerBound..<lines.range.lowerBound
    blockRange = found
    return found
  }

  private func range(of node: OpaquePointer) -> Range<Int> {
    lines.range(
      fromLine: Int(cmark_node_get_start_line(node)), column: Int(cmark_node_get_start_column(node)),
      toLine: Int(cmark_node_get_end_line(node)), column: Int(cmark_node_get_end_column(node)))
  }
}
