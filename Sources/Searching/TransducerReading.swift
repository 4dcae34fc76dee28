/// One way through a ``Transducer``: the letters of a form, each part's base form and the tags.
///
/// The dictionary lets some ways end that spell no word, and gives the base form in pieces. What libvoikko makes of them
/// is made here in the same way, so that a word has the same readings as from the library itself.
struct TransducerReading {
  private let pieces: UnsafeBufferPointer<WordPiece>

  /// - Parameter pieces: must be kept for as long as the reading.
  init(_ pieces: UnsafeBufferPointer<WordPiece>) {
    self.pieces = pieces
  }

  private func tag(_ place: Int) -> WordTag { pieces[place].tag }

  /// Whether hyphens stand where Finnish writes them: between two parts of which one ends and the other begins in the
  /// same vowel (*linja-auto*), after figures, and where the dictionary says; and whether a name is not the first part of
  /// a noun without one.
  var isValid: Bool {
    var (beforeLast, last): (Int32, Int32) = (0, 0)
    var (isAtPlace, isThere) = (false, false)
    var (isFree, isFreeHere, isNeeded, isMissing) = (false, false, false, false)
    var (hasName, endsInNoun) = (false, false)
    var place = 0
    while place < pieces.count {
      defer { place += 1 }
      switch tag(place) {
      case .freeHyphen: (isFree, isFreeHere) = (true, true)
      case .neededHyphen: (isAtPlace, isFree, isNeeded) = (false, true, true)
      case .waivedHyphen: (isMissing, endsInNoun) = (false, false)
      case .place, .name: (hasName, endsInNoun) = (true, false)
      case .noun, .nounAdjective: endsInNoun = true
      case .general: hasName = false
      case .stem, .ending, .otherBase:
        while place < pieces.count - 1, tag(place) != .baseEnd { place += 1 }
      case .hyphenPlace:
        (isAtPlace, isThere) = (true, false)
        if isMissing { return false }
        isMissing = isNeeded
      case .hyphen:
        (hasName, endsInNoun) = (false, false)
        if place + 2 < pieces.count, tag(place + 1) == .hyphenPlace {
          (isAtPlace, isThere) = (true, true)
          place += 1
        }
      case .letter:
        let next = pieces[place].letter
        if isAtPlace {
          if last == 0 || (beforeLast == 0x69 && last == 0x73) { isFree = true }
          if isThere { isNeeded = false }
          if !(isFree && isThere), TransducerReading.needsHyphen(last, next) != isThere { return false }
          isAtPlace = false
          if isFreeHere { isFreeHere = false } else { isFree = false }
        }
        (beforeLast, last) = (last, next)
      default: break
      }
    }
    return !isMissing && !(hasName && endsInNoun)
  }

  private static let vowels = Set("aeiouyäöå".unicodeScalars.map { Int32($0.value) })

  private static func needsHyphen(_ last: Int32, _ next: Int32) -> Bool {
    let last = lowercased(last)
    return (last == lowercased(next) && vowels.contains(last)) || (last >= 0x30 && last <= 0x39)
  }

  // MARK: Base form

  /// The letters of the form up to the last part with a base form, and that.
  func base(into base: inout Stack<Int32>) {
    var isInBase = false
    var isInOther = false
    /// Where the last base form begins among the pieces, and where it belongs; nil when its part has ended.
    var latest: (place: Int, start: Int)?
    var hyphens = 0
    var (isAttribute, ignoresAttribute, hasClass) = (false, false, false)
    for place in pieces.indices {
      switch tag(place) {
      case .baseEnd: (isInBase, isInOther) = (false, false)
      case .stem where place + 1 < pieces.count, .ending where place + 1 < pieces.count:
        isInBase = true
        latest = (place + 1, base.count)
        hyphens = 0
      case .otherBase: isInOther = true
      case .attribute: isAttribute = !ignoresAttribute
      case .numeral where !hasClass:
        if addNumeral(after: place, to: &base) { return }
        hasClass = true
      case let tag where tag.inflection != nil:
        hasClass = true
        isAttribute = false
        ignoresAttribute = tag != .adjective && tag != .nounAdjective
      case .letter, .hyphen:
        if isInOther { continue }
        if isInBase {
          if tag(place) == .hyphen { hyphens += 1 }
          continue
        }
        if tag(place) == .hyphen {
          if hyphens > 0 {
            hyphens -= 1
          } else {
            // *Isolla-Britannialla* is *Iso-Britannia*, but *Pohjois-Suomella* is *Pohjois-Suomi*.
            if isAttribute, let part = latest, !endsInIs(before: place), pieces[place...].contains(WordPiece(.place)) {
              base.cut(to: part.start)
              addBase(from: part.place, to: &base)
            }
            latest = nil
          }
          isAttribute = false
        }
        base.append(pieces[place].letter)
      default: break
      }
    }
    guard let latest else { return }
    base.cut(to: latest.start)
    addBase(from: latest.place, to: &base)
  }

  private func addBase(from start: Int, to base: inout Stack<Int32>) {
    for piece in pieces[start...] {
      guard piece.letter != 0 else { return }
      if piece.letter != 0x3D { base.append(piece.letter) }
    }
  }

  private func endsInIs(before place: Int) -> Bool {
    place > 1 && pieces[place - 2].letter == 0x69 && pieces[place - 1].letter == 0x73
  }

  /// The base form of a numeral, of which every part is inflected (*kahdellekymmenelle*: *kaksikymmentä*); false, and
  /// nothing, when a noun follows or the numeral is only the beginning of a word.
  private func addNumeral(after start: Int, to base: inout Stack<Int32>) -> Bool {
    let length = base.count
    var (isInBase, isInOther, hasBase) = (false, false, false)
    var isFigures = false
    for place in (start + 1)..<pieces.count {
      let next = pieces[place].letter
      if next != 0 {
        if place == start + 1 { isFigures = (next >= 0x30 && next <= 0x39) || next == 0x2D }
        if !isInOther, isInBase || isFigures || !hasBase || next == 0x2D { base.append(next) }
        continue
      }
      if isFigures { (isFigures, hasBase) = (false, true) }
      switch tag(place) {
      case .stem, .ending: isInBase = true
      case .otherBase: isInOther = true
      case .baseEnd:
        if isInBase { (isInBase, hasBase) = (false, true) }
        isInOther = false
      case .partEnd where place == pieces.count - 1, .noun, .adjective, .nounAdjective:
        base.cut(to: length)
        return false
      case .partEnd: hasBase = false
      default: break
      }
    }
    return true
  }
}
