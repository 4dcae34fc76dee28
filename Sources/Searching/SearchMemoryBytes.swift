import Diagnosing

extension SearchMemory {
  private static let magic = Array("mallisto search memory 1\n".utf8)

  /// The memory as bytes for the caller to keep: a mark, a hash of the rest, and the rest.
  public var bytes: [UInt8] {
    var writer = BlockWriter()
    writer.append(Array((version?.library ?? "").utf8))
    writer.append(Array((version?.dictionary ?? "").utf8))
    writer.append(lexicon.forms.bytes)
    writer.append(lexicon.forms.ends)
    writer.append(lexicon.terms.bytes)
    writer.append(lexicon.terms.ends)
    writer.append(lexicon.firstEntry)
    writer.append(lexicon.entries)
    writer.append(lexicon.surfaceTerm)
    let slugs = documents.keys.sorted()
    var names: [UInt8] = []
    var nameEnds: [UInt32] = []
    var digests: [UInt64] = []
    var tokens: [UInt32] = []
    var tokenEnds: [UInt32] = []
    for slug in slugs {
      guard let remembered = documents[slug] else { continue }
      names += Array(slug.utf8)
      nameEnds.append(UInt32(names.count))
      digests.append(remembered.digest)
      tokens += remembered.stream.tokens
      tokenEnds.append(UInt32(tokens.count))
    }
    writer.append(names)
    writer.append(nameEnds)
    writer.append(digests)
    writer.append(tokens)
    writer.append(tokenEnds)
    var whole = SearchMemory.magic
    let hash = writer.bytes.withUnsafeBufferPointer { hash64($0) }
    withUnsafeBytes(of: hash.littleEndian) { whole.append(contentsOf: $0) }
    return whole + writer.bytes
  }

  /// The memory that ``bytes`` gave; nil when they are damaged or of another version of the program.
  public init?(bytes: [UInt8]) {
    let start = SearchMemory.magic.count + 8
    guard bytes.count > start, bytes.starts(with: SearchMemory.magic) else { return nil }
    let isWhole = bytes.withUnsafeBytes { raw in
      let stored = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: start - 8, as: UInt64.self))
      let payload = UnsafeRawBufferPointer(rebasing: raw[start...]).assumingMemoryBound(to: UInt8.self)
      return stored == hash64(payload)
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
      let tokens: [UInt32] = reader.next(), let tokenEnds: [UInt32] = reader.next(),
      let forms = StringTable(bytes: formBytes, ends: formEnds),
      let terms = StringTable(bytes: termBytes, ends: termEnds),
      firstEntry.count == forms.count, surfaceTerm.count == forms.count,
      nameEnds.count == digests.count, tokenEnds.count == digests.count
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
    var tokenStart = 0
    for index in digests.indices {
      let nameEnd = Int(nameEnds[index])
      let tokenEnd = Int(tokenEnds[index])
      guard nameEnd >= nameStart, nameEnd <= names.count, tokenEnd >= tokenStart, tokenEnd <= tokens.count
      else { return nil }
      documents[String(decoding: names[nameStart..<nameEnd], as: UTF8.self)] = Remembered(
        digest: digests[index], stream: TokenStream(tokens: Array(tokens[tokenStart..<tokenEnd])))
      nameStart = nameEnd
      tokenStart = tokenEnd
    }
  }
}

/// Writes arrays of numbers one after another, each after its count, in this machine's byte order.
private struct BlockWriter {
  var bytes: [UInt8] = []

  mutating func append<Number: FixedWidthInteger>(_ numbers: [Number]) {
    withUnsafeBytes(of: UInt64(numbers.count)) { bytes.append(contentsOf: $0) }
    numbers.withUnsafeBytes { bytes.append(contentsOf: $0) }
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
    let size = MemoryLayout<Number>.size
    guard stored <= UInt64((bytes.count - position) / size) else { return nil }
    let count = Int(stored)
    let start = position
    position += count * size
    return [Number](unsafeUninitializedCapacity: count) { buffer, initialized in
      bytes.withUnsafeBytes { raw in
        UnsafeMutableRawBufferPointer(buffer).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: raw[start..<(start + count * size)]))
      }
      initialized = count
    }
  }
}
