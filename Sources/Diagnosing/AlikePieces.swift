extension [UInt8] {
  /// Takes memory for many pieces of about the same length, judged by those that are written already, so that what becomes
  /// long need not be moved again and again while it grows. Moving would leave holes as large as itself behind.
  ///
  /// ```swift
  /// if written == 100 { bytes.reserveCapacity(forPieces: rows.count, after: written) }
  /// ```
  public mutating func reserveCapacity(forPieces count: Int, after written: Int) {
    guard written > 0, count > written else { return }
    reserveCapacity(self.count / written * count / 8 * 9)
  }
}
