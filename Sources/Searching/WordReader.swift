/// Gives the readings of Finnish word forms: from Voikko's dictionary where it can be read here, or else from libvoikko,
/// which takes eight times as long. A worker's own.
struct WordReader: ~Copyable {
  private let library: Voikko?
  private let symbols: TransducerSymbols
  private var walk: TransducerWalk?
  // What the walk gives, as libvoikko would.
  private var base: [Int32] = []
  private var output: [Int32] = []

  /// - Parameter dictionary: nil for libvoikko.
  init(_ dictionary: Transducer?) throws(SearchFailure) {
    library = dictionary == nil ? try Voikko() : nil
    symbols = dictionary?.symbols ?? TransducerSymbols([])
    walk = dictionary.map { TransducerWalk($0) }
  }

  /// The different readings of a form in lower case, in the dictionary's order; none for an unknown word.
  mutating func readings(of form: [Int32]) -> [WordReading] {
    // 255 characters is the longest word libvoikko takes.
    guard !form.isEmpty, form.count < 255 else { return [] }
    var readings: [WordReading] = []
    library?.read(form) { base, output in
      WordReader.add(base, output, to: &readings)
    }
    walk?.read(form) { [symbols] way in
      let way = TransducerReading(way, symbols)
      guard way.isValid else { return }
      base.removeAll(keepingCapacity: true)
      output.removeAll(keepingCapacity: true)
      way.base(into: &base)
      way.spell(into: &output)
      guard !base.isEmpty else { return }
      base.withUnsafeBufferPointer { base in
        output.withUnsafeBufferPointer { WordReader.add(base, $0, to: &readings) }
      }
    }
    return readings
  }

  private static func add(
    _ base: UnsafeBufferPointer<Int32>, _ output: UnsafeBufferPointer<Int32>, to readings: inout [WordReading]
  ) {
    if let reading = WordReading(base: base, output: output), !readings.contains(reading) { readings.append(reading) }
  }
}
