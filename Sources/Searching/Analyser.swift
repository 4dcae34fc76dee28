/// Turns Finnish word forms into terms. One worker's own.
struct Analyser: ~Copyable {
  private var words: WordReader
  /// The base forms of compound parts met so far; parts repeat far more than words do.
  private var partBases: [[Int32]: [Base]] = [:]

  private struct Base {
    var text: ArraySlice<Int32>
    var inflection: Inflection
  }

  /// - Parameter dictionary: nil where libvoikko has to be asked for every word.
  init(_ dictionary: Transducer?) throws(SearchFailure) {
    words = try WordReader(dictionary)
  }

  /// Finds the terms of a form as ``WordScanner`` gives it; there is always one.
  mutating func findTerms(of form: UnsafeBufferPointer<UInt8>, in found: inout FoundTerms) {
    found.removeAll()
    if form.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) {
      addNumber(Array(form)[...], to: &found)
    } else if form.contains(where: { $0 == 0x0A || $0 == 0x2D || $0 == 0x3A }) {
      addJoined(Array(form)[...], to: &found)
    } else {
      addWord(scalars(of: form), as: .whole, to: &found)
    }
    if found.terms.isEmpty { found.add(form, .surface, .nominal) }
  }

  /// A word with figures in it stands as it is, less its case ending (*covid-19:n*).
  private mutating func addNumber(_ form: ArraySlice<UInt8>, to found: inout FoundTerms) {
    let stem = form.prefix { $0 != 0x3A }
    found.add(stem.filter { $0 != 0x0A }, .surface, .nominal)
    for piece in stem.split(whereSeparator: { $0 == 0x2D || $0 == 0x0A }) where piece.count < stem.count {
      addWord(scalars(of: piece), as: .part, to: &found)
    }
  }

  /// A word with a hyphen, a break at a line's end or a colon in it.
  private mutating func addJoined(_ form: ArraySlice<UInt8>, to found: inout FoundTerms) {
    if form.contains(0x0A) {
      let rejoined = scalars(of: form).filter { $0 != 0x0A }
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

  private mutating func addJoinedOrWord(_ form: ArraySlice<UInt8>, to found: inout FoundTerms) {
    if form.contains(0x2D) {
      addHyphenated(form, to: &found)
    } else {
      addWord(scalars(of: form), as: .whole, to: &found)
    }
  }

  private mutating func addHyphenated(_ form: ArraySlice<UInt8>, to found: inout FoundTerms) {
    addWord(scalars(of: form), as: .whole, to: &found)
    for piece in form.split(separator: 0x2D) where piece.count > 1 {
      addWord(scalars(of: piece), as: .part, to: &found)
    }
  }

  private mutating func addWord(_ form: [Int32], as kind: AnalysedTerm.Kind, to found: inout FoundTerms) {
    let readings = bestReadings(of: form)
    if readings.isEmpty {
      found.add(form, kind == .whole ? .surface : kind, .nominal)
    } else {
      add(readings, as: kind, to: &found)
    }
  }

  private mutating func add(_ readings: [WordReading], as kind: AnalysedTerm.Kind, to found: inout FoundTerms) {
    for reading in readings { found.add(reading.base, kind, reading.last.inflection) }
    for reading in readings {
      if let verb = reading.verb { found.add(verb, .related, .verbal) }
      if reading.parts.count > 1 { addRuns(of: reading, to: &found) }
    }
  }

  /// Adds the base forms of every part and of every run of neighbouring parts shorter than the word.
  private mutating func addRuns(of reading: WordReading, to found: inout FoundTerms) {
    for end in reading.parts.indices {
      if let base = reading.base(ofPart: end) {
        addRuns(of: reading, endingIn: base, reading.parts[end].inflection, at: end, to: &found)
      } else {
        for base in basesAlone(Array(reading.surface[reading.parts[end].range])) {
          addRuns(of: reading, endingIn: base.text, base.inflection, at: end, to: &found)
        }
      }
    }
  }

  private func addRuns(
    of reading: WordReading, endingIn base: ArraySlice<Int32>, _ inflection: Inflection, at end: Int,
    to found: inout FoundTerms
  ) {
    guard base.count > 1 else { return }
    let parts = reading.parts
    found.add(base, .part, inflection)
    for start in (0..<end).reversed() where end - start + 1 < parts.count {
      let head = reading.surface[parts[start].range.lowerBound..<parts[end].range.lowerBound]
      found.add(head, base, .part, inflection)
    }
  }

  /// The base forms of a part that has to be read on its own.
  private mutating func basesAlone(_ surface: [Int32]) -> [Base] {
    if let known = partBases[surface] { return known }
    var bases: [Base] = []
    for reading in bestReadings(of: surface) where !bases.contains(where: { $0.text == reading.base }) {
      bases.append(Base(text: reading.base, inflection: reading.last.inflection))
    }
    if bases.isEmpty { bases = [Base(text: surface[...], inflection: .none)] }
    partBases[surface] = bases
    return bases
  }

  /// The readings with the fewest parts, for a longer one is nearly always an accident (*oppilasta*: *oppi* + *lapsi*).
  /// What the same base form has as parts in another reading still counts. An adverb is not an inflected noun (*vähän*,
  /// *jälkeen*), and names, bare commands, doers and old plurals give way to ordinary words, and those to pronouns.
  private mutating func bestReadings(of form: [Int32]) -> [WordReading] {
    var readings = words.readings(of: form)
    guard readings.count > 1 else { return readings }
    if readings.contains(where: { $0.last.inflection == .none }) {
      readings.removeAll { $0.last.inflection != .none }
    } else if readings.contains(where: { $0.last.isPronoun }) {
      readings.removeAll { !$0.last.isPronoun && $0.base != form[...] }
    } else if readings.contains(where: { !$0.last.isUnlikely }) {
      readings.removeAll { $0.last.isUnlikely }
    }
    let fewest = readings.reduce(.max) { min($0, $1.parts.count) }
    let bases = readings.filter { $0.parts.count == fewest }.map(\.base)
    readings.removeAll { !bases.contains($0.base) }
    return readings
  }
}
