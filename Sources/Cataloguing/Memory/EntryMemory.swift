import Diagnosing
import Reading

/// What one build leaves to the next of its entries: the facts of every entry in which no rule found anything.
///
/// An entry is known again by its file's stamp, so its text is read only when a page of it is made. The memory holds
/// for one program, template and set of vocabularies, which its key is made of, and whoever reads
/// it compares that.
public struct EntryMemory: Sendable {
  /// One entry as it was last read. It never changes.
  public final class Known: Sendable {
    public let stamp: FileStamp
    /// A hash of the file's bytes.
    public let content: UInt64
    /// A hash of `facts`.
    public let factsHash: UInt64
    public let facts: EntryFacts
    fileprivate let packed: [UInt8]

    init(_ facts: EntryFacts, content: UInt64, stamp: FileStamp) {
      self.stamp = stamp
      self.content = content
      self.facts = facts
      var packer = Packer()
      packer.pack(facts)
      packed = packer.bytes
      var fingerprint = Fingerprint()
      fingerprint.add(facts.path)
      fingerprint.add(packed)
      factsHash = fingerprint.value
    }

    fileprivate init(_ facts: EntryFacts, _ from: Packed) {
      stamp = from.stamp
      content = from.content
      factsHash = from.hash
      self.facts = facts
      packed = from.facts
    }
  }

  public let key: UInt64
  public private(set) var entries: [String: Known] = [:]

  private static let mark = "mallisto entries 1"

  public init(key: UInt64) {
    self.key = key
  }

  public subscript(path: String) -> Known? { entries[path] }

  /// A hash of an entry's facts, the same for entries that others know the same of.
  public static func hash(of facts: EntryFacts) -> UInt64 {
    Known(facts, content: 0, stamp: FileStamp(size: 0, modified: 0, changed: 0, inode: 0)).factsHash
  }

  mutating func remember(_ known: Known, at path: String) { entries[path] = known }

  // MARK: As bytes

  public var bytes: [UInt8] {
    var packer = Packer(capacity: entries.values.reduce(0) { $0 + $1.packed.count + 256 })
    packer.pack(key)
    packer.pack(small: entries.count)
    for (path, known) in entries {
      packer.pack(path)
      packer.pack(known.facts.slug)
      packer.pack(known.stamp)
      packer.pack(known.content)
      packer.pack(known.factsHash)
      packer.pack(known.packed)
    }
    return packer.sealed(as: EntryMemory.mark)
  }

  /// The memory that ``bytes`` gave; nil when they are damaged or of another version.
  public init?(_ bytes: [UInt8]) {
    guard var unpacker = Unpacker(sealed: bytes, as: EntryMemory.mark), let key = unpacker.number(UInt64.self),
      let count = unpacker.count()
    else { return nil }
    self.key = key
    var packed: [Packed] = []
    packed.reserveCapacity(count)
    for _ in 0..<count {
      guard let path = unpacker.text(), let slug = unpacker.text(), let stamp = unpacker.stamp(),
        let content = unpacker.number(UInt64.self), let hash = unpacker.number(UInt64.self),
        let facts = unpacker.block()
      else { return nil }
      packed.append(Packed(path: path, slug: slug, stamp: stamp, content: content, hash: hash, facts: facts))
    }
    let known = Parallel.map(packed) { $0.known() }
    entries.reserveCapacity(count)
    for (item, known) in zip(packed, known) { entries[item.path] = known }
  }

  fileprivate struct Packed: Sendable {
    var path: String
    var slug: String
    var stamp: FileStamp
    var content: UInt64
    var hash: UInt64
    var facts: [UInt8]

    func known() -> Known? {
      var unpacker = Unpacker(facts)
      guard let facts = unpacker.facts(path: path, slug: slug), unpacker.isAtEnd else { return nil }
      return Known(facts, self)
    }
  }
}
