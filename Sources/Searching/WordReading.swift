/// How a base form is inflected, and so which forms of it a query may use.
enum Inflection: UInt8, Sendable {
  /// Adverbs, particles and prefixes have only their own form.
  case none = 0
  /// Nouns, numerals and pronouns have cases.
  case nominal = 1
  case verbal = 2
  /// Adjectives have cases and degrees.
  case adjectival = 3
}

/// One way to read a word form: its base form and, of a compound, its parts.
///
/// Made from libvoikko's `FSTOUTPUT`, in which letters outside brackets spell the form itself, `[Xp]…[X]` gives the base
/// form of a stem, `[Xj]…[X]` that of a derivational ending, and `[Bc]` ends a part of a compound (`[Bm]` only joins
/// what the dictionary knows as one word, as in *poissa=olo*). Characters are Unicode scalars, as libvoikko has them,
/// in lower case.
struct WordReading: Equatable {
  /// A part of a compound, or the whole of a plain word.
  struct Part: Equatable {
    /// Where the part stands in `surface`, without hyphens at its end.
    var range = 0..<0
    /// Where its stem's base form stands in `stems`.
    var stem = 0..<0
    var inflection = Inflection.none
    var isDerived = false
    /// A first name, a surname or a place.
    var isName = false
    var isParticiple = false
    /// A bare command (*aineista!*), which ordinary text hardly has and nouns are often mistaken for.
    var isCommand = false
    /// One who does what a verb tells (*kirjo* + *ja*), as many partitives look (*kirjoja*: of books).
    var isDoer = false
    /// Where the ending of a genitive plural begins.
    var manyOf: Int?
    /// The old genitive plural, as other words' forms look (*huoltolain*: of *huoltolat*, or of a law on care).
    var isOldPlural = false
    /// Pronouns are far more common than the nouns that share a form with them (*joissa*: which, or rivers).
    var isPronoun = false
    /// Whether an ordinary word is likelier where the form is one as well.
    var isUnlikely: Bool { isName || isCommand || isDoer || isOldPlural }
    /// The ending that makes a base form of the surface up to `cut`: *koulutta* + *minen*, *mukava* + *sti*.
    var suffix = Suffix.none
    var cut = 0
  }

  enum Suffix: UInt8 {
    case none, minen, sti

    var letters: [Int32] {
      switch self {
      case .none: []
      case .minen: [0x6D, 0x69, 0x6E, 0x65, 0x6E]
      case .sti: [0x73, 0x74, 0x69]
      }
    }
  }

  /// What libvoikko gives as the base form.
  private let stated: [Int32]
  /// The form itself.
  private(set) var surface: [Int32] = []
  private var stems: [Int32] = []
  private(set) var parts: [Part] = []

  var last: Part { parts[parts.count - 1] }

  /// The base form of the whole word. That of an action noun (*kouluttamisen*) is the noun and that of an adverb of
  /// manner the adverb, where libvoikko gives the verb and the adjective.
  var base: [Int32] {
    last.suffix == .none ? stated : Array(surface[..<last.cut]) + last.suffix.letters
  }

  /// The verb that a participle or an action noun is made of.
  var verb: [Int32]? {
    if last.suffix == .minen { return stated }
    return last.isParticiple && !last.stem.isEmpty ? Array(surface[..<last.range.lowerBound] + stems[last.stem]) : nil
  }

  /// The base form of a part; nil when a derivation hides it and the surface has to be read on its own.
  func base(ofPart number: Int) -> ArraySlice<Int32>? {
    let part = parts[number]
    if part.suffix != .none { return surface[part.range.lowerBound..<part.cut] + part.suffix.letters }
    if number == parts.count - 1 {
      let start = part.range.lowerBound
      guard stated.count > start, stated[..<start] == surface[..<start] else { return nil }
      return stated[start...]
    }
    if part.isDerived { return nil }
    return part.stem.isEmpty ? surface[part.range] : stems[part.stem]
  }

