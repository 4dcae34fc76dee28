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
    /// `facts` as they are kept.
    let packed: Packed

    init(_ facts: EntryFacts, content: UInt64, stamp: FileStamp) {
      self.stamp = stamp
      self.content = content
      self.facts = facts
      var packer = Packer()
      packer.pack(facts)
      packed = .made(packer.bytes)
      var fingerprint = Fingerprint()
      fingerprint.add(facts.path)
      fingerprint.add(packer.bytes)
      factsHash = fingerprint.value
    }

    init(_ facts: EntryFacts, packed: Packed, content: UInt64, hash: UInt64, stamp: FileStamp) {
      self.stamp = stamp
      self.content = content
      self.facts = facts
      self.packed = packed
      factsHash = hash
    }
  }

  /// An entry's facts as they are kept.
  enum Packed: Sendable {
    case made([UInt8])
    /// As they stand in the file that was read.
    case read(Unpacker)

    var count: Int {
      switch self {
      case .made(let bytes): bytes.count
      case .read(let unpacker): unpacker.rest.count
      }
    }
  }

  public let key: UInt64
  public private(set) var entries: [String: Known] = [:]
  /// What the file that the memory was read from is known by; nil for a memory that stands in none.
  let base: UInt64?
  /// The paths of entries that are not in that file as they are here.
  private(set) var newer: Set<String> = []

  public init(key: UInt64) {
    self.key = key
    base = nil
  }

  init(key: UInt64, base: UInt64, entries: [String: Known]) {
    self.key = key
    self.base = base
    self.entries = entries
  }

  public subscript(path: String) -> Known? { entries[path] }

  /// A hash of an entry's facts, the same for entries that others know the same of.
  public static func hash(of facts: EntryFacts) -> UInt64 {
    Known(facts, content: 0, stamp: FileStamp(size: 0, modified: 0, changed: 0, inode: 0)).factsHash
  }

  mutating func remember(_ known: Known) {
    entries[known.facts.path] = known
    newer.insert(known.facts.path)
  }

  /// The memory without the entries of files that are gone.
  func keeping(_ paths: Set<String>) -> EntryMemory {
    var memory = EntryMemory(key: key)
    for (path, known) in entries where paths.contains(path) { memory.remember(known) }
    return memory
  }
}
