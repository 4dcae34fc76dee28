/// The views in scope at a place of a template, outermost first.
struct Scopes {
  /// What of a recursive partial's data a scope belongs to.
  enum Descent: Sendable {
    /// The partial's own view.
    case entry
    /// A part of it: smaller, so that recursion over it ends.
    case within
    /// Reached from outside it.
    case foreign
  }

  struct Scope: Sendable {
    let content: Content
    /// Where the view lies at run time.
    let slot: Int
    let isList: Bool
    let descent: Descent
  }

  enum Content: Sendable {
    case record(RecordShape, [NamedReader])
    /// A value that is no record: only `{{.}}` names it.
    case value(Resolution)
  }

  private(set) var stack: [Scope] = []
  private(set) var nextSlot = 0
  private(set) var slotsUsed = 0
  /// The values that enclosing sections have found to be there.
  private var known: [Resolution.Key] = []

  /// What a name stands for.
  struct Resolution {
    struct Key: Hashable {
      let slot: Int
      let path: String
    }

    let slot: Int
    let reader: Reader
    /// Which value it is, whatever the name for it.
    let key: Key
    let descent: Descent
  }

  enum Failure: Error {
    /// No part, or only the first parts, of a dotted name is known; with the names that would have been.
    case unknown(part: String, near: [String])
    case notRecord(part: String)
  }

  mutating func pushRecord(_ shape: RecordShape, isList: Bool, descent: Descent) -> Int {
    push(.record(shape, shape.fields), isList: isList, descent: descent)
  }

  mutating func pushItem() -> Int {
    let item = Resolution(slot: nextSlot, reader: .item, key: .init(slot: nextSlot, path: "."), descent: .foreign)
    return push(.value(item), isList: true, descent: .foreign)
  }

  private mutating func push(_ content: Content, isList: Bool, descent: Descent) -> Int {
    let slot = nextSlot
    nextSlot += 1
    slotsUsed = max(slotsUsed, nextSlot)
    stack.append(Scope(content: content, slot: slot, isList: isList, descent: descent))
    return slot
  }

  /// Enters a section on a value that is no record.
  mutating func pushValue(_ resolution: Resolution) {
    stack.append(
      Scope(content: .value(resolution), slot: resolution.slot, isList: false, descent: .foreign))
    known.append(resolution.key)
  }

  mutating func noteKnown(_ key: Resolution.Key) { known.append(key) }

  func isKnown(_ key: Resolution.Key) -> Bool { known.contains(key) }

  /// Leaves what was entered since `outer`.
  mutating func restore(_ outer: Scopes) {
    let used = max(slotsUsed, outer.slotsUsed)
    self = outer
    slotsUsed = used
  }

  /// Looks a name up from the innermost scope outward; the parts after a dot, in what the first one is.
  func resolve(_ name: String) -> Result<Resolution, Failure> {
    if name == "." {
      guard let top = stack.last else { return .failure(.unknown(part: name, near: [])) }
      switch top.content {
      case .value(let resolution):
        return .success(resolution)
      case .record:
        return .failure(.notRecord(part: name))
      }
    }
    var parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let onlyInnermost = parts.first == "" && parts.count > 1
    if onlyInnermost { parts.removeFirst() }
    let candidates = onlyInnermost ? stack.suffix(1) : stack[...]
    for scope in candidates.reversed() {
      guard case .record(_, let fields) = scope.content, let field = fields.first(where: { $0.name == parts[0] })
      else { continue }
      return follow(parts, field.reader, in: scope)
    }
    return .failure(.unknown(part: parts[0], near: onlyInnermost ? names(in: stack.suffix(1)) : visibleNames))
  }

  private func follow(_ parts: [String], _ first: Reader, in scope: Scope) -> Result<Resolution, Failure> {
    var reader = first
    for (index, part) in parts.enumerated().dropFirst() {
      switch reader {
      case .record(let shape, let open, let isOptional):
        let fields = shape.fields
        guard let field = fields.first(where: { $0.name == part }) else {
          return .failure(.unknown(part: part, near: fields.map(\.name)))
        }
        reader = field.reader.inside(open, isOptional: isOptional)
      case .records(_, let read), .texts(let read):
        guard let field = Reader.listField(part, of: read) else {
          return .failure(.unknown(part: part, near: ["any", "count"]))
        }
        reader = field
      default:
        return .failure(.notRecord(part: parts[index - 1]))
      }
    }
    return .success(
      Resolution(
        slot: scope.slot, reader: reader,
        key: .init(slot: scope.slot, path: parts.joined(separator: ".")),
        descent: scope.descent == .foreign ? .foreign : .within))
  }

  /// The innermost list that is being gone through.
  var list: Scope? { stack.last { $0.isList } }

  /// Every name that resolves here, the innermost first.
  var visibleNames: [String] { names(in: stack[...]) }

  private func names(in scopes: ArraySlice<Scope>) -> [String] {
    var names: [String] = []
    for scope in scopes.reversed() {
      guard case .record(_, let fields) = scope.content else { continue }
      for field in fields where !names.contains(field.name) { names.append(field.name) }
    }
    return names
  }
}

extension Scopes {
  /// What a called partial must know of one scope.
  struct Form: Hashable {
    /// Nil for an item of a list of texts.
    let record: RecordShape?
    let isList: Bool
  }

  /// What a called partial is handed.
  struct Call {
    let scopes: Scopes
    /// The caller's slots, in the order of the partial's own.
    let slots: [Int]
    let form: [Form]
    /// What the partial's view is to the caller's.
    let descent: Descent
  }

  /// The scopes that a partial can reach, each under a slot of its own, for a partial that is called.
  ///
  /// A view hidden by an inner view of the same type can never be named, so it is left out; that is
  /// why a partial that contains itself needs only finitely many forms.
  func forCall() -> Call {
    var kept: [Scope] = []
    for (index, scope) in stack.enumerated().reversed() {
      switch scope.content {
      case .record(let shape, _):
        let isHidden = kept.contains {
          if case .record(shape, _) = $0.content { true } else { false }
        }
        if !isHidden { kept.append(scope) }
      case .value:
        if scope.isList, index == stack.count - 1 { kept.append(scope) }
      }
    }
    kept.reverse()
    var scopes = Scopes()
    var form: [Form] = []
    for (index, scope) in kept.enumerated() {
      let descent: Descent = index == kept.count - 1 ? .entry : .foreign
      switch scope.content {
      case .record(let shape, _):
        _ = scopes.push(scope.content, isList: scope.isList, descent: descent)
        form.append(Form(record: shape, isList: scope.isList))
      case .value:
        _ = scopes.pushItem()
        form.append(Form(record: nil, isList: true))
      }
    }
    return Call(
      scopes: scopes, slots: kept.map(\.slot), form: form, descent: kept.last?.descent ?? .foreign)
  }
}
