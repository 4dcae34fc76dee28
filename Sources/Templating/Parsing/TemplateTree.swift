import Diagnosing

/// One template as a tree, before it is known what it is filled with.
struct TemplateTree: Sendable {
  let name: String
  let file: SourceFile
  let nodes: [Node]
}

/// A piece of a template. All ranges are bytes of its file.
indirect enum Node: Sendable {
  /// The start of a line that stays in the output, with its leading white space.
  case lineStart(Range<Int>)
  case text(Range<Int>)
  case variable(Variable)
  case section(Section)
  case partial(Partial)
  case parent(Parent)
  case block(Block)

  struct Variable: Sendable {
    let name: TagName
    let tag: Range<Int>
    let isUnescaped: Bool
  }

  struct Section: Sendable {
    let name: TagName
    let tag: Range<Int>
    let isInverted: Bool
    let children: [Node]
    /// The tag that closes it.
    let closing: Range<Int>
  }

  struct Partial: Sendable {
    let name: TagName
    /// The white space before a tag alone on its line; nil for a tag amid text.
    let indentation: Range<Int>?
  }

  struct Parent: Sendable {
    let name: TagName
    let indentation: Range<Int>?
    let blocks: [Block]
  }

  struct Block: Sendable {
    let name: TagName
    let children: [Node]
    /// The white space before an opening tag whose line is taken out; nil for a tag amid text.
    let indentation: Range<Int>?
    /// The white space before an opening tag that is the first thing on a line that stays.
    let leading: Range<Int>?
  }
}

extension [Node] {
  /// The white space at the start of the first line, wherever that is in the tree.
  var firstIndentation: Range<Int>? {
    for node in self {
      switch node {
      case .lineStart(let leading): return leading
      case .section(let section):
        if let found = section.children.firstIndentation { return found }
      case .block(let block):
        if let found = block.children.firstIndentation { return found }
      default: continue
      }
    }
    return nil
  }
}
