import Diagnosing

extension SearchBase {
  private static let magic = Array("mallisto search memory 10".utf8)
  private static let header = 40

  /// Every column, in the order in which they are kept.
  private var columns: [UnsafeRawBufferPointer] {
    [
      slugs.bytes.bytes, slugs.starts.bytes, digests.bytes, isFinnish.bytes,
      documentForms.bytes.bytes, documentForms.starts.bytes,
      forms.bytes.bytes, forms.starts.bytes, places.bytes.bytes, places.starts.bytes,
      firstEntry.bytes, surfaceTerm.bytes, entries.bytes,
      terms.bytes.bytes, terms.starts.bytes, postings.bytes.bytes, postings.starts.bytes,
    ]
  }

  /// Gives the base its hash.
  mutating func seal() {
    id = SearchBase.hash(columns, versionBytes)
  }

  private var versionBytes: [UInt8] {
    Array("\(version?.library ?? "")\n\(version?.dictionary ?? "")".utf8)
  }

  private static func hash(_ columns: [UnsafeRawBufferPointer], _ version: [UInt8]) -> UInt64 {
    let start = version.withUnsafeBufferPointer { hash64($0) }
    let hashes = concurrently(columns.count) { [columns = columns.map { Region(bytes: $0) }] index in
      hash64(large: columns[index].bytes, seed: UInt64(index))
    }
    return hashes.reduce(start) { hash64($1, seed: $0) }
  }

  /// The base as pieces to be written one after another: a mark and the hash, the length of each column, the columns,
  /// each from a multiple of eight. Numbers are in this machine's byte order.
  func withPieces<Result, Failure: Error>(
    _ body: ([UnsafeRawBufferPointer]) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var start = SearchBase.magic
    start += [UInt8](repeating: 0, count: 32 - start.count)
    start.append(number: id)
    let version = versionBytes
    start.append(number: UInt64(version.count))
    for column in columns { start.append(number: UInt64(column.count)) }
    start += version
    start += [UInt8](repeating: 0, count: -start.count & 7)
    let head = Column(start)
    let padding = Column([UInt8](repeating: 0, count: 8))
    var pieces = [head.bytes]
    for column in columns {
      pieces.append(column)
      pieces.append(UnsafeRawBufferPointer(rebasing: padding.bytes[..<(-column.count & 7)]))
    }
    defer { withExtendedLifetime((head, padding)) {} }
    return try body(pieces)
  }

  /// The base that ``withPieces(_:)`` gave; nil when it is damaged or of another version of the program.
  init?(_ bytes: UnsafeRawBufferPointer, owner: AnyObject) {
    guard bytes.count >= SearchBase.header + 8, bytes.starts(with: SearchBase.magic) else { return nil }
    let id = bytes.loadUnaligned(fromByteOffset: 32, as: UInt64.self)
    var place = SearchBase.header
    func number() -> Int? {
      guard place + 8 <= bytes.count else { return nil }
      defer { place += 8 }
      return Int(exactly: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
    let empty = SearchBase().columns.count
    guard let versionLength = number() else { return nil }
    let lengths = (0..<empty).compactMap { _ in number() }
    guard lengths.count == empty else { return nil }
    func take(_ length: Int) -> UnsafeRawBufferPointer? {
      guard length >= 0, length <= bytes.count - place else { return nil }
      defer { place = min(bytes.count, (place + length + 7) & ~7) }
      return UnsafeRawBufferPointer(rebasing: bytes[place..<(place + length)])
    }
    guard let version = take(versionLength).map(Array.init) else { return nil }
    let columns = lengths.compactMap { take($0) }
    guard columns.count == empty, SearchBase.hash(columns, version) == id else { return nil }
    func column<Number>(_ index: Int) -> Column<Number> { Column(columns[index], owner: owner) }
    func strings(_ index: Int) -> ByteStrings? { ByteStrings(bytes: column(index), starts: column(index + 1)) }
    guard let slugs = strings(0), let documentForms = strings(4), let forms = strings(6), let places = strings(8),
      let terms = strings(13), let postings = strings(15)
    else { return nil }
    (self.slugs, self.documentForms, self.forms) = (slugs, documentForms, forms)
    (self.places, self.terms, self.postings) = (places, terms, postings)
    (digests, isFinnish) = (column(2), column(3))
    (firstEntry, surfaceTerm, entries) = (column(10), column(11), column(12))
    self.id = id
    let lines = version.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
    if lines.count == 2, !lines[0].isEmpty {
      self.version = VoikkoVersion(
        library: String(decoding: lines[0], as: UTF8.self), dictionary: String(decoding: lines[1], as: UTF8.self))
    }
  }
}

/// Bytes that are hashed on several processors while their owner waits.
private struct Region: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer
}

extension SearchMemory {
  /// Gives `body` the memory as pieces to be written one after another.
  public func withPieces<Result, Failure: Error>(
    _ body: ([UnsafeRawBufferPointer]) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try base.withPieces(body)
  }

  /// The memory that ``withPieces(_:)`` gave; nil when it is damaged or of another version of the program.
  ///
  /// - Parameters:
  ///   - bytes: must not change while `owner` lives, and begin at a multiple of eight: a mapped file does.
  ///   - owner: keeps the bytes.
  public init?(_ bytes: UnsafeRawBufferPointer, keptBy owner: AnyObject) {
    guard let base = SearchBase(bytes, owner: owner) else { return nil }
    self.init(base: base)
  }
}

extension [UInt8] {
  fileprivate mutating func append(number: UInt64) {
    Swift.withUnsafeBytes(of: number) { append(contentsOf: $0) }
  }
}
