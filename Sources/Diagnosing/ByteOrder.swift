extension String {
  /// Whether the text comes before another in the order of their UTF-8 bytes, which is the same on every machine.
  ///
  /// ```swift
  /// ["b", "ä", "a"].sorted { $0.precedesInBytes($1) }  // ["a", "b", "ä"]
  /// ```
  public func precedesInBytes(_ other: String) -> Bool {
    let early = utf8.withContiguousStorageIfAvailable { own in
      other.utf8.withContiguousStorageIfAvailable { own.precedesInBytes($0) }
    }
    return early.flatMap { $0 } ?? utf8.lexicographicallyPrecedes(other.utf8)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Compared eight bytes at a time, as one number with the first byte highest.
  fileprivate func precedesInBytes(_ other: Self) -> Bool {
    let common = Swift.min(count, other.count)
    var index = 0
    while index + 8 <= common {
      let (own, theirs) = (word(at: index), other.word(at: index))
      if own != theirs { return own < theirs }
      index += 8
    }
    while index < common {
      if self[index] != other[index] { return self[index] < other[index] }
      index += 1
    }
    return count < other.count
  }

  private func word(at index: Int) -> UInt64 {
    UInt64(bigEndian: UnsafeRawPointer(baseAddress! + index).loadUnaligned(as: UInt64.self))
  }
}
