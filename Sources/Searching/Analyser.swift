/// What a word form says about a document: the terms it is found by.
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

  var term: [UInt8]
  var kind: Kind
  var inflection: Inflection
}

/// Turns Finnish word forms into terms with libvoikko. One worker's own: it holds a handle.
struct Analyser: ~Copyable {
  private let voikko: Voikko
  /// The base forms of compound parts met so far; parts repeat far more than words do.
  private var partBases: [[Int32]: [Base]] = [:]

  private struct Base {
    var text: [Int32]
    var inflection: Inflection
  }

  init() throws(SearchFailure) {
    voikko = try Voikko()
  }

  /// The terms of a form as ``WordScanner`` gives it, each once, in a fixed order.
  mutating func terms(of form: ArraySlice<UInt8>) -> [AnalysedTerm] {
    var found = Found()
    if form.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) {
      addNumber(form, to: &found)
    } else if form.contains(where: { $0 == 0x0A || $0 == 0x2D || $0 == 0x3A }) {
      addJoined(form, to: &found)
    } else {
      addWord(scalars(form), as: .whole, to: &found)
    }
    if found.terms.isEmpty { found.add(Array(form), .surface, .nominal) }
    return found.terms
  }

  /// A word with figures in it stands as it is, less its case ending (*covid-19:n*).
  private mutating func addNumber(_ form: ArraySlice<UInt8>, to found: inout Found) {
    let stem = form.prefix { $0 != 0x3A }
    found.add(stem.filter { $0 != 0x0A }, .surface, .nominal)
    for piece in stem.split(whereSeparator: { $0 == 0x2D || $0 == 0x0A }) where piece.count < stem.count {
      addWord(scalars(piece), as: .part, to: &found)
    }
  }

  /// A word with a hyphen, a break at a line's end or a colon in it.
  private mutating func addJoined(_ form: ArraySlice<UInt8>, to found: inout Found) {
    if form.contains(0x0A) {
      let rejoined = scalars(form).filter { $0 != 0x0A }
      let readings = bestReadings(of: rejoined)
      if !readings.isEmpty {
        add(readings, as: .whole, to: &found)
        return
      }
    }
    let hyphenated = ArraySlice(form.map { $0 == 0x0A ? 0x2D : $0 })
    if let colon = hyphenated.firstIndex(of: 0x3A) {
      // An abbreviation's case ending follows the colon: EU:n.
      addJoinedOrWord(hyphenated[..<colon], to: &found)
    } else {
      addHyphenated(hyphenated, to: &found)
    }
  }

  private mutating func addJoinedOrWord(_ form: ArraySlice<UInt8>, to found: inout Found) {
    if form.contains(0x2D) {
      addHyphenated(form, to: &found)
    } else {
      addWord(scalars(form), as: .whole, to: &found)
    }
  }

  private mutating func addHyphenated(_ form: ArraySlice<UInt8>, to found: inout Found) {
    addWord(scalars(form), as: .whole, to: &found)
    for piece in form.split(separator: 0x2D) where piece.count > 1 {
      addWord(scalars(piece), as: .part, to: &found)
    }
  }

  private mutating func addWord(_ form: [Int32], as kind: AnalysedTerm.Kind, to found: inout Found) {
    let readings = bestReadings(of: form)
    if readings.isEmpty {
      found.add(utf8(form), kind == .whole ? .surface : kind, .nominal)
    } else {
      add(readings, as: kind, to: &found)
    }
  }

  private mutating func add(_ readings: [WordReading], as kind: AnalysedTerm.Kind, to found: inout Found) {
    for reading in readings { found.add(utf8(reading.base), kind, reading.inflection) }
    for reading in readings {
      if let verb = reading.verb { found.add(utf8(verb), .related, .verbal) }
      guard reading.parts.count > 1 else { continue }
      for run in runs(of: reading.parts) { found.add(utf8(run.text), .part, run.inflection) }
    }
  }

  /// The base forms of every part and of every run of neighbouring parts shorter than the word.
  private mutating func runs(of parts: [WordReading.Part]) -> [Base] {
    var runs: [Base] = []
    for end in parts.indices {
      for base in bases(of: parts[end]) where base.text.count > 1 {
        var run = base
        runs.append(run)
        for start in (0..<end).reversed() where end - start + 1 < parts.count {
          run.text = parts[start].surface + run.text
          runs.append(run)
        }
      }
    }
    return runs
  }

  private mutating func bases(of part: WordReading.Part) -> [Base] {
    if let base = part.base { return [Base(text: base, inflection: part.inflection)] }
    if let known = partBases[part.surface] { return known }
    var bases: [Base] = []
    for reading in bestReadings(of: part.surface) where !bases.contains(where: { $0.text == reading.base }) {
      bases.append(Base(text: reading.base, inflection: reading.inflection))
    }
    if bases.isEmpty { bases = [Base(text: part.surface, inflection: .none)] }
    partBases[part.surface] = bases
    return bases
  }

  /// The readings with the fewest parts, for a longer one is nearly always an accident (*oppilasta*: *oppi* + *lapsi*).
  /// What the same base form has as parts in another reading still counts. An adverb is not an inflected noun (*vähän*,
  /// *jälkeen*), and names and bare commands give way to ordinary words.
  private func bestReadings(of form: [Int32]) -> [WordReading] {
    var readings = voikko.readings(of: form)
    if readings.isEmpty, let first = form.first {
      let capital = uppercased(first)
      if capital != first { readings = voikko.readings(of: [capital] + form.dropFirst()) }
    }
    guard readings.count > 1 else { return readings }
    if readings.contains(where: { $0.inflection == .none }) {
      readings.removeAll { $0.inflection != .none }
    } else if readings.contains(where: { !$0.isName && !$0.isCommand }) {
      readings.removeAll { $0.isName || $0.isCommand }
    }
    let fewest = readings.map(\.parts.count).min() ?? 1
    let bases = readings.filter { $0.parts.count == fewest }.map(\.base)
    readings.removeAll { !bases.contains($0.base) }
    return readings
  }
}

/// Terms in the order they were found, each with the strongest kind it was found as.
private struct Found {
  var terms: [AnalysedTerm] = []

  mutating func add(_ term: [UInt8], _ kind: AnalysedTerm.Kind, _ inflection: Inflection) {
    guard !term.isEmpty, !terms.contains(where: { $0.term == term }) else { return }
    terms.append(AnalysedTerm(term: term, kind: kind, inflection: inflection))
  }
}

private func scalars(_ form: ArraySlice<UInt8>) -> [Int32] {
  String(decoding: form, as: UTF8.self).unicodeScalars.map { Int32(bitPattern: $0.value) }
}

private func utf8(_ scalars: [Int32]) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(scalars.count + 4)
  for scalar in scalars {
    guard let value = Unicode.Scalar(UInt32(bitPattern: scalar)) else { continue }
    bytes.append(contentsOf: UTF8.encode(value)!)
  }
  return bytes
}

private func uppercased(_ scalar: Int32) -> Int32 {
  guard let value = Unicode.Scalar(UInt32(bitPattern: scalar)) else { return scalar }
  let mapping = value.properties.uppercaseMapping.unicodeScalars
  guard mapping.count == 1, let upper = mapping.first else { return scalar }
  return Int32(bitPattern: upper.value)
}
