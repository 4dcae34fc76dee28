/// Gives the readings of Finnish word forms: from Voikko's dictionary where it can be read here, or else from libvoikko,
/// which takes eight times as long. A worker's own.
struct WordReader: ~Copyable {
  private let library: Voikko?
  private var walk: TransducerWalk?
  private var draft = WordReadingDraft()

  /// - Parameter dictionary: nil for libvoikko.
  init(_ dictionary: Transducer?) throws(SearchFailure) {
    library = dictionary == nil ? try Voikko() : nil
    walk = dictionary.map { TransducerWalk($0) }
  }

  /// The different readings of a form in lower case, in the dictionary's order; none for an unknown word.
  mutating func readings(of form: [Int32]) -> [WordReading] {
    // 255 characters is the longest word libvoikko takes.
    guard !form.isEmpty, form.count < 255 else { return [] }
    var readings: [WordReading] = []
    library?.read(form) { base, output in
      let pieces = WordPiece.pieces(of: output)
      pieces.withUnsafeBufferPointer { pieces in
        let reading = draft.reading(pieces) { $0.append(contentsOf: base) }
        WordReader.add(reading, to: &readings)
      }
    }
    walk?.read(form) { pieces in
      let way = TransducerReading(pieces)
      guard way.isValid else { return }
      let reading = draft.reading(pieces) { way.base(into: &$0) }
      WordReader.add(reading, to: &readings)
    }
    return readings
  }

  private static func add(_ reading: WordReading?, to readings: inout [WordReading]) {
    if let reading, !readings.contains(reading) { readings.append(reading) }
  }
}