  /// - Parameters:
  ///   - base: libvoikko's `BASEFORM`.
  ///   - output: its `FSTOUTPUT`.
  init?(base: UnsafeBufferPointer<Int32>, output: UnsafeBufferPointer<Int32>) {
    stated = base.map(lowercased)
    surface.reserveCapacity(base.count + 8)
    stems.reserveCapacity(base.count + 8)
    var part = Part()
    var index = 0
    while index < output.count {
      guard output[index] == 0x5B else {
        surface.append(lowercased(output[index]))
        index += 1
        continue
      }
      let tag = index + 1
      while index < output.count, output[index] != 0x5D { index += 1 }
      let length = index - tag
      index += 1
      guard length > 0 else { continue }
      read(tag: UnsafeBufferPointer(rebasing: output[tag..<(tag + length)]), into: &part)
      if length == 2, output[tag] == 0x58, output[tag + 1] == 0x70 || output[tag + 1] == 0x6A {
        let start = stems.count
        while index < output.count, output[index] != 0x5B {
          if output[index] != 0x3D { stems.append(lowercased(output[index])) }
          index += 1
        }
        if output[tag + 1] == 0x6A {
          part.isDerived = true
          part.isDoer = stems[start...] == [0x6A, 0x61] || stems[start...] == [0x6A, 0xE4]
        } else if part.stem.isEmpty {
          part.stem = start..<stems.count
        }
      }
    }
    if surface.count > (parts.last?.range.upperBound ?? 0) { close(&part) }
    if parts.isEmpty { return nil }
  }

  private mutating func close(_ part: inout Part) {
    var end = surface.count
    while end > part.range.lowerBound, surface[end - 1] == 0x2D { end -= 1 }
    part.range = part.range.lowerBound..<end
    part.isOldPlural = part.manyOf.map { surface[$0...] == [0x69, 0x6E] } ?? false
    parts.append(part)
    part = Part(range: surface.count..<surface.count)
  }

  private mutating func read(tag: UnsafeBufferPointer<Int32>, into part: inout Part) {
    let second = tag.count > 1 ? tag[1] : 0
    switch (tag[0], second) {
    case (0x42, 0x63):  // Bc: the end of a part.
      close(&part)
    case (0x4C, _):  // L…: the word class; Lee, Les, Lep and Lem are names.
      part.isName = tag.count == 3 && second == 0x65
      part.isPronoun = second == 0x72
      part.inflection = WordReading.inflection(ofClass: second, tag.count > 2 ? tag[2] : 0)
    case (0x52, _):  // R…: a participle.
      part.isParticiple = true
    case (0x53, 0x67):  // Sg: genitive.
      part.manyOf = surface.count
    case (0x4E, _) where second != 0x6D:  // Ny: singular, where Nm is plural.
      part.manyOf = nil
    case (0x54, 0x6B):  // Tk: imperative.
      part.isCommand = true
    case (0x54, 0x6E) where tag[tag.count - 1] == 0x34:  // Tn4: the action noun.
      part.suffix = .minen
      part.cut = surface.count
      part.inflection = .nominal
    case (0x53, 0x73) where tag[tag.count - 1] == 0x69:  // Ssti: the adverb of manner.
      part.suffix = .sti
      part.cut = surface.count
      part.inflection = .none
    default:
      break
    }
  }

  /// Lt is a verb, Ll and Lnl an adjective; Ls, Lc, Ld, Lh and Lp are adverbs, conjunctions, adpositions, interjections
  /// and prefixes.
  private static func inflection(ofClass letter: Int32, _ next: Int32) -> Inflection {
    switch letter {
    case 0x74: .verbal
    case 0x6C: .adjectival
    case 0x6E where next == 0x6C: .adjectival
    case 0x73, 0x63, 0x64, 0x68, 0x70: .none
    default: .nominal
    }
  }
}

/// The lower case of a scalar; one scalar to one.
func lowercased(_ scalar: Int32) -> Int32 {
  if scalar < 0x80 { return scalar >= 0x41 && scalar <= 0x5A ? scalar + 0x20 : scalar }
  if scalar < 0x100 { return scalar >= 0xC0 && scalar <= 0xDE && scalar != 0xD7 ? scalar + 0x20 : scalar }
  guard let value = Unicode.Scalar(UInt32(bitPattern: scalar)) else { return scalar }
  let mapping = value.properties.lowercaseMapping.unicodeScalars
  guard mapping.count == 1, let lower = mapping.first else { return scalar }
  return Int32(bitPattern: lower.value)
}
