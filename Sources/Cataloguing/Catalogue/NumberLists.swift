/// Lists of numbers, one behind another in memory: no list is a value of its own that has to be counted.
///
/// ```swift
/// NumberLists([[3, 1], [], [2]])[2]  // [2]
/// ```
struct NumberLists: Sendable {
  private let numbers: [Int32]
  /// Where each list starts; the last is where all end.
  private let starts: [Int32]

  init(_ lists: [[Int]]) {
    var numbers: [Int32] = []
    numbers.reserveCapacity(lists.reduce(0) { $0 + $1.count })
    var starts: [Int32] = [0]
    starts.reserveCapacity(lists.count + 1)
    for list in lists {
      for number in list { numbers.append(Int32(number)) }
      starts.append(Int32(numbers.count))
    }
    self.numbers = numbers
    self.starts = starts
  }

  subscript(list: Int) -> ArraySlice<Int32> { numbers[Int(starts[list])..<Int(starts[list + 1])] }

  /// The numbers that two short lists have in common, in the order of the first.
  func shared(_ a: Int, _ b: Int) -> [Int] {
    var shared: [Int] = []
    forEach(in: a) { number in
      forEach(in: b) { if $0 == number { shared.append(number) } }
    }
    return shared
  }

  /// Calls `body` with each number of a list.
  @inline(__always)
  func forEach(in list: Int, _ body: (Int) -> Void) {
    let range = Int(starts[list])..<Int(starts[list + 1])
    numbers.withUnsafeBufferPointer { numbers in
      for index in range { body(Int(numbers[index])) }
    }
  }
}
