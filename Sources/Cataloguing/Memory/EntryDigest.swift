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
    let kept = zip(judged, known).compactMap { item, known in
      item.findings.isEmpty && stamps[item.entry.path] != nil ? known : nil
    }
    // An entry that is gone, or in which something was found, is left out, and for that all are written again.
    var memory = self.holdsNone(but: kept) ? self : EntryMemory(key: key)
    for known in kept where memory[known.facts.path] !== known { memory.remember(known) }
    return (known.map { EntryDigest(content: $0.content, facts: $0.factsHash) }, memory)
  }

  /// Whether every entry here is among others by its path.
  private func holdsNone(but others: [Known]) -> Bool {
    let common = others.count { self[$0.facts.path] != nil }
    return common == entries.count
  }

  private func hash(of file: SourceFile) -> UInt64 {
    var content = Fingerprint()
    content.add(file.bytes)
    return content.value
  }
}
