import Diagnosing

/// Where nodes are compiled: whose they are, how far they are indented, and which blocks are replaced.
struct Site: Sendable {
  let tree: TemplateTree
  var overrides = Overrides()
  var indent = Indent()
  /// White space taken off the start of each line: that of a block's first line, where it was written.
  var dedent: ArraySlice<UInt8> = []
  var trail: Trail?

  func text(_ range: Range<Int>) -> ArraySlice<UInt8> { tree.file.bytes[range] }

  /// A line's leading white space, less what is taken off.
  func leading(_ range: Range<Int>) -> ArraySlice<UInt8> {
    let written = text(range)
    let common = zip(written, dedent).prefix { $0 == $1 }.count
    return written.dropFirst(common)
  }
}

/// White space that goes before each line of a partial.
struct Indent: Sendable {
  /// Whether the indentation of the call comes first, which a partial that contains itself learns only
  /// when it is rendered.
  var isDynamic = false
  var bytes: [UInt8] = []

  func adding(_ more: some Sequence<UInt8>) -> Indent {
    Indent(isDynamic: isDynamic, bytes: bytes + more)
  }
}

/// The tags that led from the template that is compiled to a place in another one, the nearest first.
final class Trail: Sendable {
  let file: SourceFile
  let range: Range<Int>
  let outer: Trail?

  init(_ file: SourceFile, _ range: Range<Int>, outer: Trail?) {
    self.file = file
    self.range = range
    self.outer = outer
  }

  /// Where the partial or parent was asked for, for a finding inside it.
  var note: Localized {
    let place = "\(file.path):\(file.position(at: range.lowerBound))"
    return Localized(fi: "käytössä: \(place)", sv: "används i: \(place)", en: "used in: \(place)")
  }
}

/// The blocks that replace those of parents, by name.
///
/// What a template further down gives counts over what a parent between gives.
struct Overrides: Sendable, Hashable {
  /// A block with the place where it was written, whose own replacements hold inside it.
  final class Override: Sendable, Hashable {
    let block: Node.Block
    let site: Site

    init(_ block: Node.Block, _ site: Site) {
      self.block = block
      self.site = site
    }

    static func == (a: Override, b: Override) -> Bool {
      a === b
        || (a.site.tree.name == b.site.tree.name && a.block.name.range == b.block.name.range
          && a.site.overrides == b.site.overrides)
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(site.tree.name)
      hasher.combine(block.name.range)
    }
  }

  private var byName: [String: Override] = [:]

  subscript(name: String) -> Override? { byName[name] }

  var names: Set<String> { Set(byName.keys) }

  func adding(_ blocks: [Node.Block], at site: Site) -> Overrides {
    var sum = self
    for block in blocks where sum.byName[block.name.text] == nil {
      sum.byName[block.name.text] = Override(block, site)
    }
    return sum
  }
}
