import Diagnosing

extension SearchMemory {
  private static let magic = Array("mallisto search memory 2\n".utf8)

  /// The memory as bytes for the caller to keep: a mark, a hash of the rest, and the rest.
  public var bytes: [UInt8] {
    let slugs = documents.keys.sorted()
    let remembered = slugs.map { documents[$0] ?? Remembered(digest: 0, stream: TokenStream(tokens: [])) }
    var names: [UInt8] = []
    var nameEnds: [UInt32] = []
    for slug in slugs {
      names += Array(slug.utf8)
      nameEnds.append(UInt32(names.count))
    }
    var writer = BlockWriter(start: SearchMemory.magic + [UInt8](repeating: 0, count: 8))
    writer.append(Array((version?.library ?? "").utf8))
    writer.append(Array((version?.dictionary ?? "").utf8))
    writer.append(lexicon.forms.bytes)
    writer.append(lexicon.forms.ends)
    writer.append(lexicon.terms.bytes)
    writer.append(lexicon.terms.ends)
    writer.append(lexicon.firstEntry)
    writer.append(lexicon.entries)
    writer.append(lexicon.surfaceTerm)
    writer.append(names)
    writer.append(nameEnds)
    writer.append(remembered.map(\.digest))
    writer.append(remembered.map(\.stream.tokens))
    writer.append(remembered.map(\.weighed))
    return writer.sealed(at: SearchMemory.magic.count)
  }

  /// The memory that ``bytes`` gave; nil when they are damaged or of another version of the program.
  public init?(bytes: [UInt8]) {
    let start = SearchMemory.magic.count + 8
    guard bytes.count > start, bytes.starts(with: SearchMemory.magic) else { return nil }
    let isWhole = bytes.withUnsafeBytes { raw in
      let stored = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: start - 8, as: UInt64.self))
      let payload = UnsafeRawBufferPointer(rebasing: raw[start...]).assumingMemoryBound(to: UInt8.self)
      return stored == seal(payload)
    }
    guard isWhole else { return nil }
    var reader = BlockReader(bytes: bytes, position: start)
    guard let library: [UInt8] = reader.next(), let dictionary: [UInt8] = reader.next(),
      let formBytes: [UInt8] = reader.next(), let formEnds: [UInt32] = reader.next(),
      let termBytes: [UInt8] = reader.next(), let termEnds: [UInt32] = reader.next(),
      let firstEntry: [UInt32] = reader.next(), let entries: [UInt32] = reader.next(),
      let surfaceTerm: [UInt32] = reader.next(),
      let names: [UInt8] = reader.next(), let nameEnds: [UInt32] = reader.next(),
      let digests: [UInt64] = reader.next(),
      let tokens: [[UInt32]] = reader.nextLists(), let weighed: [[UInt32]] = reader.nextLists(),
      let forms = StringTable(bytes: formBytes, ends: formEnds),
      let terms = StringTable(bytes: termBytes, ends: termEnds),
      firstEntry.count == forms.count, surfaceTerm.count == forms.count,
      nameEnds.count == digests.count, tokens.count == digests.count, weighed.count == digests.count
    else { return nil }
    if !library.isEmpty {
      version = VoikkoVersion(
        library: String(decoding: library, as: UTF8.self), dictionary: String(decoding: dictionary, as: UTF8.self))
    }
    lexicon.forms = forms
    lexicon.terms = terms
    lexicon.firstEntry = firstEntry
    lexicon.entries = entries
    lexicon.surfaceTerm = surfaceTerm
    var nameStart = 0
    for index in digests.indices {
      let nameEnd = Int(nameEnds[index])
      guard nameEnd >= nameStart, nameEnd <= names.count else { return nil }
      documents[String(decoding: names[nameStart..<nameEnd], as: UTF8.self)] = Remembered(
        digest: digests[index], stream: TokenStream(tokens: tokens[index]), weighed: weighed[index])
      nameStart = nameEnd
    }
  }
}

/// A hash of many bytes, four lanes at a time.
private func seal(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
  let quarter = bytes.count / 4
  let lanes = concurrently(4) { [start = UInt(bitPattern: bytes.baseAddress), total = bytes.count] lane in
    let from = lane * quarter
    let count = lane == 3 ? total - from : quarter
    return hash64(UnsafeBufferPointer(start: UnsafePointer(bitPattern: start + UInt(from)), count: count))
  }
  return lanes.withUnsafeBytes { hash64($0.assumingMemoryBound(to: UInt8.self)) }
}

/// Writes arrays of numbers one after another, each after its count, in this machine's byte order.
private struct BlockWriter {
  private var bytes: [UInt8]

  init(start: [UInt8]) {
    bytes = start
  }

  mutating func append<Number: FixedWidthInteger>(_ numbers: [Number]) {
    withUnsafeBytes(of: UInt64(numbers.count)) { bytes.append(contentsOf: $0) }
    numbers.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  /// Writes the lengths of the lists, then all their numbers.
  mutating func append(_ lists: [[UInt32]]) {
    let lengths = lists.map { UInt32($0.count) }
    append(lengths)
    bytes.reserveCapacity(bytes.count + lengths.reduce(0) { $0 + Int($1) } * 4)
    for list in lists { list.withUnsafeBytes { bytes.append(contentsOf: $0) } }
  }

  /// The bytes, with a hash of all that follows in the eight bytes at `place`.
  func sealed(at place: Int) -> [UInt8] {
    var bytes = bytes
    let hash = bytes.withUnsafeBufferPointer { seal(UnsafeBufferPointer(rebasing: $0[(place + 8)...])) }
    withUnsafeBytes(of: hash.littleEndian) { bytes.replaceSubrange(place..<(place + 8), with: $0) }
    return bytes
  }
}

/// Reads what ``BlockWriter`` wrote; nil at the first array that does not fit.
private struct BlockReader {
  let bytes: [UInt8]
  var position: Int

  mutating func next<Number: FixedWidthInteger>() -> [Number]? {
    guard position + 8 <= bytes.count else { return nil }
    let stored = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: position, as: UInt64.self) }
    position += 8
    guard stored <= UInt64((bytes.count - position) / MemoryLayout<Number>.size) else { return nil }
    return take(Int(stored))
  }

  mutating func nextLists() -> [[UInt32]]? {
    guard let lengths: [UInt32] = next() else { return nil }
    var lists: [[UInt32]] = []
    lists.reserveCapacity(lengths.count)
    for length in lengths {
      guard Int(length) <= (bytes.count - position) / 4 else { return nil }
      lists.append(take(Int(length)))
    }
    return lists
  }

  private mutating func take<Number: FixedWidthInteger>(_ count: Int) -> [Number] {
    let range = position..<(position + count * MemoryLayout<Number>.size)
    position = range.upperBound
    return [Number](unsafeUninitializedCapacity: count) { buffer, initialized in
      bytes.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(buffer).copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[range]))
      }
      initialized = count
    }
  }
}
