import Reading
import Testing

/// Work spread over processors gives what it would give one after another.
@Suite struct ParallelTests {
  @Test func `Results stand in the order of the input`() {
    let numbers = Array(0..<1_000)
    #expect(Parallel.map(numbers, chunk: 7) { $0 * $0 } == numbers.map { $0 * $0 })
    #expect(Parallel.map([Int](), chunk: 7) { $0 }.isEmpty)
  }

  @Test func `Pieces that run side by side may spread too`() {
    let numbers = Array(0..<1_000)
    let (sum, (squares, most)) = Parallel.both {
      Parallel.map(numbers, chunk: 10) { $0 + 1 }.reduce(0, +)
    } and: {
      Parallel.both {
        Parallel.map(numbers, chunk: 10) { $0 * $0 }
      } and: {
        Parallel.map(numbers, chunk: 10) { $0 }.max()
      }
    }
    #expect(sum == 500_500)
    #expect(squares == numbers.map { $0 * $0 })
    #expect(most == 999)
  }
}
