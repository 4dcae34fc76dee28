/// What a word form says about a document: a term that it is found by.
struct AnalysedTerm: Hashable, Sendable {
  enum Kind: UInt8, Sendable {
    /// The base form of the whole word.
    case whole = 0
    /// A part of a compound, or a run of parts.
    case part = 1
    /// The verb of a participle or an action noun.
    case related = 2
    /// A word that the morphology does not know, as it is written.
    case surface = 3
  }

  /// Where the term stands among the bytes found.
  var range: Range<Int>
  var kind: Kind
  var inflection: Inflection
}

/// The terms of one form in the order they were found, each once and as what it was first found as.
struct FoundTerms: ~Copyable {
  private var bytes = Stack<UInt8>()
  private(set) var terms: [AnalysedTerm] = []

  /// A term's bytes, good until the next is added.
  func text(of term: AnalysedTerm) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes.elements[term.range])
  }

  mutating func removeAll() {
    bytes.cut(to: 0)
    terms.removeAll(keepingCapacity: true)
  }

  mutating func add(_ scalars: some Sequence<Int32>, _ kind: AnalysedTerm.Kind, _ inflection: Inflection) {
    add(EmptyCollection(), scalars, kind, inflection)
  }

  /// Adds a term of two pieces.
  mutating func add(
    _ head: some Sequence<Int32>, _ tail: some Sequence<Int32>, _ kind: AnalysedTerm.Kind, _ inflection: Inflection
  ) {
    let start = bytes.count
    for scalar in head { bytes.append(scalar: scalar) }
    for scalar in tail { bytes.append(scalar: scalar) }
    close(start, kind, inflection)
  }

  mutating func add(_ form: some Sequence<UInt8>, _ kind: AnalysedTerm.Kind, _ inflection: Inflection) {
    let start = bytes.count
    for byte in form { bytes.append(byte) }
    close(start, kind, inflection)
  }

  private mutating func close(_ start: Int, _ kind: AnalysedTerm.Kind, _ inflection: Inflection) {
    let new = UnsafeBufferPointer(rebasing: bytes.elements[start...])
    if new.isEmpty || terms.contains(where: { $0.range.count == new.count && compare(text(of: $0), new) == 0 }) {
      bytes.cut(to: start)
    } else {
      terms.append(AnalysedTerm(range: start..<bytes.count, kind: kind, inflection: inflection))
    }
  }
}

extension Stack<UInt8> {
  /// Appends a Unicode scalar as UTF-8; what is no scalar is left out.
  mutating func append(scalar: Int32) {
    switch scalar {
    case 0..<0x80:
      append(UInt8(truncatingIfNeeded: scalar))
    case 0x80..<0x800:
      append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    default:
      guard let value = Unicode.Scalar(UInt32(bitPattern: scalar)), let encoded = UTF8.encode(value) else { return }
      for byte in encoded { append(byte) }
    }
  }
}

/// The scalars of a form.
func scalars(of form: some Collection<UInt8>) -> [Int32] {
  var scalars: [Int32] = []
  scalars.reserveCapacity(form.count)
  for byte in form {
    if byte & 0xC0 != 0x80 {
      scalars.append(Int32(byte < 0x80 ? byte : byte < 0xE0 ? byte & 0x1F : byte < 0xF0 ? byte & 0x0F : byte & 0x07))
    } else if let last = scalars.popLast() {
      scalars.append(last << 6 | Int32(byte & 0x3F))
    }
  }
  return scalars
}
