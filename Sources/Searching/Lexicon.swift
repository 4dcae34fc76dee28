import Foundation

/// Every word form met, and the terms that each stands for; an analysis is made once and remembered.
struct Lexicon: Sendable {
  static let unknown = UInt32.max

  var forms = StringTable()
  var terms = StringTable()
  /// Where a form's Finnish entries begin, by form; `unknown` before it is analysed.
  var firstEntry: [UInt32] = []
  /// The entries, packed: the term's number, two bits of inflection, two of kind, and one on the last of a form.
  var entries: [UInt32] = []
  /// The term that a form is in a language without morphology, by form.
  var surfaceTerm: [UInt32] = []

  mutating func insert(form: UnsafeBufferPointer<UInt8>) -> Int {
    let number = forms.insert(form)
    if number == firstEntry.count {
      firstEntry.append(Lexicon.unknown)
      surfaceTerm.append(Lexicon.unknown)
    }
    return number
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

  /// Analyses the given forms, which are not analysed yet, with one libvoikko handle a worker.
  mutating func analyse(_ numbers: [Int]) throws(SearchFailure) {
    guard !numbers.isEmpty else { return }
    let workers = numbers.count < 256 ? 1 : ProcessInfo.processInfo.activeProcessorCount
    let table = forms
    let results = concurrently(workers) { [ranges = evenRanges(numbers.count, pieces: workers)] worker in
      guard worker < ranges.count else { return Swift.Result<Analysed, SearchFailure>.success(Analysed()) }
      return Lexicon.analyse(numbers[ranges[worker]], in: table)
    }
    for result in results { merge(try result.get()) }
  }

  /// What one worker found, with numbers of its own for terms.
  private struct Analysed: Sendable {
    var forms: [Int] = []
    var terms = StringTable()
    var entries: [UInt32] = []
  }

  private static func analyse(_ numbers: ArraySlice<Int>, in forms: StringTable)
    -> Swift.Result<Analysed, SearchFailure>
  {
    do throws(SearchFailure) {
      var analyser = try Analyser()
      var result = Analysed()
      result.forms = Array(numbers)
      var found = FoundTerms()
      for number in numbers {
        analyser.findTerms(of: forms[number], in: &found)
        for (index, term) in found.terms.enumerated() {
          let last: UInt32 = index == found.terms.count - 1 ? 1 : 0
          result.entries.append(
            UInt32(result.terms.insert(found.bytes[term.range])) << 5 | UInt32(term.inflection.rawValue) << 3
              | UInt32(term.kind.rawValue) << 1 | last)
        }
      }
      return .success(result)
    } catch {
      return .failure(error)
    }
  }

  private mutating func merge(_ result: Analysed) {
    let numbers = (0..<result.terms.count).map { UInt32(terms.insert(result.terms[$0])) }
    var index = 0
    for form in result.forms {
      firstEntry[form] = UInt32(entries.count)
      var isLast = false
      while !isLast {
        let packed = result.entries[index]
        entries.append(numbers[Int(packed >> 5)] << 5 | packed & 31)
        isLast = packed & 1 == 1
        index += 1
      }
    }
  }

  /// Makes a form its own term, for a language without morphology.
  mutating func makeSurfaceTerm(of form: Int) {
    guard surfaceTerm[form] == Lexicon.unknown else { return }
    surfaceTerm[form] = UInt32(terms.insert(forms[form].filter { $0 != 0x0A }))
  }
}
