import Diagnosing
import Foundation

/// One of a document's terms: its number, what it was found as, and how much the document is about it.
struct WeighedTerm: Sendable {
  /// The number in 24 bits, the marks of ``Lexicon/mark(_:)`` in 4 and the impact, 1...15, in 4.
  let packed: UInt32

  init(term: UInt32, marks: UInt8, impact: UInt8) {
    packed = term << 8 | UInt32(marks) << 4 | UInt32(impact)
  }

  @inline(__always) static func term(_ packed: UInt32) -> Int { Int(packed >> 8) }
  /// The marks in the high half, the impact in the low one.
  @inline(__always) static func weight(_ packed: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: packed) }
}

/// Weighs the terms of documents, one document at a time; a worker's own.
struct Scale {
  private var weights: [UInt16]
  private var marks: [UInt8]
  /// What standing in the title adds to the impact.
  private var titled: [UInt8]
  /// The same for each kind of term, by its number.
  private static let honours: [UInt8] = [6, 3, 3, 6]
  private static let none: [UInt8] = [0, 0, 0, 0]
  /// The terms that have a weight, in the order they came.
  private var touched: [UInt32] = []

  init(terms: Int) {
    weights = [UInt16](repeating: 0, count: terms)
    marks = [UInt8](repeating: 0, count: terms)
    titled = [UInt8](repeating: 0, count: terms)
  }

  /// The packed terms of a document (see ``WeighedTerm``), in the order they first come.
  mutating func weigh(_ stream: TokenStream, isFinnish: Bool, _ lexicon: Lexicon) -> [UInt32] {
    var words = 0
    // The share of each kind of term, by its number: the whole word, a part, a related verb, an unknown word.
    var shares = [0, 0, 0, 0]
    var honours = Scale.none
    for token in stream.tokens {
      if token >= TokenStream.firstMark {
        let field = TokenStream.field(token)
        let weight = field.weight
        honours = field == .title ? Scale.honours : Scale.none
        shares = [weight, weight * 3 / 5, weight * 2 / 5, weight]
        continue
      }
      words += 1
      guard isFinnish else {
        add(Int(lexicon.surfaceTerm[Int(token)]), shares[0], 4, honours[0])
        continue
      }
      var index = Int(lexicon.firstEntry[Int(token)])
      var isLast = false
      while !isLast {
        let entry = lexicon.entries[index]
        let kind = Int(Lexicon.kind(entry).rawValue)
        add(Int(Lexicon.term(entry)), shares[kind], Lexicon.mark(entry), honours[kind])
        isLast = Lexicon.isLast(entry)
        index += 1
      }
    }
    return take(saturation: Scale.saturation(words: words))
  }

  @inline(__always)
  private mutating func add(_ term: Int, _ share: Int, _ mark: UInt8, _ honour: UInt8) {
    if weights[term] == 0 { touched.append(UInt32(term)) }
    weights[term] = UInt16(min(Int(weights[term]) + share, 0xFFFF))
    marks[term] |= mark
    titled[term] = max(titled[term], honour)
  }

  /// What has been weighed, leaving the scale empty.
  private mutating func take(saturation: Int) -> [UInt32] {
    let taken = touched.map { term in
      let impact = Scale.impact(Int(weights[Int(term)]), saturation) + titled[Int(term)]
      let packed = WeighedTerm(term: term, marks: marks[Int(term)], impact: impact).packed
      weights[Int(term)] = 0
      marks[Int(term)] = 0
      titled[Int(term)] = 0
      return packed
    }
    touched.removeAll(keepingCapacity: true)
    return taken
  }

  /// The weight at which a term has half of the highest impact. It grows with the length of the document in steps of
  /// √2, so that an edited sentence seldom changes it and with it every list that the document stands in.
  private static func saturation(words: Int) -> Int {
    var step = 0
    var limit = 50.0
    while step < 16, Double(words) > limit {
      step += 1
      limit *= 2.0.squareRoot()
    }
    return 15 + 3 * step
  }

  /// 1...9, rising with the weight and levelling off, so that a word of the title comes before one that a text repeats.
  private static func impact(_ weight: Int, _ saturation: Int) -> UInt8 {
    UInt8(max(1, (9 * weight + (weight + saturation) / 2) / (weight + saturation)))
  }
}
