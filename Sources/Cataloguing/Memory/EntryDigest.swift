import Diagnosing
import Reading

/// Hashes of an entry: of its file's bytes, and of what others need to know of it.
public struct EntryDigest: Sendable {
  public let content: UInt64
  public let facts: UInt64
}

extension EntryMemory {
  /// Hashes of all judged entries in order, and the memory that holds those in which nothing was found.
  ///
  /// What has no stamp is not remembered (see `SiteSources.stamps`).
  public func renewed(with judged: [JudgedEntry], stamps: [String: FileStamp]) -> ([EntryDigest], EntryMemory) {
    let known = Parallel.map(judged) { item -> Known in
      if let known = item.known { return known }
      let none = FileStamp(size: 0, modified: 0, changed: 0, inode: 0)
      let stamp = stamps[item.entry.path] ?? none
      return Known(item.entry.facts, content: item.content ?? hash(of: item.entry.file), stamp: stamp)
    }
    // What stands here of a text that was edited has another stamp, and is not asked for again.
    var memory = self
    for (item, known) in zip(judged, known) where item.known == nil {
      if item.findings.isEmpty, stamps[item.entry.path] != nil { memory.remember(known) }
    }
    if memory.entries.count > judged.count { memory = memory.keeping(Set(judged.map(\.entry.path))) }
    return (known.map { EntryDigest(content: $0.content, facts: $0.factsHash) }, memory)
  }

  private func hash(of file: SourceFile) -> UInt64 {
    var content = Fingerprint()
    content.add(file.bytes)
    return content.value
  }
}
