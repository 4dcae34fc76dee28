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
  /// What is known of a form: the sum of its weights in its fields, in fifths of a word of the body, and in the highest
  /// bit whether it stands in the title. What belongs together lies together, for it is looked up at random.
  private var formWeights: [UInt32]
  private static let inTitle: UInt32 = 1 << 31
  /// The forms of the document, in the order they first stand.
  private(set) var forms: [UInt32] = []
  /// The number of its words.
  private var words = 0

  private struct TermWeight {
    var sum: UInt16 = 0
    var marks: UInt8 = 0
    /// What standing in the title adds to the impact.
    var honour: UInt8 = 0
  }

  private var weights: [TermWeight]
  /// The terms that have a weight, in the order they came.
  private var touched: [UInt32] = []

  // By the number of a kind of term: the whole word, a part, a related verb, an unknown word.
  /// What a term has of its form's weight, in fifths.
  private static let shares: [Int] = [5, 3, 2, 5]
  /// What standing in the title adds.
  private static let honours: [UInt8] = [6, 3, 3, 6]

  /// The numbers that terms are given out with.
  private let terms: [UInt32]

  /// - Parameters:
  ///   - forms: how many forms documents have.
  ///   - terms: the number that each of the lexicon's terms is given out with.
  init(forms: Int, terms: [UInt32]) {
    formWeights = [UInt32](repeating: 0, count: forms)
    weights = [TermWeight](repeating: TermWeight(), count: terms.count)
    self.terms = terms
  }

  /// Sums the weights of a document's forms.
  mutating func put(_ stream: TokenStream) {
    var weight: UInt32 = 0
    var mark: UInt32 = 0
    stream.read { token in
      guard token < TokenStream.firstMark else {
        let field = TokenStream.field(token)
        weight = UInt32(field.weight)
        mark = field == .title ? Scale.inTitle : 0
        return
      }
      words += 1
      let earlier = formWeights[Int(token)]
      if earlier == 0 { forms.append(token) }
      formWeights[Int(token)] = (earlier + weight) | mark
    }
  }

  /// The packed terms (see ``WeighedTerm``) of the document that was put on the scale, which is empty then.
  mutating func weigh(isFinnish: Bool, _ lexicon: Lexicon) -> [UInt32] {
    for number in forms {
      let form = Int(number)
      let weight = Int(formWeights[form] & ~Scale.inTitle)
      let honour: UInt8 = formWeights[form] & Scale.inTitle == 0 ? 0 : .max
      formWeights[form] = 0
      guard isFinnish else {
        add(Int(lexicon.surfaceTerm[form]), weight, 4, Scale.honours[0] & honour)
        continue
      }
      var index = Int(lexicon.firstEntry[form])
      while true {
        let entry = lexicon.entries[index]
        let kind = Int(Lexicon.kind(entry).rawValue)
        let share = weight * Scale.shares[kind] / 5
        add(Int(Lexicon.term(entry)), share, Lexicon.mark(entry), Scale.honours[kind] & honour)
        if Lexicon.isLast(entry) { break }
        index += 1
      }
    }
    defer { words = 0 }
    forms.removeAll(keepingCapacity: true)
    return take(saturation: Scale.saturation(words: words))
  }

  @inline(__always)
  private mutating func add(_ term: Int, _ share: Int, _ mark: UInt8, _ honour: UInt8) {
    var weight = weights[term]
    if weight.sum == 0 { touched.append(UInt32(term)) }
    weight.sum = UInt16(min(Int(weight.sum) + share, 0xFFFF))
    weight.marks |= mark
    weight.honour = max(weight.honour, honour)
    weights[term] = weight
  }

  /// What has been weighed, leaving the scale empty.
  private mutating func take(saturation: Int) -> [UInt32] {
    let taken = touched.map { term in
      let weight = weights[Int(term)]
      weights[Int(term)] = TermWeight()
      let impact = Scale.impact(Int(weight.sum), saturation) + weight.honour
      return WeighedTerm(term: terms[Int(term)], marks: weight.marks, impact: impact).packed
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
