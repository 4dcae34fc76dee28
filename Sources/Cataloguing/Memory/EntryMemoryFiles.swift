import Reading

/// The memory as it is kept: a file of all entries, and a small one of those that are newer.
///
/// An edit then writes a few kilobytes, however many entries there are.
extension EntryMemory {
  private static let mark = "mallisto entries 3"
  private static let newerMark = "mallisto newer entries 2"
  /// From how many newer entries on all are written again.
  static let newerLimit = 200

  /// All entries.
  public var bytes: [UInt8] {
    var packer = Packer(
      sealedAs: EntryMemory.mark, capacity: entries.values.reduce(0) { $0 + $1.packed.count + 256 })
    packer.pack(key)
    packer.pack(Array(entries.values))
    return packer.sealed()
  }

  /// The entries that the file of all does not have as they are; nil where that file is to be written again.
  public var newerBytes: [UInt8]? {
    guard let base, newer.count <= EntryMemory.newerLimit else { return nil }
    var packer = Packer(sealedAs: EntryMemory.newerMark)
    packer.pack(base)
    packer.pack(newer.compactMap { entries[$0] })
    return packer.sealed()
  }

  /// The memory that ``bytes`` gave; nil when they are damaged or of another version.
  ///
  /// - Parameter newer: what ``newerBytes`` gave, passed over where it is of another file or damaged.
  public init?(_ bytes: KeptBytes, newer: KeptBytes? = nil) {
    guard var unpacker = Unpacker(sealed: bytes, as: EntryMemory.mark), let seal = unpacker.seal,
      let key = unpacker.number(UInt64.self), let entries = unpacker.entries()
    else { return nil }
    self.init(
      key: key, base: seal,
      entries: entries.reduce(into: Dictionary(minimumCapacity: entries.count)) {
        $0[$1.facts.path] = $1
      })
    guard let newer, var unpacker = Unpacker(sealed: newer, as: EntryMemory.newerMark),
      unpacker.number(UInt64.self) == seal, let known = unpacker.entries()
    else { return }
    for entry in known { remember(entry) }
  }
}

extension Packer {
  fileprivate mutating func pack(_ entries: [EntryMemory.Known]) {
    pack(small: entries.count)
    for known in entries {
      var packer = Packer(capacity: known.packed.count + 256)
      packer.pack(known.facts.path)
      packer.pack(known.facts.slug)
      packer.pack(known.stamp)
      packer.pack(known.content)
      packer.pack(known.factsHash)
      switch known.packed {
      case .made(let bytes): packer.pack(bytes)
      case .read(let unpacker): packer.pack(unpacker.rest)
      }
      pack(packer.bytes)
    }
  }
}

extension Unpacker {
  /// Entries that were packed; one that cannot be read is left out, and its text is read again.
  fileprivate mutating func entries() -> [EntryMemory.Known]? {
    guard let count = count() else { return nil }
    var parts: [Unpacker] = []
    parts.reserveCapacity(count)
    for _ in 0..<count {
      guard let part = part() else { return nil }
      parts.append(part)
    }
    return Parallel.map(parts) { part in
      var part = part
      return part.entry()
    }.compactMap(\.self)
  }

  private mutating func entry() -> EntryMemory.Known? {
    guard let path = text(), let slug = text(), let stamp = stamp(), let content = number(UInt64.self),
      let hash = number(UInt64.self), var unpacker = part(), isAtEnd
    else { return nil }
    let packed = EntryMemory.Packed.read(unpacker)
    guard let facts = unpacker.facts(path: path, slug: slug), unpacker.isAtEnd else { return nil }
    return EntryMemory.Known(facts, packed: packed, content: content, hash: hash, stamp: stamp)
  }
}
