import Testing

@testable import Searching

@Suite("A table of strings")
struct StringTableTests {
  @Test("gives every string one number, in the order they come, however many there are")
  func numbers() {
    var table = StringTable()
    let strings = (0..<200_000).map { Array("\($0 &* 7919)".utf8) } + [[]]
    #expect(strings.map { table.insert($0) } == Array(strings.indices))
    #expect(strings.map { table.insert($0) } == Array(strings.indices))
    #expect(table.count == strings.count && Array(table[123]) == strings[123])
  }

  @Test(
    "tells strings apart by every byte, and so does their hash", arguments: [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 40])
  func everyByte(length: Int) {
    var table = StringTable()
    var hashes: Set<UInt64> = []
    let string = (0..<length).map { UInt8(0x61 + $0 % 26) }
    for place in string.indices {
      for bit in 0..<8 {
        var other = string
        other[place] ^= 1 << bit
        #expect(table.insert(other) == place * 8 + bit)
        hashes.insert(other.withUnsafeBufferPointer { hash64($0) })
      }
    }
    #expect(table.insert(string) == length * 8 && hashes.count == length * 8)
  }

  @Test("has its strings in the order of their bytes")
  func sorted() {
    var table = StringTable()
    for text in ["ö", "perheeseenkin", "perhe", "", "perheeseen", "a"] { _ = table.insert(Array(text.utf8)) }
    #expect(
      table.sorted { $0 != 5 }.map { String(decoding: table[Int($0)], as: UTF8.self) } == [
        "", "perhe", "perheeseen", "perheeseenkin", "ö",
      ])
  }
}
