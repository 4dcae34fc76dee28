/// A template as it is carried out: names have become slots and readers, and text has become bytes.
struct Program: Sendable {
  /// The template itself, then the partials that contain themselves.
  let functions: [Function]
  /// Everything that is written as it stands; operations refer to parts of it.
  let literals: [UInt8]

  final class Function: Sendable {
    let operations: Operations
    /// By the operation's index: where it goes on when what it opens is passed over or done.
    let ends: [Int]
    /// How many places it holds: its scopes in use at one time.
    let slots: Int

    init(operations: consuming Operations, ends: [Int], slots: Int) {
      self.operations = operations
      self.ends = ends
      self.slots = slots
    }
  }
}

/// One step of a program.
///
/// Cannot be copied, so that carrying it out counts no owners: two threads that count those of one reader wait for
/// each other.
enum Operation: ~Copyable, Sendable {
  case literal(start: Int, count: Int)
  case text(Int, @Sendable (Place) -> String)
  case percentEncoded(Int, @Sendable (Place) -> String)
  case number(Int, @Sendable (Place) -> Int?)
  case html(Int, @Sendable (Place) -> SafeHTML?)
  case url(Int, @Sendable (Place) -> SafeURL?)
  case listedURL(Int, @Sendable (Place) -> SafeURL?)
  case percentEncodedURL(Int, @Sendable (Place) -> SafeURL?)
  case json(Int, @Sendable (Place) -> JSONValue?)
  /// The operations up to its end are passed over where the value is not there.
  case when(Int, @Sendable (Place) -> Bool, negated: Bool)
  case whenItem(Int, ItemPosition, negated: Bool)
  case record(Int, RecordReader, into: Int)
  case list(Int, ListReader, into: Int)
  /// Before what is written for one, and `otherwise`; its end is behind that, before what is written for other numbers.
  case plural(Int, @Sendable (Place) -> Int?)
  case otherwise
  case indent
  case call(Int, slots: [Int], indent: [UInt8])
}

/// Operations side by side, none of which can be copied.
///
/// Not the `UniqueArray` of swift-collections: Swift 6.3 cannot compile its module for the thread sanitizer.
struct Operations: ~Copyable, @unchecked Sendable {
  private var memory = UnsafeMutableBufferPointer<Operation>.allocate(capacity: 16)
  private(set) var count = 0

  deinit {
    memory.extracting(..<count).deinitialize()
    memory.deallocate()
  }

  subscript(index: Int) -> Operation {
    unsafeAddress { UnsafePointer(memory.baseAddress! + index) }
    unsafeMutableAddress { memory.baseAddress! + index }
  }

  mutating func append(_ operation: consuming Operation) {
    if count == memory.count {
      let larger = UnsafeMutableBufferPointer<Operation>.allocate(capacity: count * 2)
      _ = larger.moveInitialize(fromContentsOf: memory)
      memory.deallocate()
      memory = larger
    }
    memory.initializeElement(at: count, to: operation)
    count += 1
  }
}

/// Where an item stands in its list.
enum ItemPosition: Sendable {
  case first, last

  init?(_ name: String) {
    switch name {
    case "@first": self = .first
    case "@last": self = .last
    default: return nil
    }
  }
}
