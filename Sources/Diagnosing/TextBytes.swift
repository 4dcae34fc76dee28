extension String {
  /// Hands out a text's bytes where they lie, for a loop that is quicker over them than over its `utf8`.
  ///
  /// ```swift
  /// title.withBytes { $0.count }
  /// ```
  @inlinable @inline(__always)
  public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    // Only strings from Objective-C have no bytes in a row.
    utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
  }
}
