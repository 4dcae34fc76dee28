import Diagnosing

/// Writes text, values and labels into the function that is being compiled, each as its place asks.
struct Writer: ~Copyable {
  private let labels: Labels
  var emitter = Emitter(context: HTMLContext())
  var scopes = Scopes()
  /// What is written as it stands, for all functions of the program.
  private(set) var literals: [UInt8] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(labels: Labels) {
    self.labels = labels
  }

  /// Notes what is wrong, with the way that led to where it is.
  mutating func report(_ diagnostic: Diagnostic, _ site: Site) {
    var diagnostic = diagnostic
    if let trail = site.trail { diagnostic.notes.append(trail.note) }
    diagnostics.append(diagnostic)
  }

  mutating func addMarkup(_ bytes: ArraySlice<UInt8>, _ site: Site) {
    switch emitter.addMarkup(bytes, of: site.tree.file, to: &literals) {
    case .glued(let offset): report(ContextChange.glued(at: offset, in: site.tree.file), site)
    case .lateRefresh(let offset): report(UnsafePlace.lateRefresh(at: offset, in: site.tree.file), site)
    case nil: break
    }
  }

  mutating func addIndent(_ indent: Indent, _ site: Site) {
    if indent.isDynamic { emitter.add(.indent) }
    addMarkup(indent.bytes[...], site)
  }

  mutating func add(_ variable: Node.Variable, _ site: Site) {
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
      let opening = emitter.open(.plural(number.slot, read))
      add(Label.parts(of: one), of: label, variable, site)
      let after = emitter.context
      let otherwise = emitter.turn(opening)
      emitter.context = before
      add(Label.parts(of: other), of: label, variable, site)
      emitter.close(otherwise)
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

  mutating func resolve(_ name: TagName, _ site: Site) -> Scopes.Resolution? {
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
}
