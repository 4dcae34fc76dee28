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
      let entry = item.entry
      if let known = self[entry.path], known.stamp == stamps[entry.path], item.findings.isEmpty { return known }
      let none = FileStamp(size: 0, modified: 0, changed: 0, inode: 0)
      return Known(entry.facts, content: item.content ?? hash(of: entry.file), stamp: stamps[entry.path] ?? none)
    }
    var memory = EntryMemory(key: key)
    for (item, known) in zip(judged, known) where item.findings.isEmpty {
      if stamps[item.entry.path] != nil { memory.remember(known, at: item.entry.path) }
    }
    return (known.map { EntryDigest(content: $0.content, facts: $0.factsHash) }, memory)
  }

  private func hash(of file: SourceFile) -> UInt64 {
    var content = Fingerprint()
    content.add(file.bytes)
    return content.value
  }
}
