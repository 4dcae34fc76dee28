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
struct FoundTerms {
  private(set) var bytes: [UInt8] = []
  private(set) var terms: [AnalysedTerm] = []

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    terms.removeAll(keepingCapacity: true)
  }

  mutating func add(_ scalars: [Int32], _ kind: AnalysedTerm.Kind, _ inflection: Inflection) {
    let start = bytes.count
    for scalar in scalars { bytes.append(scalar: scalar) }
    close(start, kind, inflection)
  }

  mutating func add(_ form: some Sequence<UInt8>, _ kind: AnalysedTerm.Kind, _ inflection: Inflection) {
    let start = bytes.count
    bytes.append(contentsOf: form)
    close(start, kind, inflection)
  }

  private mutating func close(_ start: Int, _ kind: AnalysedTerm.Kind, _ inflection: Inflection) {
    let new = bytes[start...]
    if new.isEmpty || terms.contains(where: { bytes[$0.range] == new }) {
      bytes.removeSubrange(start...)
    } else {
      terms.append(AnalysedTerm(range: start..<bytes.count, kind: kind, inflection: inflection))
    }
  }
}

extension [UInt8] {
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
      append(contentsOf: encoded)
    }
  }
}

/// The scalars of a form.
func scalars(of form: some Sequence<UInt8>) -> [Int32] {
  var scalars: [Int32] = []
  scalars.reserveCapacity(32)
  var decoder = UTF8()
  var iterator = form.makeIterator()
  while case .scalarValue(let scalar) = decoder.decode(&iterator) { scalars.append(Int32(bitPattern: scalar.value)) }
  return scalars
}
