/// Numbers as the formats of pictures write them.
extension ArraySlice<UInt8> {
  /// The number that the bytes are, the highest first.
  public var bigEndian: Int { reduce(0) { $0 << 8 | Int($1) } }
  /// The number that the bytes are, the lowest first.
  public var littleEndian: Int { reversed().reduce(0) { $0 << 8 | Int($1) } }
}
