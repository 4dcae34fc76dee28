import Diagnosing
import Templating

/// Every practice as a row of markup in one language, made once for the many long lists that it stands in.
struct RowList: Sendable {
  private let bytes: [UInt8]
  /// By the practice's index: where its row ends.
  private let ends: [Int]

  /// - Parameter write: appends the row of the practice with an index, as a template made it.
  init(count: Int, _ write: (Int, inout [UInt8]) -> Void) {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    ends.reserveCapacity(count)
    for index in 0..<count {
      write(index, &bytes)
      ends.append(bytes.count)
      if index == 99 { bytes.reserveCapacity(forPieces: count, after: 100) }
    }
    self.bytes = bytes
    self.ends = ends
  }

  func html(_ practices: ArraySlice<Int>) -> SafeHTML {
    // Each row is what a template made.
    SafeHTML(trusting: practices.map { ($0 == 0 ? 0 : ends[$0 - 1])..<ends[$0] }, of: bytes)
  }
}
