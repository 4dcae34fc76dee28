import Diagnosing

/// Compiles one template for one type of view, its partials and parents written into it.
struct Compilation: ~Copyable {
  /// Nodes visited and templates inside one another at most, so that no theme can take all memory.
  static let most = 200_000
  static let deepest = 100

  private let trees: [String: TemplateTree]
  private let recursive: Set<String>

  private var functions: [Program.Function?] = [nil]
  private var writer: Writer
  private var function = 0
  private var calls = CallGraph()
  private var called: [FunctionKey: Called] = [:]
  /// The blocks met since the innermost parent was entered.
  private var blocksMet: Set<String> = []
  private var visited = 0
  private var depth = 0

  private(set) var used: Set<String> = []

  private struct FunctionKey: Hashable {
    let name: String
    let scopes: [Scopes.Form]
    let context: HTMLContext
    let overrides: Overrides
  }

  private struct Called {
    let index: Int
    var blocksMet: Set<String>?
  }

  init(_ trees: [String: TemplateTree], recursive: Set<String>, labels: Labels) {
    self.trees = trees
    self.recursive = recursive
    writer = Writer(labels: labels)
  }

  var diagnostics: [Diagnostic] { writer.diagnostics }

  /// The program, if nothing was wrong.
  mutating func compile(_ tree: TemplateTree, for view: RecordShape) -> Program? {
    used.insert(tree.name)
    _ = writer.scopes.pushRecord(view, isList: false, descent: .entry)
    walk(tree.nodes, Site(tree: tree))
    // A section that went wrong may well have left the page inside something.
    let isAstray = diagnostics.contains { $0.rule == ContextChange.rule.id }
    if !isAstray, !writer.emitter.context.isContent, let opened = writer.emitter.opened {
      writer.report(
        ContextChange.neverEnded(writer.emitter.context, at: opened.offset, in: opened.file), Site(tree: tree))
    }
    functions[0] = writer.emitter.finish(slots: writer.scopes.slotsUsed)
    for call in calls.endless { writer.report(EndlessRecursion.found(call.name, in: call.site.tree.file), call.site) }
    guard diagnostics.isEmpty else { return nil }
    return Program(functions: functions.compactMap { $0 }, literals: writer.literals)
  }

  private mutating func walk(_ nodes: some Sequence<Node>, _ site: Site) {
    for node in nodes {
      visited += 1
      guard visited <= Compilation.most else { return }
      if visited == Compilation.most { writer.report(TooLarge.tooMuch(in: site.tree.file), site) }
      switch node {
      case .lineStart(let leading):
        writer.addIndent(site.indent, site)
        writer.addMarkup(site.leading(leading), site)
      case .text(let range): writer.addMarkup(site.text(range), site)
      case .variable(let variable): writer.add(variable, site)
      case .section(let section): add(section, site)
      case .partial(let partial):
        include(partial.name, partial.indentation, site.overrides, site)
      case .parent(let parent): add(parent, site)
      case .block(let block): add(block, site)
      }
    }
  }

  // MARK: Sections

  private mutating func add(_ section: Node.Section, _ site: Site) {
    writer.emitter.pause()
    if section.name.text.hasPrefix("@") { return addItemSection(section, site) }
    guard section.name.label == nil else {
      writer.report(WrongShape.labelSection(section.name, in: site.tree.file), site)
      return
    }
    guard let resolution = writer.resolve(section.name, site) else { return }
    let outer = writer.scopes
    var isOnce = false
    var isLoop = false
    let opening: Operation
    switch (section.isInverted, resolution.reader) {
    case (false, .records(let shape, let read)):
      let slot = writer.scopes.pushRecord(shape, isList: true, descent: resolution.descent)
      opening = .list(resolution.slot, read, into: slot)
      isLoop = true
    case (false, .texts(let read)):
      opening = .list(resolution.slot, read, into: writer.scopes.pushItem())
      isLoop = true
    case (false, .record(let shape, let read, let isOptional)):
      writer.scopes.noteKnown(resolution.key)
      let slot = writer.scopes.pushRecord(shape, isList: false, descent: resolution.descent)
      opening = .record(resolution.slot, read, into: slot)
      isOnce = !isOptional
    default:
      guard let test = resolution.reader.test else {
        writer.report(WrongShape.alwaysThere(section.name, resolution.reader, in: site.tree.file), site)
        return
      }
      opening = .when(resolution.slot, test, negated: section.isInverted)
      if !section.isInverted, !resolution.reader.isFlag { writer.scopes.pushValue(resolution) }
    }
    addBody(section, opening, isLoop: isLoop, isOnce: isOnce, site)
    writer.scopes.restore(outer)
  }

  /// `{{#@first}}` and `{{#@last}}`: where the item stands in the innermost list.
  private mutating func addItemSection(_ section: Node.Section, _ site: Site) {
    guard let position = ItemPosition(section.name.text) else {
      writer.report(UnknownName.notPosition(section.name, in: site.tree.file), site)
      return
    }
    guard let list = writer.scopes.list else {
      writer.report(WrongShape.notInList(section.name, in: site.tree.file), site)
      return
    }
    let opening = Operation.whenItem(list.slot, position, negated: section.isInverted)
    addBody(section, opening, isLoop: false, isOnce: false, site)
  }

