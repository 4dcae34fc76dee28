/// One way to read a word form: its base form and, of a compound, its parts.
///
/// Made from libvoikko's `FSTOUTPUT`, in which letters outside brackets spell the form itself, `[Xp]…[X]` gives the base
/// form of a stem, `[Xj]…[X]` that of a derivational ending, and `[Bc]` ends a part of a compound (`[Bm]` only joins
/// what the dictionary knows as one word, as in *poissa=olo*). Characters are Unicode scalars, as libvoikko has them.
struct WordReading {
  struct Part {
    /// The part as it is written in the form, without hyphens.
    var surface: [Int32]
    /// Its base form; nil when a derivation hides it and the surface has to be read on its own.
    var base: [Int32]?
    var inflection: Inflection
  }

  /// The base form of the whole word, in lower case. An action noun (*kouluttamisen*) is the noun, not its verb.
  let base: [Int32]
  /// The verb that a participle or an action noun is made of.
  let verb: [Int32]?
  let parts: [Part]
  /// How the base form is inflected.
  let inflection: Inflection
  /// A first name, a surname or a place.
  let isName: Bool
  /// A bare command (*aineista!*), which ordinary text hardly has and nouns are often mistaken for.
  let isCommand: Bool

  init?(base: [Int32], output: [Int32]) {
    var scan = Scan()
    scan.run(output)
    guard !scan.components.isEmpty else { return nil }
    let last = scan.components.removeLast()
    let before = scan.components.flatMap(\.surface)
    let wordBase = base.map(lowercased)

    parts =
      scan.components.map { Part(surface: $0.trimmed, base: $0.partBase, inflection: $0.inflection) }
      + [
        Part(
          surface: last.trimmed, base: last.derived ?? WordReading.tail(of: wordBase, after: before),
          inflection: last.inflection)
      ]
    inflection = last.inflection
    isName = last.isName
    isCommand = last.isCommand
    if let derived = last.derived {
      self.base = before + derived
      verb = last.actionNounAt == nil ? nil : wordBase
    } else {
      self.base = wordBase
      verb = last.isParticiple ? last.stem.map { before + $0 } : nil
    }
  }

  /// What is left of a compound's base form when the parts before the last are taken away.
  private static func tail(of base: [Int32], after before: [Int32]) -> [Int32]? {
    guard base.count > before.count, base.starts(with: before) else { return nil }
    return Array(base.dropFirst(before.count))
  }
}

/// How a base form is inflected, and so which forms of it a query may use.
enum Inflection: UInt8, Sendable {
  /// Adverbs, particles and prefixes have only their own form.
  case none = 0
  /// Nouns, adjectives, numerals and pronouns have cases.
  case nominal = 1
  case verbal = 2
}

/// A walk through `FSTOUTPUT`, collecting the parts of the word.
private struct Scan {
  struct Component {
    var surface: [Int32] = []
    var stem: [Int32]?
    var isDerived = false
    var isName = false
    var isParticiple = false
    var isCommand = false
    var inflection = Inflection.none
    /// How much of the surface stands before the mark of the action noun, `[Tn4]`.
    var actionNounAt: Int?
    /// How much of the surface stands before the mark of the adverb of manner, `[Ssti]`.
    var adverbAt: Int?

    /// The base form of an action noun (*koulutta* + *minen*) or of an adverb of manner (*mukava* + *sti*), which
    /// libvoikko gives as the verb and the adjective.
    var derived: [Int32]? {
      if let actionNounAt { return surface.prefix(actionNounAt) + [0x6D, 0x69, 0x6E, 0x65, 0x6E] }
      if let adverbAt { return surface.prefix(adverbAt) + [0x73, 0x74, 0x69] }
      return nil
    }
    /// The base form of a part that is not the last.
    var partBase: [Int32]? {
      derived ?? (isDerived ? nil : stem ?? trimmed)
    }
    var trimmed: [Int32] {
      var end = surface.count
      while end > 0, surface[end - 1] == 0x2D { end -= 1 }
      return Array(surface[..<end])
    }
  }

  var components: [Component] = []
  private var current = Component()

  mutating func run(_ output: [Int32]) {
    var index = 0
    while index < output.count {
      guard output[index] == 0x5B else {
        current.surface.append(lowercased(output[index]))
        index += 1
        continue
      }
      let tag = index + 1
      while index < output.count, output[index] != 0x5D { index += 1 }
      let length = index - tag
      index += 1
      guard length > 0 else { continue }
      read(tag: output[tag..<(tag + length)], of: output, next: &index)
    }
    if !current.surface.isEmpty { components.append(current) }
  }

  private mutating func read(tag: ArraySlice<Int32>, of output: [Int32], next index: inout Int) {
    let first = tag[tag.startIndex]
    let second = tag.count > 1 ? tag[tag.startIndex + 1] : 0
    switch (first, second) {
    case (0x58, 0x70), (0x58, 0x6A):  // Xp, Xj: a base form follows, up to the next bracket.
      var text: [Int32] = []
      while index < output.count, output[index] != 0x5B {
        if output[index] != 0x3D { text.append(lowercased(output[index])) }
        index += 1
      }
      if second == 0x6A {
        current.isDerived = true
      } else if current.stem == nil {
        current.stem = text
      }
    case (0x42, 0x63):  // Bc: the end of a part.
      components.append(current)
      current = Component()
    case (0x4C, _):  // L…: the word class; Lee, Les, Lep and Lem are names.
      current.isName = tag.count == 3 && second == 0x65
      current.inflection = inflection(ofClass: second)
    case (0x52, _):  // R…: a participle.
      current.isParticiple = true
    case (0x54, 0x6B):  // Tk: imperative.
      current.isCommand = true
    case (0x54, 0x6E) where tag.last == 0x34:  // Tn4: the action noun.
      current.actionNounAt = current.surface.count
      current.inflection = .nominal
    case (0x53, 0x73) where tag.last == 0x69:  // Ssti: the adverb of manner.
      current.adverbAt = current.surface.count
      current.inflection = .none
    default:
      break
    }
  }

  /// Lt is a verb; Ls, Lc, Ld, Lh and Lp are adverbs, conjunctions, adpositions, interjections and prefixes.
  private func inflection(ofClass letter: Int32) -> Inflection {
    switch letter {
    case 0x74: .verbal
    case 0x73, 0x63, 0x64, 0x68, 0x70: .none
    default: .nominal
    }
  }
}

/// The lower case of a scalar as libvoikko has it; one scalar to one.
func lowercased(_ scalar: Int32) -> Int32 {
  if scalar < 0x80 { return scalar >= 0x41 && scalar <= 0x5A ? scalar + 0x20 : scalar }
  guard let value = Unicode.Scalar(UInt32(bitPattern: scalar)) else { return scalar }
  let mapping = value.properties.lowercaseMapping.unicodeScalars
  guard mapping.count == 1, let lower = mapping.first else { return scalar }
  return Int32(bitPattern: lower.value)
}
