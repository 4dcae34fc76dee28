/// A letter or a tag of what Voikko's dictionary tells of a word form.
///
/// *kotona* is `[Ln][Xp]koti[X]koto[Ses][Ny]na`: letters outside `[Xp]…[X]` spell the form, those inside its base form.
/// A tag is known by what it means, so that no one has to spell it.
struct WordPiece: Equatable, BitwiseCopyable, Sendable {
  /// The Unicode scalar of a letter; 0 for a tag.
  let letter: Int32
  let tag: WordTag

  init(letter: Int32) {
    self.letter = letter
    tag = letter == 0x2D ? .hyphen : .letter
  }

  init(_ tag: WordTag) {
    letter = 0
    self.tag = tag
  }

  /// The pieces of libvoikko's `FSTOUTPUT`, in which tags stand in brackets.
  static func pieces(of output: UnsafeBufferPointer<Int32>) -> [WordPiece] {
    var pieces: [WordPiece] = []
    pieces.reserveCapacity(output.count)
    var place = 0
    while place < output.count {
      guard output[place] == 0x5B else {
        pieces.append(WordPiece(letter: output[place]))
        place += 1
        continue
      }
      let end = output[place...].firstIndex(of: 0x5D) ?? output.count
      let name = output[(place + 1)..<end].compactMap { Unicode.Scalar(UInt32(bitPattern: $0)) }
      pieces.append(WordPiece(WordTag(String(String.UnicodeScalarView(name)))))
      place = end + 1
    }
    return pieces
  }
}

/// What a ``WordPiece`` is for the reading of a word; of the tags those that tell it nothing are one.
enum WordTag: UInt8, Sendable {
  case letter, hyphen
  /// `[Xp]`, before the base form of a stem, and `[Xj]`, before that of a derivational ending; `[X]` after it.
  case stem, ending, otherBase, baseEnd
  /// `[Bc]`: a part of a compound ends; `[Bh]`: a hyphen may stand here.
  case partEnd, hyphenPlace
  /// `[Isf]`: a hyphen may stand at the next place; `[Icu]`: one must; `[Ica]`: none must any more.
  case freeHyphen, neededHyphen, waivedHyphen
  /// `[De]`, `[Dg]`.
  case attribute, general
  /// Word classes: nouns, those that are adjectives too, adjectives, places, other names, numerals, pronouns, verbs,
  /// what has no forms (adverbs, conjunctions, adpositions, interjections, prefixes), others.
  case noun, nounAdjective, adjective, place, name, numeral, pronoun, verb, uninflected, otherClass
  /// The genitive, the singular, the imperative.
  case genitive, singular, imperative
  /// `[R…]`, a participle; `[Tn4]`, the action noun (*koulutta* + *minen*); `[Ssti]`, the adverb of manner.
  case participle, actionNoun, manner
  case other

  /// - Parameter name: what stands in the brackets.
  init(_ name: String) {
    self =
      switch name {
      case "X": .baseEnd
      case "Xp": .stem
      case "Xj": .ending
      case _ where name.hasPrefix("X"): .otherBase
      case "Bc": .partEnd
      case "Bh": .hyphenPlace
      case "Isf": .freeHyphen
      case "Icu": .neededHyphen
      case "Ica": .waivedHyphen
      case "De": .attribute
      case "Dg": .general
      case "Ln": .noun
      case "Lnl": .nounAdjective
      case "Ll": .adjective
      case "Lep": .place
      case _ where name.hasPrefix("Le"): .name
      case "Lu": .numeral
      case "Lr": .pronoun
      case "Lt": .verb
      case "Ls", "Lc", "Ld", "Lh", "Lp": .uninflected
      case _ where name.hasPrefix("L"): .otherClass
      case "Sg": .genitive
      case "Ny": .singular
      case "Tk": .imperative
      case _ where name.hasPrefix("R"): .participle
      case "Tn4": .actionNoun
      case "Ssti": .manner
      default: .other
      }
  }

  /// How words of a class are inflected; nil for what is no word class.
  var inflection: Inflection? {
    switch self {
    case .noun, .place, .name, .numeral, .pronoun, .otherClass: .nominal
    case .adjective, .nounAdjective: .adjectival
    case .verb: .verbal
    case .uninflected: Inflection.none
    default: nil
    }
  }
}
