import Diagnosing
import Reading
import Testing

@testable import Cataloguing

/// What is kept of entries between builds.
@Suite struct EntryMemoryTests {
  private let schema = OwnSchema.schema

  private func path(_ number: Int) -> String { "content/practices/malli-\(number).md" }

  private func stamp(_ number: Int) -> FileStamp { FileStamp(size: 1, modified: Int64(number), changed: 1, inode: 1) }

  /// Practices as a build judges them: known where the memory has them under the stamp of their number.
  private func judged(_ titles: [Int: String], by memory: EntryMemory) -> ([JudgedEntry], [String: FileStamp]) {
    let judged = titles.sorted { $0.key < $1.key }.map { number, title in
      if let known = memory[path(number)], known.stamp == stamp(title.count) {
        return JudgedEntry(known) { fatalError("No text is asked for") }
      }
      let file = SourceFile(path: path(number), bytes: Array(TestSite.entry(title).utf8))
      return JudgedEntry(Entry.read(file), schema: schema)
    }
    let stamps = titles.map { (path($0.key), stamp($0.value.count)) }
    return (judged, Dictionary(uniqueKeysWithValues: stamps))
  }

  private func renewed(_ memory: EntryMemory, _ titles: [Int: String]) -> EntryMemory {
    let (judged, stamps) = judged(titles, by: memory)
    return memory.renewed(with: judged, stamps: stamps).1
  }

  private func read(_ bytes: [UInt8], newer: [UInt8]? = nil) -> EntryMemory? {
    EntryMemory(KeptBytes(bytes), newer: newer.map(KeptBytes.init))
  }

  private func titles(of memory: EntryMemory?) -> [String] {
    (memory?.entries.values.map { RoleValues(MatchedEntry($0.facts) { fatalError() }, schema).text(.title) ?? "" } ?? [])
      .sorted()
  }

  @Test func `Every entry is written at first, and then those that are newer`() throws {
    let first = renewed(EntryMemory(key: 1), [1: "Yksi malli", 2: "Toinen malli"])
    #expect(first.newerBytes == nil)
    let base = first.bytes
    let known = try #require(read(base))
    #expect(titles(of: known) == ["Toinen malli", "Yksi malli"])

    let second = renewed(known, [1: "Yksi malli", 2: "Toinen, muokattu malli", 3: "Kolmas uusi malli"])
    let newer = try #require(second.newerBytes)
    #expect(!String(decoding: newer, as: UTF8.self).contains(path(1)))
    #expect(
      titles(of: read(base, newer: newer)) == ["Kolmas uusi malli", "Toinen, muokattu malli", "Yksi malli"])

    let together = try #require(read(base, newer: newer))
    let third = renewed(
      together,
      [1: "Yksi muokattu malli nyt", 2: "Toinen, muokattu malli", 3: "Kolmas uusi malli"])
    #expect(
      titles(of: read(base, newer: third.newerBytes))
        == ["Kolmas uusi malli", "Toinen, muokattu malli", "Yksi muokattu malli nyt"])
  }

  @Test func `All are written again when an entry is gone, or many are newer`() throws {
    let base = renewed(EntryMemory(key: 1), [1: "Yksi malli", 2: "Toinen malli"]).bytes
    let two = try #require(read(base))
    let one = renewed(two, [1: "Yksi malli"])
    #expect(one.newerBytes == nil)
    #expect(titles(of: one) == ["Yksi malli"])

    let many = Dictionary(uniqueKeysWithValues: (1...EntryMemory.newerLimit + 1).map { ($0, "Kuvaus mallista \($0)") })
    #expect(renewed(two, many).newerBytes == nil)
  }

  @Test func `Newer entries of another file, or damaged ones, are passed over`() throws {
    let base = renewed(EntryMemory(key: 1), [1: "Yksi malli"]).bytes
    let other = renewed(EntryMemory(key: 1), [1: "Yksi toinen malli"]).bytes
    let kept = try #require(read(base))
    var newer = try #require(renewed(kept, [1: "Yksi muokattu malli"]).newerBytes)
    #expect(titles(of: read(other, newer: newer)) == ["Yksi toinen malli"])
    newer[newer.count - 1] ^= 1
    #expect(titles(of: read(base, newer: newer)) == ["Yksi malli"])
    #expect(titles(of: read(base, newer: [])) == ["Yksi malli"])
  }
}
