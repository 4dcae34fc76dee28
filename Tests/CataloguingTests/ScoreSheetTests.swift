import Reading
import Testing

@testable import Cataloguing

/// What related practices are found with: lists of numbers, and sheets to add scores up on.
@Suite struct ScoreSheetTests {
  @Test func `Lists behind one another are read back each alone`() {
    let given = [[3, 1], [], [2], [0, 0, 70_000]]
    let lists = NumberLists(given)
    for (index, numbers) in given.enumerated() {
      #expect(lists[index].map(Int.init) == numbers)
      var visited: [Int] = []
      lists.forEach(in: index) { visited.append($0) }
      #expect(visited == numbers)
    }
    #expect(NumberLists([[]])[0].isEmpty)
  }

  @Test func `Points add up, and items stand in the order of their first`() {
    var sheet = ScoreSheet(count: 4)
    sheet.add(1, to: 3)
    sheet.add(2, to: 0)
    sheet.add(4, to: 3)
    #expect(sheet.points == [2, 0, 0, 5])
    #expect(sheet.touched == [3, 0])
  }

  @Test func `A wiped sheet is as a new one`() {
    var sheet = ScoreSheet(count: 3)
    sheet.add(1, to: 2)
    sheet.wipe()
    #expect(sheet.points == [0, 0, 0])
    #expect(sheet.touched.isEmpty)
    sheet.add(3, to: 2)
    #expect(sheet.touched == [2])
  }

  /// The best two of these points by item, besides item 0; of equals the one that comes first.
  private func bestTwo(_ points: [(Int, Double)], on sheets: ScoreSheets) -> [Int] {
    sheets.best(2, besides: 0) { sheet in
      for (item, more) in points { sheet.add(more, to: item) }
    } precedes: {
      $0 < $1
    }
  }

  @Test func `The highest sums come first, without one's own`() {
    let sheets = ScoreSheets(count: 5)
    #expect(bestTwo([(0, 9), (1, 1), (2, 3), (3, 2), (1, 4)], on: sheets) == [1, 2])
    #expect(bestTwo([(0, 9), (4, 1)], on: sheets) == [4])
    #expect(bestTwo([], on: sheets) == [])
  }

  @Test func `Equals stand as they are told to, whichever got its points first`() {
    let sheets = ScoreSheets(count: 5)
    #expect(bestTwo([(4, 1), (3, 1), (2, 1), (1, 1)], on: sheets) == [1, 2])
    #expect(bestTwo([(1, 1), (2, 1), (3, 1), (4, 1)], on: sheets) == [1, 2])
    #expect(bestTwo([(4, 2), (3, 1), (1, 1)], on: sheets) == [4, 1])
  }

  @Test func `Whoever asks at the same time has a sheet of its own`() {
    let sheets = ScoreSheets(count: 100)
    let found = Parallel.map(Array(1..<99), chunk: 1) { item in
      bestTwo([(item, 1), (item + 1, 2)], on: sheets)
    }
    #expect(found == (1..<99).map { [$0 + 1, $0] })
  }
}
