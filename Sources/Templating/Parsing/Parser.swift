import Diagnosing

/// Builds the tree of one template.
struct Parser {
  /// Sections, parents and blocks open inside one another at most.
  static let deepest = 64

  private let file: SourceFile
  private let sequence: TagSequence
  private let standalone: StandaloneTags
  private var open: [Opening] = []
  private var nodes: [Node] = []
  private var isTooDeep = false
  private(set) var diagnostics: [Diagnostic]

  /// A tag that waits for the one that closes it, with the nodes before it.
  private struct Opening {
    let tag: Tag
    let index: Int
    let outer: [Node]
    let leading: Range<Int>?
  }

  static func parse(_ file: SourceFile, name: String) -> (TemplateTree, [Diagnostic]) {
    if let fault = TemplateEncoding.fault(in: file) {
      return (TemplateTree(name: name, file: file, nodes: []), [fault])
    }
    var parser = Parser(file)
    parser.run()
    return (TemplateTree(name: name, file: file, nodes: parser.nodes), parser.diagnostics)
  }

  private init(_ file: SourceFile) {
    self.file = file
    (sequence, diagnostics) = Tokenizer.tokenize(file)
    standalone = StandaloneTags(sequence, in: file.bytes)
  }

  private mutating func run() {
    for index in 0...sequence.tags.count where !isTooDeep {
      addText(before: index)
      if index < sequence.tags.count { add(sequence.tags[index], index) }
    }
    while let opening = open.last {
      if !isTooDeep { diagnostics.append(UnclosedSection.neverClosed(opening.tag, in: file)) }
      close(opening, at: file.bytes.count..<file.bytes.count)
    }
  }

  private mutating func add(_ tag: Tag, _ index: Int) {
    let indentation = standalone.indentations[index]
    var leading: Range<Int>?
    if indentation == nil, case .lineStart(let range) = nodes.last { leading = range }
    if indentation == nil, isLineStart(tag.range.lowerBound) {
      leading = tag.range.lowerBound..<tag.range.lowerBound
      nodes.append(.lineStart(leading!))
    }
    switch tag.kind {
    case .variable, .unescaped:
      nodes.append(
        .variable(.init(name: tag.name, tag: tag.range, isUnescaped: tag.kind == .unescaped)))
    case .partial:
      nodes.append(.partial(.init(name: tag.name, indentation: indentation)))
    case .section, .inverted, .parent, .block:
      guard open.count < Parser.deepest else {
        diagnostics.append(TooLarge.tooDeep(tag, in: file))
        isTooDeep = true
        return
      }
      open.append(Opening(tag: tag, index: index, outer: nodes, leading: leading))
      nodes = []
    case .close:
      addClosing(tag)
    case .comment, .delimiters:
      break
    }
  }

  private mutating func addClosing(_ tag: Tag) {
    guard let match = open.lastIndex(where: { $0.tag.name.text == tag.name.text }) else {
      diagnostics.append(UnclosedSection.notOpen(tag, expected: open.last?.tag, in: file))
      return
    }
    while open.count > match + 1 {
      diagnostics.append(UnclosedSection.neverClosed(open[open.count - 1].tag, in: file))
      close(open[open.count - 1], at: tag.range)
    }
    close(open[match], at: tag.range)
  }

  private mutating func close(_ opening: Opening, at closing: Range<Int>) {
    let children = nodes
    let tag = opening.tag
    nodes = opening.outer
    open.removeLast()
    let indentation = standalone.indentations[opening.index]
    switch tag.kind {
    case .section, .inverted:
      nodes.append(
        .section(
          .init(
            name: tag.name, tag: tag.range, isInverted: tag.kind == .inverted, children: children,
            closing: closing)))
    case .parent:
      nodes.append(
        .parent(.init(name: tag.name, indentation: indentation, blocks: overrides(children, of: tag))))
    default:
      nodes.append(
        .block(
          .init(name: tag.name, children: children, indentation: indentation, leading: opening.leading)))
    }
  }

  /// The blocks among what a parent tag encloses; anything else there would be lost, so it is a fault.
  private mutating func overrides(_ children: [Node], of parent: Tag) -> [Node.Block] {
    var blocks: [Node.Block] = []
    for child in children {
      switch child {
      case .block(let block):
        if let first = blocks.first(where: { $0.name.text == block.name.text }) {
          diagnostics.append(DuplicateBlock.found(block.name, first: first.name, in: file))
        } else {
          blocks.append(block)
        }
      case .lineStart:
        break
      case .text(let range):
        if let stray = visible(range) { diagnostics.append(StrayContent.found(at: stray, parent, in: file)) }
      case .variable(let variable):
        diagnostics.append(StrayContent.found(at: variable.tag, parent, in: file))
      case .section(let section):
        diagnostics.append(StrayContent.found(at: section.tag, parent, in: file))
      case .partial(let partial):
        diagnostics.append(StrayContent.found(at: partial.name.range, parent, in: file))
      case .parent(let inner):
        diagnostics.append(StrayContent.found(at: inner.name.range, parent, in: file))
      }
    }
    return blocks
  }

  private func visible(_ range: Range<Int>) -> Range<Int>? {
    func isSpace(_ index: Int) -> Bool {
      let byte = file.bytes[index]
      return byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
    guard let start = range.first(where: { !isSpace($0) }), let end = range.last(where: { !isSpace($0) })
    else { return nil }
    return start..<(end + 1)
  }

  /// Adds the text before a tag line by line, less the lines that standalone tags take with them.
  private mutating func addText(before index: Int) {
    let whole = sequence.text(before: index)
    var start = index > 0 ? standalone.textStarts[index - 1] ?? whole.lowerBound : whole.lowerBound
    let end = index < sequence.tags.count ? standalone.textEnds[index] ?? whole.upperBound : whole.upperBound
    while start < end {
      var lineEnd = start
      while lineEnd < end, file.bytes[lineEnd] != 0x0A { lineEnd += 1 }
      if lineEnd < end { lineEnd += 1 }
      addLine(start..<lineEnd)
      start = lineEnd
    }
  }

  private mutating func addLine(_ line: Range<Int>) {
    guard isLineStart(line.lowerBound) else {
      nodes.append(.text(line))
      return
    }
    var content = line.lowerBound
    while content < line.upperBound, file.bytes[content] == 0x20 || file.bytes[content] == 0x09 { content += 1 }
    let isBlank = content < line.upperBound && (file.bytes[content] == 0x0A || file.bytes[content] == 0x0D)
    if isBlank {
      nodes.append(.text(line))
    } else {
      nodes.append(.lineStart(line.lowerBound..<content))
      if content < line.upperBound { nodes.append(.text(content..<line.upperBound)) }
    }
  }

  private func isLineStart(_ offset: Int) -> Bool {
    offset == sequence.content.lowerBound || file.bytes[offset - 1] == 0x0A
  }
}