  private mutating func addBody(
    _ section: Node.Section, _ operation: consuming Operation, isLoop: Bool, isOnce: Bool, _ site: Site
  ) {
    let before = writer.emitter.context
    let opening = writer.emitter.open(operation)
    walk(section.children, site)
    writer.emitter.pause()
    writer.emitter.close(opening)
    if isOnce { return }
    // A list may be empty or go round again, so after it the page must be just where it was before.
    let joined = before.joined(with: writer.emitter.context)
    if let joined, !isLoop || joined == before {
      writer.emitter.context = joined
    } else {
      writer.report(
        ContextChange.found(section, before, writer.emitter.context, in: site.tree.file), site)
      writer.emitter.context = before
    }
  }

  // MARK: Partials, parents and blocks

  private mutating func include(
    _ name: TagName, _ indentation: Range<Int>?, _ overrides: Overrides, _ site: Site
  ) {
    guard let tree = trees[name.text] else {
      writer.report(UnknownPartial.found(name, among: trees.keys.sorted(), in: site.tree.file), site)
      return
    }
    used.insert(name.text)
    let more = indentation.map { Array(site.leading($0)) } ?? []
    let trail = Trail(site.tree.file, name.range, outer: site.trail)
    if recursive.contains(name.text) {
      call(tree, name, Site(tree: tree, overrides: overrides, trail: trail), indent: more, from: site)
      return
    }
    guard depth < Compilation.deepest else {
      writer.report(TooLarge.tooDeep(name, in: site.tree.file), site)
      return
    }
    depth += 1
    walk(tree.nodes, Site(tree: tree, overrides: overrides, indent: site.indent.adding(more), trail: trail))
    depth -= 1
  }

  /// Calls a template that contains itself, compiling it once for each form that it is needed in.
  private mutating func call(
    _ tree: TemplateTree, _ name: TagName, _ inner: Site, indent: [UInt8], from site: Site
  ) {
    let handed = writer.scopes.forCall()
    let key = FunctionKey(
      name: tree.name, scopes: handed.form, context: writer.emitter.context, overrides: inner.overrides)
    let index = called[key]?.index ?? functions.count
    calls.add(.init(from: function, to: index, descent: handed.descent, name: name, site: site))
    if let done = called[key] {
      blocksMet.formUnion(done.blocksMet ?? inner.overrides.names)
    } else {
      called[key] = Called(index: index)
      functions.append(nil)
      compileFunction(key, index, handed.scopes, inner)
    }
    writer.emitter.add(.call(index, slots: handed.slots, indent: site.indent.bytes + indent))
  }

  private mutating func compileFunction(_ key: FunctionKey, _ index: Int, _ innerScopes: Scopes, _ site: Site) {
    guard depth < Compilation.deepest else {
      writer.report(TooLarge.tooMuch(in: site.tree.file), site)
      return
    }
    let outer = (writer.scopes, function, blocksMet)
    var emitter = Emitter(context: key.context)
    swap(&writer.emitter, &emitter)
    writer.scopes = innerScopes
    function = index
    blocksMet = []
    depth += 1
    var site = site
    site.indent = Indent(isDynamic: true)
    walk(site.tree.nodes, site)
    depth -= 1
    if writer.emitter.context != key.context {
      writer.report(ContextChange.recursive(writer.emitter.context, in: site.tree.file), site)
    }
    functions[index] = writer.emitter.finish(slots: writer.scopes.slotsUsed)
    swap(&writer.emitter, &emitter)
    called[key]?.blocksMet = blocksMet
    let met = blocksMet
    (writer.scopes, function, blocksMet) = outer
    blocksMet.formUnion(met)
  }

  private mutating func add(_ parent: Node.Parent, _ site: Site) {
    let outer = blocksMet
    blocksMet = []
    include(parent.name, parent.indentation, site.overrides.adding(parent.blocks, at: site), site)
    if trees[parent.name.text] != nil {
      for block in parent.blocks where !blocksMet.contains(block.name.text) {
        writer.report(
          UnknownBlock.found(block.name, parent: parent.name.text, among: blocksMet, in: site.tree.file), site)
      }
    }
    blocksMet.formUnion(outer)
  }

  private mutating func add(_ block: Node.Block, _ site: Site) {
    blocksMet.insert(block.name.text)
    guard let override = site.overrides[block.name.text] else { return walk(block.children, site) }
    var inner = override.site
    let isOwnLines = override.block.indentation != nil
    inner.dedent = isOwnLines ? override.block.children.firstIndentation.map(inner.text) ?? [] : []
    if let own = block.indentation {
      inner.indent = site.indent.adding(site.leading(block.children.firstIndentation ?? own))
      if !isOwnLines { writer.addIndent(inner.indent, site) }
      walk(override.block.children, inner)
    } else {
      inner.indent = site.indent.adding(block.leading.map(site.leading) ?? [])
      // The line that the block stands on is already indented.
      let startsLine = if case .lineStart = override.block.children.first { true } else { false }
      walk(override.block.children.dropFirst(startsLine && isOwnLines ? 1 : 0), inner)
    }
  }
}
