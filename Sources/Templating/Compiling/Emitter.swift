import Diagnosing

/// Collects one function's operations, and knows where in the page the next byte stands.
struct Emitter {
  private(set) var operations: [Operation] = []
  var context: HTMLContext
  /// Where the tag, comment or element began that the context is inside of.
  private(set) var opened: (file: SourceFile, offset: Int)?
  /// Operations before this one are closed: a literal may not be joined to them.
  private var barrier = 0
  private var justPaused = false

  init(context: HTMLContext) {
    self.context = context
  }

  /// Adds bytes of a template, which the page's context follows.
  ///
  /// Returns the first place where they go on with a name that a tag or a section has ended, or where they
  /// turn content that was filled in into an address.
  mutating func addMarkup(_ bytes: ArraySlice<UInt8>, of file: SourceFile, to literals: inout [UInt8])
    -> MarkupFault?
  {
    var fault: MarkupFault?
    for (offset, byte) in zip(bytes.indices, bytes) {
      if justPaused, !context.continues(with: byte) { fault = fault ?? .glued(offset) }
      justPaused = false
      if byte == UInt8(ascii: ">"), context.refreshesFilledContent { fault = fault ?? .lateRefresh(offset) }
      let wasContent = context.isContent
      context.advance(over: byte)
      if wasContent, !context.isContent { opened = (file, offset) }
    }
    addBytes(bytes, to: &literals)
    return fault
  }

  enum MarkupFault {
    case glued(Int)
    case lateRefresh(Int)
  }

  /// Adds bytes that are already escaped for their place.
  mutating func addBytes(_ bytes: some Collection<UInt8>, to literals: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    if operations.count > barrier, case .literal(let start, let count) = operations[operations.count - 1],
      start + count == literals.count
    {
      operations[operations.count - 1] = .literal(start: start, count: count + bytes.count)
    } else {
      operations.append(.literal(start: literals.count, count: bytes.count))
    }
    literals.append(contentsOf: bytes)
  }

  mutating func add(_ operation: Operation) {
    operations.append(operation)
  }

  /// Adds an operation that a section's contents follow; `close` completes it.
  mutating func open(_ operation: Operation) -> Int {
    operations.append(operation)
    barrier = operations.count
    return operations.count - 1
  }

  mutating func close(_ index: Int) {
    barrier = operations.count
    let end = operations.count
    switch operations[index] {
    case .when(let slot, let test, let negated, _):
      operations[index] = .when(slot, test, negated: negated, end: end)
    case .whenItem(let slot, let position, let negated, _):
      operations[index] = .whenItem(slot, position, negated: negated, end: end)
    case .record(let slot, let read, let into, _):
      operations[index] = .record(slot, read, into: into, end: end)
    case .list(let slot, let read, let into, _):
      operations[index] = .list(slot, read, into: into, end: end)
    case .plural(let slot, let read, let other, _):
      operations[index] = .plural(slot, read, other: other, end: end)
    default: break
    }
  }

  /// Ends the first form of a plural and begins the other.
  mutating func turn(_ index: Int) {
    barrier = operations.count
    if case .plural(let slot, let read, _, let end) = operations[index] {
      operations[index] = .plural(slot, read, other: operations.count, end: end)
    }
  }

  /// Marks the edge of a section or the place of a value.
  mutating func pause() {
    context.pause()
    justPaused = true
  }

  mutating func wroteValue(wholeURL: Bool) {
    context.wrote(wholeURL: wholeURL)
    justPaused = true
  }

  mutating func refusedValue() {
    context.refused()
    justPaused = false
  }
}
