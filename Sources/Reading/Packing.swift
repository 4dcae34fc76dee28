/// Writes values one after another for a file of the cache, in this machine's byte order.
///
/// A sealed file begins with a mark, which names what it holds and in which version, and a hash of the rest: a
/// file that is damaged, cut short or of another version is not read at all.
public struct Packer: Sendable {
  public private(set) var bytes: [UInt8] = []

  /// - Parameter capacity: how many bytes there will be, as far as it is known.
  public init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  public mutating func pack(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
  }

  /// Packs a number that is mostly small, seven bits a byte.
  public mutating func pack(small number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  public mutating func pack(_ text: String) {
    pack(small: text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  public mutating func pack(_ block: some Collection<UInt8>) {
    pack(small: block.count)
    bytes.append(contentsOf: block)
  }

  public mutating func pack(_ stamp: FileStamp) {
    pack(stamp.size)
    pack(stamp.modified)
    pack(stamp.changed)
    pack(stamp.inode)
  }

  public func sealed(as mark: String) -> [UInt8] {
    var fingerprint = Fingerprint()
    fingerprint.add(bytes)
    var whole = Packer(capacity: mark.utf8.count + 9 + bytes.count)
    whole.bytes += mark.utf8
    whole.bytes.append(0x0A)
    whole.pack(fingerprint.value)
    whole.bytes += bytes
    return whole.bytes
  }
}

/// Reads what ``Packer`` wrote; nil at the first value that does not fit.
public struct Unpacker: Sendable {
  @usableFromInline let bytes: [UInt8]
  @usableFromInline var position: Int
  @usableFromInline let end: Int

  public init(_ bytes: [UInt8]) {
    self.init(bytes, 0..<bytes.count, seal: nil)
  }

  private init(_ bytes: [UInt8], _ range: Range<Int>, seal: UInt64?) {
    self.bytes = bytes
    self.seal = seal
    position = range.lowerBound
    end = range.upperBound
  }

  /// The contents of a sealed file; nil when it is another's or damaged.
  public init?(sealed bytes: [UInt8], as mark: String) {
    let start = mark.utf8.count + 9
    guard bytes.count >= start, bytes.starts(with: Array(mark.utf8) + [0x0A]) else { return nil }
    let stored = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: start - 8, as: UInt64.self) }
    var fingerprint = Fingerprint()
    bytes.withUnsafeBytes { fingerprint.add(UnsafeRawBufferPointer(rebasing: $0[start...])) }
    guard stored == fingerprint.value else { return nil }
    self.init(bytes, start..<bytes.count, seal: stored)
  }

  /// What a sealed file is known by: the hash of its contents.
  public let seal: UInt64?

  /// What has not been read.
  public var rest: ArraySlice<UInt8> { bytes[position..<end] }

  public var isAtEnd: Bool { position == end }

  // Inlined where it is used, or every number would be read by way of its type's metadata.
  @inlinable
  public mutating func number<Number: FixedWidthInteger>(_ type: Number.Type = Number.self) -> Number? {
    guard end - position >= MemoryLayout<Number>.size else { return nil }
    defer { position += MemoryLayout<Number>.size }
    return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: position, as: Number.self) }
  }

  public mutating func small() -> Int? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < end, shift < 64 {
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: value)) }
      shift += 7
    }
    return nil
  }

  /// A count of things that take at least a byte each, so that damage cannot ask for endless room.
  public mutating func count() -> Int? {
    guard let count = small(), count >= 0, count <= end - position else { return nil }
    return count
  }

  public mutating func text() -> String? {
    guard let count = count() else { return nil }
    defer { position += count }
    return bytes.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[position..<position + count]), as: UTF8.self)
    }
  }

  /// A block that was packed, to be read on its own: several threads may read blocks of one file at the same time.
  public mutating func part() -> Unpacker? {
    guard let count = count() else { return nil }
    defer { position += count }
    return Unpacker(bytes, position..<position + count, seal: nil)
  }

  public mutating func stamp() -> FileStamp? {
    guard let size = number(Int64.self), let modified = number(Int64.self), let changed = number(Int64.self),
      let inode = number(UInt64.self)
    else { return nil }
    return FileStamp(size: size, modified: modified, changed: changed, inode: inode)
  }
}
