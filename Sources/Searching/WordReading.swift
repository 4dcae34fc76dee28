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
/// Characters are Unicode scalars, as libvoikko has them, in lower case.
struct WordReading: Equatable {
  /// A part of a compound, or the whole of a plain word.
  struct Part: Equatable {
    /// Where the part stands in `surface`, without hyphens at its end.
    var range = 0..<0
    /// Where its stem's base form stands among those of all stems.
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

  /// The form itself, then the base forms of its parts' stems, then what libvoikko gives as the base form.
  private let letters: [Int32]
  private let stemsStart: Int
  private let statedStart: Int
  let parts: [Part]

  /// - Parameters:
  ///   - stems: the base forms of the parts' stems, one after another.
  ///   - stated: what libvoikko gives as the base form.
  ///   - parts: at least one.
  init(
    surface: UnsafeBufferPointer<Int32>, stems: UnsafeBufferPointer<Int32>, stated: UnsafeBufferPointer<Int32>,
    parts: ArraySlice<Part>
  ) {
    stemsStart = surface.count
    statedStart = surface.count + stems.count
    var letters: [Int32] = []
    letters.reserveCapacity(statedStart + stated.count)
    letters.append(contentsOf: surface)
    letters.append(contentsOf: stems)
    letters.append(contentsOf: stated)
    self.letters = letters
    self.parts = Array(parts)
  }

  /// The form itself.
  var surface: ArraySlice<Int32> { letters[..<stemsStart] }

  var last: Part { parts[parts.count - 1] }

  /// The base form of the whole word. That of an action noun (*kouluttamisen*) is the noun and that of an adverb of
  /// manner the adverb, where libvoikko gives the verb and the adjective.
  var base: ArraySlice<Int32> {
    last.suffix == .none ? letters[statedStart...] : surface[..<last.cut] + last.suffix.letters
  }

  /// The verb that a participle or an action noun is made of.
  var verb: ArraySlice<Int32>? {
    if last.suffix == .minen { return letters[statedStart...] }
    return last.isParticiple && !last.stem.isEmpty ? surface[..<last.range.lowerBound] + stem(of: last) : nil
  }

  /// The base form of a part; nil when a derivation hides it and the surface has to be read on its own.
  func base(ofPart number: Int) -> ArraySlice<Int32>? {
    let part = parts[number]
    if part.suffix != .none { return surface[part.range.lowerBound..<part.cut] + part.suffix.letters }
    if number == parts.count - 1 {
      let start = part.range.lowerBound
      let stated = letters[statedStart...]
      guard stated.count > start, stated.starts(with: surface[..<start]) else { return nil }
      return stated[(statedStart + start)...]
    }
    if part.isDerived { return nil }
    return part.stem.isEmpty ? surface[part.range] : stem(of: part)
  }

  private func stem(of part: Part) -> ArraySlice<Int32> {
    letters[(stemsStart + part.stem.lowerBound)..<(stemsStart + part.stem.upperBound)]
  }
}

/// The lower case of a scalar; one scalar to one.
@inline(__always)
func lowercased(_ scalar: Int32) -> Int32 {
  if scalar < 0x80 { return scalar >= 0x41 && scalar <= 0x5A ? scalar + 0x20 : scalar }
  if scalar < 0x100 { return scalar >= 0xC0 && scalar <= 0xDE && scalar != 0xD7 ? scalar + 0x20 : scalar }
  return rareLowercased(scalar)
}

private func rareLowercased(_ scalar: Int32) -> Int32 {
  guard let value = Unicode.Scalar(UInt32(bitPattern: scalar)) else { return scalar }
  let mapping = value.properties.lowercaseMapping.unicodeScalars
  guard mapping.count == 1, let lower = mapping.first else { return scalar }
  return Int32(bitPattern: lower.value)
}
