import Testing

@testable import Searching

@Suite("What is written decision by decision")
struct DecisionTests {
  @Test("is read again, whatever it is", arguments: 1...40)
  func readAgain(seed: UInt64) {
    var chance = Chance(state: seed)
    let decisions = (0..<2000).map { _ in
      (isSo: UInt64.random(in: 0...seed, using: &chance) == 0, context: UInt32.random(in: 0..<9, using: &chance))
    }
    let large = (0..<500).map { _ in Int.random(in: 1...(1 << Int.random(in: 0..<24, using: &chance)), using: &chance) }
    let numbers = large + [Int](repeating: 7, count: 1500)
    var writer = DecisionWriter()
    for (decision, number) in zip(decisions, numbers) {
      writer.write(decision.isSo, decision.context, among: 9)
      writer.write(number: number, 64)
      writer.write(number & 15, width: 4, 200)
    }
    var reader = DecisionReader(writer.finished())
    let read = decisions.map { decision in
      (isSo: reader.decision(decision.context, among: 9), number: reader.number(64), low: reader.number(width: 4, 200))
    }
    #expect(read.map(\.isSo) == decisions.map(\.isSo))
    #expect(read.map(\.number) == numbers)
    #expect(read.map(\.low) == numbers.map { $0 & 15 })
  }

  @Test("takes about as many bits as it tells")
  func size() {
    var (alike, even) = (DecisionWriter(), DecisionWriter())
    var chance = Chance(state: 1)
    for _ in 0..<8000 {
      alike.write(true, 0)
      even.write(Bool.random(using: &chance), 0)
    }
    #expect(alike.finished().count <= 12)
    #expect((980...1020).contains(even.finished().count))
    #expect(DecisionWriter().finished().isEmpty)
  }

  @Test("has the documents of a term and their impacts")
  func lists() {
    var lists: [PostingList] = []
    for step in [1, 2, 700] {
      var list = PostingList()
      for number in 0..<40 { list.append(UInt32(3 + number * step), UInt8(1 + number % 15)) }
      lists.append(list)
    }
    var writer = DecisionWriter()
    for list in lists {
      var bytes: [UInt8] = []
      list.encode(into: &bytes)
      bytes.withUnsafeBufferPointer { writer.write(list: PostingList.head($0).published) }
    }
    var reader = DecisionReader(writer.finished())
    for list in lists {
      let (documents, impacts) = reader.list()
      #expect(documents == list.documents.map(Int.init))
      #expect(impacts == list.weights.map(Int.init))
    }
  }
}
