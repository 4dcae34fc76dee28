/// A paragraph, heading or list item of a section, its lines in the notation of `PageLine`.
enum SectionBlock: Sendable, Hashable {
  case paragraph([String])
  /// The levels count from 1, the highest within a section.
  case heading(Int, String)
  case item(depth: Int, number: Int?, [String])
}

extension SectionBlock {
  /// The blocks that lines make up.
  static func blocks(_ lines: [PageLine]) -> [SectionBlock] {
    var builder = SectionBuilder()
    for line in lines { builder.add(line) }
    return builder.finished()
  }
}

private struct SectionBuilder {
  private enum Open {
    case nothing, paragraph
    case item(depth: Int, number: Int?)
  }

  private var blocks: [SectionBlock] = []
  /// The block that is being put together, and its lines.
  private var open = Open.nothing
  private var texts: [String] = []
  /// The indentations of the open items, the outermost first.
  private var indents: [Int] = []

  mutating func finished() -> [SectionBlock] {
    close()
    return blocks
  }

  mutating func add(_ line: PageLine) {
    switch line.kind {
    case .blank: close()
    case .image, .address: break
    case .heading(let level):
      close()
      indents = []
      blocks.append(.heading(level, line.text))
    case .item(let number):
      close()
      while let last = indents.last, last > line.indent + 1 { indents.removeLast() }
      let isDeeper = indents.last.map { $0 + 2 <= line.indent } ?? true
      if isDeeper, indents.count <= PageLine.deepestItem { indents.append(line.indent) }
      open = .item(depth: indents.count - 1, number: number)
      texts = [line.text]
    case .text:
      switch open {
      case .paragraph: break
      case .item where line.indent >= (indents.last ?? 0) + 2: break
      default:
        close()
        indents = []
        open = .paragraph
      }
      texts.append(line.text)
    }
  }

  private mutating func close() {
    switch open {
    case .nothing: break
    case .paragraph: blocks.append(.paragraph(texts))
    case .item(let depth, let number): blocks.append(.item(depth: depth, number: number, texts))
    }
    open = .nothing
    texts = []
  }
}
