import Foundation

/// The terms that each word form stands for, by the form's number.
struct Lexicon: Sendable {
  static let unknown = UInt32.max

  /// Where a form's Finnish entries begin, by form; `unknown` when no Finnish text has it.
  var firstEntry: [UInt32]
  /// The entries, packed: the term's number, two bits of inflection, two of kind, and one on the last of a form.
  var entries: [UInt32] = []
  /// The term that a form is in a language without morphology, by form; `unknown` when no such text has it.
  var surfaceTerm: [UInt32]

  init(forms: Int) {
    firstEntry = [UInt32](repeating: Lexicon.unknown, count: forms)
    surfaceTerm = firstEntry
  }

  /// The terms of some of a base's forms, numbered in the order they are met, and their numbers in the base.
  ///
  /// Forms that are met first are mostly common ones (``FormTally``), and so are their terms.
  static func of(_ forms: [UInt32], in base: SearchBase) -> (lexicon: Lexicon, terms: [UInt32]) {
    var lexicon = Lexicon(forms: forms.count)
    var numbers = [UInt32](repeating: unknown, count: base.terms.count)
    var terms: [UInt32] = []
    func number(_ term: UInt32) -> UInt32 {
      if numbers[Int(term)] == unknown {
        numbers[Int(term)] = UInt32(terms.count)
        terms.append(term)
      }
      return numbers[Int(term)]
    }
    for (own, form) in forms.enumerated() {
      let (first, surface) = (base.firstEntry[Int(form)], base.surfaceTerm[Int(form)])
      if first != unknown { lexicon.append(entriesFrom: Int(first), of: base.entries.numbers, form: own, number) }
      if surface != unknown { lexicon.surfaceTerm[own] = number(surface) }
    }
    return (lexicon, terms)
  }

  @inline(__always)
  static func term(_ entry: UInt32) -> UInt32 { entry >> 5 }

  @inline(__always)
  static func isLast(_ entry: UInt32) -> Bool { entry & 1 == 1 }

  @inline(__always)
  static func kind(_ entry: UInt32) -> AnalysedTerm.Kind {
    AnalysedTerm.Kind(rawValue: UInt8(truncatingIfNeeded: entry >> 1 & 3)) ?? .whole
  }

  /// What the entry tells of its term: 1 has cases, 2 is a verb, 4 is not known to the morphology, 8 has degrees.
  @inline(__always)
  static func mark(_ entry: UInt32) -> UInt8 {
    if kind(entry) == .surface { return 4 }
    return switch Inflection(rawValue: UInt8(truncatingIfNeeded: entry >> 3 & 3)) {
    case .nominal: 1
    case .verbal: 2
    case .adjectival: 1 | 8
    default: 0
    }
  }

  /// The term of a form in a language without morphology: the form itself, less a break at a line's end.
  static func surface(of form: some Sequence<UInt8>) -> [UInt8] {
    form.filter { $0 != 0x0A }
  }

  /// Appends a form's entries, their terms renumbered.
  mutating func append(
    entriesFrom start: Int, of source: some RandomAccessCollection<UInt32>, form: Int,
    _ number: (UInt32) -> UInt32
  ) {
    firstEntry[form] = UInt32(entries.count)
    var place = source.index(source.startIndex, offsetBy: start)
    while true {
      let entry = source[place]
      entries.append(number(Lexicon.term(entry)) << 5 | entry & 31)
      if Lexicon.isLast(entry) { return }
      place = source.index(after: place)
    }
  }
}

/// What one worker found of forms, with numbers of its own for terms.
struct Analyses: Sendable {
  var forms: [Int] = []
  /// Where the entries of each of the forms begin.
  var starts: [Int] = []
  var terms = StringTable()
  /// As in ``Lexicon/entries``.
  var entries: [UInt32] = []

  /// Analyses Finnish forms, in the order of their letters: words that begin alike share the way to where they differ
  /// (``TransducerWalk``).
  static func make(
    _ numbers: [Int], form: @Sendable (Int) -> UnsafeBufferPointer<UInt8>
  ) throws(SearchFailure) -> [Analyses] {
    guard !numbers.isEmpty else { return [] }
    let numbers = sorted(numbers, form: form)
    let workers = numbers.count < 256 ? 1 : ProcessInfo.processInfo.activeProcessorCount
    let ranges = evenRanges(numbers.count, pieces: workers)
    let dictionary = try VoikkoVersion.transducer()
    let results = concurrently(ranges.count) { worker in
      Swift.Result { () throws(SearchFailure) in try Analyses(numbers[ranges[worker]], dictionary, form: form) }
    }
    var analyses: [Analyses] = []
    for result in results { analyses.append(try result.get()) }
    return analyses
  }

  private static func sorted(_ numbers: [Int], form: (Int) -> UnsafeBufferPointer<UInt8>) -> [Int] {
    // Most forms differ in their first sixteen bytes, which compare as two numbers.
    var keys = numbers.map { number in
      let form = form(number)
      return (head: bigEndian(form, from: 0), more: bigEndian(form, from: 8), number: number)
    }
    keys.sort { a, b in
      if a.head != b.head { return a.head < b.head }
      if a.more != b.more { return a.more < b.more }
      return compare(form(a.number), form(b.number)) < 0
    }
    return keys.map(\.number)
  }

  private init(
    _ numbers: ArraySlice<Int>, _ dictionary: Transducer?, form: (Int) -> UnsafeBufferPointer<UInt8>
  ) throws(SearchFailure) {
    var analyser = try Analyser(dictionary)
    var found = FoundTerms()
    forms = Array(numbers)
    starts.reserveCapacity(numbers.count)
    for number in numbers {
      analyser.findTerms(of: form(number), in: &found)
      starts.append(entries.count)
      for (index, term) in found.terms.enumerated() {
        let last: UInt32 = index == found.terms.count - 1 ? 1 : 0
        entries.append(
          UInt32(terms.insert(found.text(of: term))) << 5 | UInt32(term.inflection.rawValue) << 3
            | UInt32(term.kind.rawValue) << 1 | last)
      }
    }
  }
}
