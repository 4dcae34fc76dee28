import Diagnosing

/// Compiles one template for one type of view, its partials and parents written into it.
struct Compilation {
  /// Nodes visited and templates inside one another at most, so that no theme can take all memory.
  static let most = 200_000
  static let deepest = 100

  private let trees: [String: TemplateTree]
  private let recursive: Set<String>
  private let labels: Labels

  private var functions: [Program.Function?] = [nil]
  private var literals: [UInt8] = []
  private var emitter = Emitter(context: HTMLContext())
  private var scopes = Scopes()
  private var function = 0
  private var calls = CallGraph()
  private var called: [FunctionKey: Called] = [:]
  /// The blocks met since the innermost parent was entered.
  private var blocksMet: Set<String> = []
  private var visited = 0
  private var depth = 0

  private(set) var diagnostics: [Diagnostic] = []
  private(set) var used: Set<String> = []

  private struct FunctionKey: Hashable {
    let name: String
    let scopes: [Scopes.Form]
    let context: HTMLContext
    let overrides: Set<ObjectIdentifier>
  }

  private struct Called {
    let index: Int
    var blocksMet: Set<String>?
  }

  init(_ trees: [String: TemplateTree], recursive: Set<String>, labels: Labels) {
    self.trees = trees
    self.recursive = recursive
    self.labels = labels
  }

  /// The program, if nothing was wrong.
  mutating func compile(_ tree: TemplateTree, for view: RecordShape) -> Program? {
    used.insert(tree.name)
    _ = scopes.pushRecord(view, isList: false, descent: .entry)
    walk(tree.nodes, Site(tree: tree))
    // A section that went wrong may well have left the page inside something.
    let isAstray = diagnostics.contains { $0.rule == ContextChange.rule.id }
    if !isAstray, !emitter.context.isContent, let opened = emitter.opened {
      diagnostics.append(ContextChange.neverEnded(emitter.context, at: opened.offset, in: opened.file))
    }
    functions[0] = Program.Function(operations: emitter.operations, slots: scopes.slotsUsed)
    for call in calls.endless { report(EndlessRecursion.found(call.name, in: call.site.tree.file), call.site) }
    guard diagnostics.isEmpty else { return nil }
    return Program(functions: functions.compactMap { $0 }, literals: literals)
  }

  private mutating func report(_ diagnostic: Diagnostic, _ site: Site) {
    var diagnostic = diagnostic
    if let trail = site.trail { diagnostic.notes.append(trail.note) }
    diagnostics.append(diagnostic)
  }

  private mutating func walk(_ nodes: some Sequence<Node>, _ site: Site) {
    for node in nodes {
      visited += 1
      guard visited <= Compilation.most else { return }
      if visited == Compilation.most { report(TooLarge.tooMuch(in: site.tree.file), site) }
      switch node {
      case .lineStart(let leading):
        addIndent(site.indent, site)
        addMarkup(site.leading(leading), site)
      case .text(let range): addMarkup(site.text(range), site)
      case .variable(let variable): add(variable, site)
      case .section(let section): add(section, site)
      case .partial(let partial):
        include(partial.name, partial.indentation, site.overrides, site)
      case .parent(let parent): add(parent, site)
      case .block(let block): add(block, site)
      }
    }
  }

  // MARK: Text

  private mutating func addMarkup(_ bytes: ArraySlice<UInt8>, _ site: Site) {
    switch emitter.addMarkup(bytes, of: site.tree.file, to: &literals) {
    case .glued(let offset): report(ContextChange.glued(at: offset, in: site.tree.file), site)
    case .lateRefresh(let offset): report(UnsafePlace.lateRefresh(at: offset, in: site.tree.file), site)
    case nil: break
    }
  }

  private mutating func addIndent(_ indent: Indent, _ site: Site) {
    if indent.isDynamic { emitter.add(.indent) }
    addMarkup(indent.bytes[...], site)
  }

  // MARK: Values

  private mutating func add(_ variable: Node.Variable, _ site: Site) {
    emitter.pause()
    if let label = variable.name.label {
      if variable.isUnescaped {
        report(UnescapedText.found(variable.name, at: variable.tag, in: site.tree.file), site)
      }
      add(label, variable, site)
      return
    }
    if let resolution = resolve(variable.name, site) { write(resolution, variable, site) }
  }

