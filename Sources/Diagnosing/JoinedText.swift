extension String {
  /// Texts one after another.
  ///
  /// ```swift
  /// String(joining: ["/mallit/", slug, "/"])
  /// ```
  ///
  /// The same as an interpolation, but the memory is taken once and written once: a third of the work, for the few
  /// places that a large build comes to some hundred thousand times.
  public init(joining parts: [String]) {
    let count = parts.reduce(0) { $0 + $1.utf8.count }
    self.init(unsafeUninitializedCapacity: count) { room in
      var place = 0
      for part in parts {
        // Only strings from Objective-C have no bytes in a row.
        let rest = UnsafeMutableBufferPointer(rebasing: room[place...])
        let isCopied: Void? = part.utf8.withContiguousStorageIfAvailable { bytes in
          _ = rest.update(fromContentsOf: bytes)
        }
        if isCopied == nil { _ = rest.update(fromContentsOf: part.utf8) }
        place += part.utf8.count
      }
      return place
    }
  }
}
