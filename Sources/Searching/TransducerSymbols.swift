/// The symbols of a ``Transducer`` by their numbers: nothing, flags, letters, tags.
///
/// A class only so that every reading of a word can hold them for the price of one count; it never changes.
final class TransducerSymbols: Sendable {
  /// A condition on what has been passed on a way, or a note for the conditions after it.
  ///
  /// A way has features, each with one value or none, packed in 64 bits. The kinds are those of the Xerox tools (Beesley
  /// and Karttunen, *Finite State Morphology*, 2003, chapter 7).
  struct Flag: Sendable {
    enum Kind: UInt8, Sendable {
      case set = 0x50
      case clear = 0x43
      case unify = 0x55
      case require = 0x52
      case disallow = 0x44
    }

    let kind: Kind
    /// The bits of the feature.
    let mask: UInt64
    /// The value in its place; 0 for any.
    let value: UInt64

    /// The features after the flag; nil when the way ends here.
    @inline(__always)
    func apply(to features: UInt64) -> UInt64? {
      let own = features & mask
      switch kind {
      case .set: return features & ~mask | value
      case .clear: return features & ~mask
      case .unify where own == 0: return features | value
      case .unify: return own == value ? features : nil
      case .require: return (value == 0 ? own != 0 : own == value) ? features : nil
      case .disallow: return (value == 0 ? own == 0 : own != value) ? features : nil
      }
    }
  }

  /// What each symbol tells of a word.
  let pieces: Column<WordPiece>
  /// The number of the first letter.
  let firstLetter: Int
  /// By number, up to the first letter; the first is of no flag. Nil where one is of a kind that is not known here.
  let flags: [Flag]?
  /// The numbers of letters, by scalar.
  private let letters: [UInt16]
  private let rareLetters: [Int32: UInt16]

  var count: Int { pieces.count }

  init(_ names: [[UInt8]]) {
    let pieces = names.map { TransducerSymbols.piece($0) }
    let firstLetter = names.dropFirst().firstIndex { $0.first != 0x40 } ?? names.count
    self.firstLetter = firstLetter
    flags = TransducerSymbols.flags(names.prefix(firstLetter).map { String(decoding: $0, as: UTF8.self) })
    var letters = [UInt16](repeating: 0, count: 0x180)
    var rareLetters: [Int32: UInt16] = [:]
    for (number, piece) in pieces.enumerated().dropFirst(firstLetter) where piece.letter != 0 {
      if piece.letter < letters.count {
        letters[Int(piece.letter)] = UInt16(number)
      } else {
        rareLetters[piece.letter] = UInt16(number)
      }
    }
    self.pieces = Column(pieces)
    self.letters = letters
    self.rareLetters = rareLetters
  }

  /// The number of a letter; 0 when there is no such letter.
  @inline(__always)
  func letter(_ scalar: Int32) -> UInt16 {
    scalar < letters.count ? letters[Int(scalar)] : rareLetters[scalar] ?? 0
  }

  /// A letter, or a tag in brackets.
  private static func piece(_ name: [UInt8]) -> WordPiece {
    let scalars = Searching.scalars(of: name)
    if scalars.count == 1 { return WordPiece(letter: scalars[0]) }
    return WordPiece(WordTag(String(decoding: name.dropFirst().dropLast(), as: UTF8.self)))
  }

  /// `@U.FEATURE.VALUE@` or `@D.FEATURE@`; values are numbered from 1 in the order they are met.
  private static func flags(_ names: [String]) -> [Flag]? {
    var values: [String: [String]] = [:]
    var features: [String] = []
    let pieces = names.dropFirst().map { $0.dropFirst().dropLast().split(separator: ".").map(String.init) }
    for piece in pieces where piece.count > 1 {
      if values[piece[1]] == nil { features.append(piece[1]) }
      values[piece[1], default: []] += piece.count > 2 && values[piece[1]]?.contains(piece[2]) != true ? [piece[2]] : []
    }
    var masks: [String: (mask: UInt64, shift: Int)] = [:]
    var shift = 0
    for feature in features {
      let width = Int.bitWidth - (values[feature]?.count ?? 0).leadingZeroBitCount
      masks[feature] = (((1 << width) - 1) << UInt64(shift), shift)
      shift += width
    }
    guard shift <= 64, !names.isEmpty else { return nil }
    var flags = [Flag(kind: .clear, mask: 0, value: 0)]
    for piece in pieces {
      guard let letter = piece.first?.utf8.first, piece[0].utf8.count == 1, let kind = Flag.Kind(rawValue: letter),
        piece.count > 1, let (mask, shift) = masks[piece[1]], piece.count > 2 || (kind != .set && kind != .unify)
      else { return nil }
      let number = piece.count > 2 ? (values[piece[1]]?.firstIndex(of: piece[2]) ?? 0) + 1 : 0
      flags.append(Flag(kind: kind, mask: mask, value: UInt64(number) << UInt64(shift)))
    }
    return flags
  }
}
