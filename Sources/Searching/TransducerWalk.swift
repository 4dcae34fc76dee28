/// Walks through a ``Transducer`` word by word; a worker's own.
///
/// It keeps the moves of the last word, and goes on from the first letter in which the next one differs. So words in the
/// order of their letters cost the few letters that are their own, and nearly all of these a look at what is known
/// (``TransducerFronts``), where libvoikko begins anew with every word.
struct TransducerWalk: ~Copyable {
  /// libvoikko looks at no more readings of a word.
  private static let mostReadings: UInt32 = 99

  private let symbols: TransducerSymbols
  private var fronts: TransducerFronts
  /// The letters of the last word, and the move of each.
  private var word = Stack<UInt16>()
  private var path = Stack<UInt32>()
  /// The way that is given out.
  private var way = Stack<WordPiece>()

  /// - Parameter mostNodes: see ``TransducerFronts``.
  init(_ transducer: Transducer, mostNodes: Int = 500_000) {
    symbols = transducer.symbols
    fronts = TransducerFronts(transducer, mostNodes: mostNodes)
  }

  /// Calls `found` with what each way that spells the word tells of it, in the dictionary's order. The pieces are good for
  /// the call only.
  mutating func read(_ form: [Int32], _ found: (UnsafeBufferPointer<WordPiece>) -> Void) {
    guard !form.isEmpty, isSpelled(form) else { return }
    if fronts.isFull {
      fronts.forget()
      goBack(to: 0)
    }
    var shared = 0
    while shared < min(form.count, word.count), symbols.letter(form[shared]) == word[shared] { shared += 1 }
    goBack(to: shared)
    for scalar in form[shared...] { goOn(symbols.letter(scalar)) }
    let ends = fronts.ends(of: front)
    for end in ends.prefix(Int(TransducerWalk.mostReadings)) {
      way.cut(to: 0)
      fronts.trace(end, after: path, into: &way)
      way.reverse()
      found(way.elements)
    }
  }

  /// Whether the dictionary has every letter of a form.
  private func isSpelled(_ form: [Int32]) -> Bool {
    for scalar in form where symbols.letter(scalar) == 0 { return false }
    return true
  }

  /// Where all ways stand after the letters.
  private var front: UInt32 { path.count == 0 ? 0 : fronts.front(after: path.last) }

  private mutating func goBack(to letters: Int) {
    word.cut(to: letters)
    path.cut(to: letters)
  }

  private mutating func goOn(_ letter: UInt16) {
    path.append(fronts.move(from: front, with: letter))
    word.append(letter)
  }
}