  private mutating func write(_ resolution: Scopes.Resolution, _ variable: Node.Variable, _ site: Site) {
    let placement = Placement.of(
      resolution.reader, unescaped: variable.isUnescaped, isKnown: scopes.isKnown(resolution.key),
      in: emitter.context)
    switch placement {
    case .success(let placement):
      if let operation = placement.operation(resolution.reader, slot: resolution.slot) {
        emitter.add(operation)
      }
      emitter.wroteValue(wholeURL: placement.isWholeURL)
    case .failure(let refusal):
      report(refusal.diagnostic(variable, resolution.reader, in: site.tree.file), site)
      emitter.refusedValue()
    }
  }

  private mutating func add(_ name: String, _ variable: Node.Variable, _ site: Site) {
    guard let label = labels[name] else {
      report(UnknownLabel.found(variable.name, in: site.tree.file, labels), site)
      return
    }
    switch label.content {
    case .text(let text):
      add(Label.parts(of: text), of: label, variable, site)
    case .plural(let by, let one, let other):
      guard let number = resolve(by, of: label, variable, site) else { return }
      guard case .number(let read, _) = number.reader else {
        report(LabelValue.notNumber(by, label, at: variable.tag, in: site.tree.file), site)
        return
      }
      let before = emitter.context
      let opening = emitter.open(.plural(number.slot, read, other: 0, end: 0))
      add(Label.parts(of: one), of: label, variable, site)
      let after = emitter.context
      emitter.turn(opening)
      emitter.context = before
      add(Label.parts(of: other), of: label, variable, site)
      emitter.close(opening)
      emitter.context = after.joined(with: emitter.context) ?? before
    }
  }

  private mutating func add(_ parts: [Label.Part], of label: Label, _ variable: Node.Variable, _ site: Site) {
    for part in parts {
      switch part {
      case .text(let text):
        let placement = Placement.of(.text { _ in "" }, unescaped: false, isKnown: true, in: emitter.context)
        switch placement {
        case .success(let placement):
          emitter.addBytes(placement.constant(text), to: &literals)
          emitter.wroteValue(wholeURL: false)
        case .failure(let refusal):
          report(refusal.diagnostic(variable, .text { _ in "" }, in: site.tree.file), site)
          emitter.refusedValue()
        }
      case .name(let name):
        guard let resolution = resolve(name, of: label, variable, site) else { continue }
        write(resolution, .init(name: variable.name, tag: variable.tag, isUnescaped: false), site)
      }
    }
  }

  private mutating func resolve(_ name: TagName, _ site: Site) -> Scopes.Resolution? {
    switch scopes.resolve(name.text) {
    case .success(let resolution): return resolution
    case .failure(let failure):
      report(UnknownName.found(name, failure, in: site.tree.file), site)
      return nil
    }
  }

  private mutating func resolve(
    _ name: String, of label: Label, _ variable: Node.Variable, _ site: Site
  ) -> Scopes.Resolution? {
    switch scopes.resolve(name) {
    case .success(let resolution): return resolution
    case .failure:
      report(
        LabelValue.unknown(name, label, among: scopes.visibleNames, at: variable.tag, in: site.tree.file), site)
      return nil
    }
  }

  // MARK: Sections

  private mutating func add(_ section: Node.Section, _ site: Site) {
    emitter.pause()
    if section.name.text.hasPrefix("@") { return addItemSection(section, site) }
    guard section.name.label == nil else {
      report(WrongShape.labelSection(section.name, in: site.tree.file), site)
      return
    }
    guard let resolution = resolve(section.name, site) else { return }
    let outer = scopes
    var isOnce = false
    let opening: Operation
    switch (section.isInverted, resolution.reader) {
    case (false, .records(let shape, let read)):
      let slot = scopes.pushRecord(shape, isList: true, descent: resolution.descent)
      opening = .list(resolution.slot, read, into: slot, end: 0)
    case (false, .texts(let read)):
      opening = .list(resolution.slot, read, into: scopes.pushItem(), end: 0)
    case (false, .record(let shape, let read, let isOptional)):
      scopes.noteKnown(resolution.key)
      let slot = scopes.pushRecord(shape, isList: false, descent: resolution.descent)
      opening = .record(resolution.slot, read, into: slot, end: 0)
      isOnce = !isOptional
    default:
      guard let test = resolution.reader.test else {
        report(WrongShape.alwaysThere(section.name, resolution.reader, in: site.tree.file), site)
        return
      }
      opening = .when(resolution.slot, test, negated: section.isInverted, end: 0)
      if !section.isInverted, !resolution.reader.isFlag { scopes.pushValue(resolution) }
    }
    var isLoop = false
    if case .list = opening { isLoop = true }
    addBody(section, opening, isLoop: isLoop, isOnce: isOnce, site)
    scopes.restore(outer)
  }

