/// Makes a ``WordReading`` of ``WordPiece``s, in memory that the next one uses again; a worker's own.
///
/// `[Xp]…[X]` gives the base form of a stem, `[Xj]…[X]` that of a derivational ending, and `[Bc]` ends a part of a compound
/// (`[Bm]` only joins what the dictionary knows as one word, as in *poissa=olo*).
struct WordReadingDraft: ~Copyable {
  private var surface = Stack<Int32>()
  private var stems = Stack<Int32>()
  private var stated = Stack<Int32>()
  private var parts: [WordReading.Part] = []
  /// The part that has not ended.
  private var part = WordReading.Part()

  /// The reading that pieces tell of; nil when they spell nothing or have no base form.
  ///
  /// - Parameter base: appends the base form of the whole word.
  mutating func reading(
    _ pieces: UnsafeBufferPointer<WordPiece>, base: (inout Stack<Int32>) -> Void
  ) -> WordReading? {
    stated.cut(to: 0)
    base(&stated)
    guard stated.count > 0 else { return nil }
    stated.mapInPlace(lowercased)
    read(pieces)
    guard !parts.isEmpty else { return nil }
    return WordReading(
      surface: surface.elements, stems: stems.elements, stated: stated.elements, parts: parts[...])
  }

  private mutating func read(_ pieces: UnsafeBufferPointer<WordPiece>) {
    surface.cut(to: 0)
    stems.cut(to: 0)
    parts.removeAll(keepingCapacity: true)
    part = WordReading.Part()
    var place = 0
    while place < pieces.count {
      let piece = pieces[place]
      place += 1
      switch piece.tag {
      case .letter, .hyphen:
        surface.append(lowercased(piece.letter))
      case .stem, .ending:
        let start = stems.count
        while place < pieces.count, pieces[place].letter != 0 {
          if pieces[place].letter != 0x3D { stems.append(lowercased(pieces[place].letter)) }
          place += 1
        }
        close(piece.tag, stemFrom: start)
      case .partEnd:
        closePart()
      default:
        note(piece.tag)
      }
    }
    if surface.count > (parts.last?.range.upperBound ?? 0) { closePart() }
  }

  private mutating func close(_ tag: WordTag, stemFrom start: Int) {
    if tag == .ending {
      part.isDerived = true
      // -ja, -jä.
      part.isDoer =
        stems.count == start + 2 && stems[start] == 0x6A && (stems[start + 1] == 0x61 || stems[start + 1] == 0xE4)
    } else if part.stem.isEmpty {
      part.stem = start..<stems.count
    }
  }

  private mutating func closePart() {
    var end = surface.count
    while end > part.range.lowerBound, surface[end - 1] == 0x2D { end -= 1 }
    part.range = part.range.lowerBound..<end
    if let many = part.manyOf {
      // -in.
      part.isOldPlural = surface.count == many + 2 && surface[many] == 0x69 && surface[many + 1] == 0x6E
    }
    parts.append(part)
    part = WordReading.Part(range: surface.count..<surface.count)
  }

  private mutating func note(_ tag: WordTag) {
    if let inflection = tag.inflection {
      part.inflection = inflection
      part.isName = tag == .name || tag == .place
      part.isPronoun = tag == .pronoun
      return
    }
    switch tag {
    case .participle:
      part.isParticiple = true
    case .genitive:
      part.manyOf = surface.count
    case .singular:
      part.manyOf = nil
    case .imperative:
      part.isCommand = true
    case .actionNoun:
      part.suffix = .minen
      part.cut = surface.count
      part.inflection = .nominal
    case .manner:
      part.suffix = .sti
      part.cut = surface.count
      part.inflection = .none
    default:
      break
    }
  }
}
