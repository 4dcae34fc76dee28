import Diagnosing

/// Collects one function's operations, and knows where in the page the next byte stands.
struct Emitter: ~Copyable {
  private var operations = Operations()
  private var ends: [Int] = []
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
    if let start = startOfLiteral(endingAt: literals.count) {
      operations[operations.count - 1] = .literal(start: start, count: literals.count - start + bytes.count)
    } else {
      add(.literal(start: literals.count, count: bytes.count))
    }
    literals.append(contentsOf: bytes)
  }

  /// Where the last operation's bytes start, if it writes those up to an offset and may be made longer.
  private func startOfLiteral(endingAt end: Int) -> Int? {
    guard operations.count > barrier else { return nil }
    switch operations[operations.count - 1] {
    case .literal(let start, let count): return start + count == end ? start : nil
    default: return nil
    }
  }

  mutating func add(_ operation: consuming Operation) {
    operations.append(operation)
    ends.append(operations.count)
  }

  /// Adds an operation that a section's contents follow; `close` completes it.
  mutating func open(_ operation: consuming Operation) -> Int {
    add(operation)
    barrier = operations.count
    return operations.count - 1
  }

  mutating func close(_ index: Int) {
    barrier = operations.count
    ends[index] = operations.count
  }

  /// Ends the first form of a plural and begins the other, which is to be closed instead.
  mutating func turn(_ index: Int) -> Int {
    let other = open(.otherwise)
    close(index)
    return other
  }

  /// The function of what has been added; nothing is left for another.
  ///
  /// - Parameter slots: how many places it holds.
  mutating func finish(slots: Int) -> Program.Function {
    var done = Operations()
    swap(&operations, &done)
    defer { ends = [] }
    return Program.Function(operations: done, ends: ends, slots: slots)
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
