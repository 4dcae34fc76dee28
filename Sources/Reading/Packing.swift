/// Writes values one after another for a file of the cache, in this machine's byte order.
///
/// A sealed file begins with a mark, which names what it holds and in which version, and a hash of the rest: a
/// file that is damaged, cut short or of another version is not read at all.
public struct Packer: Sendable {
  public private(set) var bytes: [UInt8] = []
  /// Where the hash of what follows it stands; nil where nothing is sealed.
  private let seal: Int?

  /// - Parameter capacity: how many bytes there will be, as far as it is known.
  public init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
    seal = nil
  }

  /// Begins a sealed file.
  public init(sealedAs mark: String, capacity: Int = 0) {
    bytes.reserveCapacity(mark.utf8.count + 9 + capacity)
    bytes += mark.utf8
    bytes.append(0x0A)
    seal = bytes.count
    pack(UInt64(0))
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

  /// What was packed, with the hash in its place.
  public mutating func sealed() -> [UInt8] {
    if let seal {
      bytes.withUnsafeMutableBytes { bytes in
        let hash = Packer.hash(UnsafeRawBufferPointer(bytes), after: seal)
        bytes.storeBytes(of: hash, toByteOffset: seal, as: UInt64.self)
      }
    }
    return bytes
  }

  /// The hash of what stands behind the hash at a place.
  fileprivate static func hash(_ bytes: UnsafeRawBufferPointer, after seal: Int) -> UInt64 {
    var fingerprint = Fingerprint()
    fingerprint.add(UnsafeRawBufferPointer(rebasing: bytes[(seal + 8)...]))
    return fingerprint.value
  }
}

/// Reads what ``Packer`` wrote; nil at the first value that does not fit.
public struct Unpacker: Sendable {
  private let kept: KeptBytes
  @usableFromInline var position: Int
  @usableFromInline let end: Int

  private init(_ kept: KeptBytes, _ range: Range<Int>, seal: UInt64?) {
    self.kept = kept
    self.seal = seal
    position = range.lowerBound
    end = range.upperBound
  }

  /// The contents of a sealed file; nil when it is another's or damaged.
  public init?(sealed kept: KeptBytes, as mark: String) {
    let (bytes, seal) = (kept.bytes, mark.utf8.count + 1)
    guard bytes.count >= seal + 8, bytes.starts(with: Array(mark.utf8) + [0x0A]) else { return nil }
    let stored = bytes.loadUnaligned(fromByteOffset: seal, as: UInt64.self)
    guard stored == Packer.hash(bytes, after: seal) else { return nil }
    self.init(kept, (seal + 8)..<bytes.count, seal: stored)
  }

  /// What a sealed file is known by: the hash of its contents.
  public let seal: UInt64?

  @usableFromInline var bytes: UnsafeRawBufferPointer { kept.bytes }

  /// What has not been read; good as long as this value is kept.
  public var rest: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[position..<end]) }

  public var isAtEnd: Bool { position == end }

  // Inlined where it is used, or every number would be read by way of its type's metadata.
  @inlinable
  public mutating func number<Number: FixedWidthInteger>(_ type: Number.Type = Number.self) -> Number? {
    guard end - position >= MemoryLayout<Number>.size else { return nil }
    defer { position += MemoryLayout<Number>.size }
    return bytes.loadUnaligned(fromByteOffset: position, as: Number.self)
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
    return String(decoding: UnsafeRawBufferPointer(rebasing: bytes[position..<position + count]), as: UTF8.self)
  }

  /// A block that was packed, to be read on its own: several threads may read blocks of one file at the same time.
  public mutating func part() -> Unpacker? {
    guard let count = count() else { return nil }
    defer { position += count }
    return Unpacker(kept, position..<position + count, seal: nil)
  }

  public mutating func stamp() -> FileStamp? {
    guard let size = number(Int64.self), let modified = number(Int64.self), let changed = number(Int64.self),
      let inode = number(UInt64.self)
    else { return nil }
    return FileStamp(size: size, modified: modified, changed: changed, inode: inode)
  }
}