  /// `{{#@first}}` and `{{#@last}}`: where the item stands in the innermost list.
  private mutating func addItemSection(_ section: Node.Section, _ site: Site) {
    guard let position = ItemPosition(section.name.text) else {
      report(UnknownName.notPosition(section.name, in: site.tree.file), site)
      return
    }
    guard let list = scopes.list else {
      report(WrongShape.notInList(section.name, in: site.tree.file), site)
      return
    }
    let opening = Operation.whenItem(list.slot, position, negated: section.isInverted, end: 0)
    addBody(section, opening, isLoop: false, isOnce: false, site)
  }

  private mutating func addBody(
    _ section: Node.Section, _ operation: Operation, isLoop: Bool, isOnce: Bool, _ site: Site
  ) {
    let before = emitter.context
    let opening = emitter.open(operation)
    walk(section.children, site)
    emitter.pause()
    emitter.close(opening)
    if isOnce { return }
    // A list may be empty or go round again, so after it the page must be just where it was before.
    let joined = before.joined(with: emitter.context)
    if let joined, !isLoop || joined == before {
      emitter.context = joined
    } else {
      report(
        ContextChange.found(section, before, emitter.context, in: site.tree.file), site)
      emitter.context = before
    }
  }

  // MARK: Partials, parents and blocks

  private mutating func include(
    _ name: TagName, _ indentation: Range<Int>?, _ overrides: Overrides, _ site: Site
  ) {
    guard let tree = trees[name.text] else {
      report(UnknownPartial.found(name, among: trees.keys.sorted(), in: site.tree.file), site)
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
      report(TooLarge.tooDeep(name, in: site.tree.file), site)
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
    let handed = scopes.forCall()
    let key = FunctionKey(
      name: tree.name, scopes: handed.form, context: emitter.context, overrides: inner.overrides.identity)
    let index = called[key]?.index ?? functions.count
    calls.add(.init(from: function, to: index, descent: handed.descent, name: name, site: site))
    if let done = called[key] {
      blocksMet.formUnion(done.blocksMet ?? inner.overrides.names)
    } else {
      called[key] = Called(index: index)
      functions.append(nil)
      compileFunction(key, index, handed.scopes, inner)
    }
    emitter.add(.call(index, slots: handed.slots, indent: site.indent.bytes + indent))
  }

  private mutating func compileFunction(_ key: FunctionKey, _ index: Int, _ innerScopes: Scopes, _ site: Site) {
    guard depth < Compilation.deepest else {
      diagnostics.append(TooLarge.tooMuch(in: site.tree.file))
      return
    }
    let outer = (emitter, scopes, function, blocksMet)
    emitter = Emitter(context: key.context)
    scopes = innerScopes
    function = index
    blocksMet = []
    depth += 1
    var site = site
    site.indent = Indent(isDynamic: true)
    walk(site.tree.nodes, site)
    depth -= 1
    if emitter.context != key.context {
      report(ContextChange.recursive(emitter.context, in: site.tree.file), site)
    }
    functions[index] = Program.Function(operations: emitter.operations, slots: scopes.slotsUsed)
    called[key]?.blocksMet = blocksMet
    let met = blocksMet
    (emitter, scopes, function, blocksMet) = outer
    blocksMet.formUnion(met)
  }

  private mutating func add(_ parent: Node.Parent, _ site: Site) {
    let outer = blocksMet
    blocksMet = []
    include(parent.name, parent.indentation, site.overrides.adding(parent.blocks, at: site), site)
    if trees[parent.name.text] != nil {
      for block in parent.blocks where !blocksMet.contains(block.name.text) {
        report(
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
      if !isOwnLines { addIndent(inner.indent, site) }
      walk(override.block.children, inner)
    } else {
      inner.indent = site.indent.adding(block.leading.map(site.leading) ?? [])
      // The line that the block stands on is already indented.
      let startsLine = if case .lineStart = override.block.children.first { true } else { false }
      walk(override.block.children.dropFirst(startsLine && isOwnLines ? 1 : 0), inner)
    }
  }
}
