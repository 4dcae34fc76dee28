/// Walks through a ``Transducer`` word by word; a worker's own.
///
/// It keeps where all ways stand after each letter of the last word, and goes on from the first letter in which the next
/// one differs. So words in the order of their letters cost a walk of the few letters that are their own: a quarter of a
/// million forms take an eighth of the time that libvoikko takes for them, which begins anew with every word.
struct TransducerWalk: ~Copyable {
  /// A state that ways go on from with a letter.
  struct Opening {
    /// The first arc that takes a letter, and where the state's arcs end.
    var first: UInt32
    var end: UInt32
    /// The last of the steps to it, 0 for none.
    var step: UInt32
    var features: UInt64
  }

  /// A symbol that a way gave, after others.
  struct Step {
    var before: UInt32
    var symbol: UInt16
  }

  /// How much there is after a number of letters.
  struct Mark {
    var openings = 0
    var steps = 1
    var ends = 0
  }

  /// More moves than this after one letter are those of no word (*kuusikuusikuusi…*).
  private static let mostMoves = 50_000
  /// libvoikko looks at no more readings of a word.
  private static let mostReadings = 99

  private let transducer: Transducer
  private let symbols: TransducerSymbols
  // What is looked at with every arc.
  private let arcs: UnsafeBufferPointer<Transducer.Arc>
  private let flags: [TransducerSymbols.Flag]
  private let firstLetter: UInt16
  /// The letters of the last word.
  private var word = Stack<UInt16>()
  /// What there is after each number of letters, from none on, one after another.
  private var marks = Stack<Mark>()
  private var openings = Stack<Opening>()
  private var steps = Stack<Step>()
  /// The last steps of the ways that may end a word.
  private var ends = Stack<UInt32>()
  /// The arcs taken since the last letter.
  private var moves = 0
  /// The way that is given out.
  private var way: [UInt16] = []

  init(_ transducer: Transducer) {
    self.transducer = transducer
    symbols = transducer.symbols
    arcs = transducer.arcs
    flags = symbols.flags ?? []
    firstLetter = UInt16(symbols.firstLetter)
    steps.append(Step(before: 0, symbol: 0))
    marks.append(Mark())
    follow(0, 0, 0)
    marks.append(Mark(openings: openings.count, steps: steps.count, ends: ends.count))
  }

  /// Calls `found` with the symbols of each way that spells the word, in the dictionary's order.
  mutating func read(_ form: [Int32], _ found: (ArraySlice<UInt16>) -> Void) {
    guard !form.isEmpty, isSpelled(form) else { return }
    var shared = 0
    while shared < min(form.count, word.count), symbols.letter(form[shared]) == word[shared] { shared += 1 }
    goBack(to: shared)
    for scalar in form[shared...] { goOn(symbols.letter(scalar)) }
    let first = marks[word.count].ends
    for end in first..<min(ends.count, first + TransducerWalk.mostReadings) {
      way.removeAll(keepingCapacity: true)
      var step = Int(ends[end])
      while step != 0 {
        way.append(steps[step].symbol)
        step = Int(steps[step].before)
      }
      way.reverse()
      found(way[...])
    }
  }

  /// Whether the dictionary has every letter of a form.
  private func isSpelled(_ form: [Int32]) -> Bool {
    for scalar in form where symbols.letter(scalar) == 0 { return false }
    return true
  }

  private mutating func goBack(to letters: Int) {
    guard letters < word.count else { return }
    let mark = marks[letters + 1]
    word.cut(to: letters)
    marks.cut(to: letters + 2)
    openings.cut(to: mark.openings)
    steps.cut(to: mark.steps)
    ends.cut(to: mark.ends)
  }

  private mutating func goOn(_ letter: UInt16) {
    let from = marks[word.count].openings..<marks[word.count + 1].openings
    word.append(letter)
    moves = 0
    for index in from {
      let opening = openings[index]
      var place = Int(opening.first)
      var end = Int(opening.end)
      while place < end {
        let middle = (place + end) / 2
        if arcs[middle].takes < letter { place = middle + 1 } else { end = middle }
      }
      while place < Int(opening.end), arcs[place].takes == letter {
        let arc = arcs[place]
        follow(arc.target, add(arc.gives, after: opening.step), opening.features)
        place += 1
      }
    }
    marks.append(Mark(openings: openings.count, steps: steps.count, ends: ends.count))
  }

  @inline(__always)
  private mutating func add(_ symbol: UInt16, after step: UInt32) -> UInt32 {
    guard symbol >= firstLetter else { return step }
    steps.append(Step(before: step, symbol: symbol))
    return UInt32(steps.count - 1)
  }

  /// Goes from a state as far as no letter is needed.
  private mutating func follow(_ state: Int, _ step: UInt32, _ features: UInt64) {
    var (state, step, features) = (state, step, features)
    while moves < TransducerWalk.mostMoves {
      moves += 1
      let first = arcs[state]
      let others = Transducer.others(state, in: arcs)
      guard others.isEmpty, first.takes < firstLetter else {
        branch(state, others, step, features)
        return
      }
      guard let after = flags[Int(first.takes)].apply(to: features) else { return }
      step = add(first.gives, after: step)
      (state, features) = (first.target, after)
    }
  }

  /// The same for a state with several arcs, or one that takes a letter.
  private mutating func branch(_ state: Int, _ others: Range<Int>, _ step: UInt32, _ features: UInt64) {
    var place = state
    while place < max(others.upperBound, state + 1), arcs[place].takes < firstLetter {
      let arc = arcs[place]
      if let after = flags[Int(arc.takes)].apply(to: features) {
        follow(arc.target, add(arc.gives, after: step), after)
      }
      place = place == state ? others.lowerBound : place + 1
    }
    if place == state {
      open(state..<(state + 1), step, features)
      place = others.lowerBound
    }
    open(place..<others.upperBound, step, features)
  }

  private mutating func open(_ places: Range<Int>, _ step: UInt32, _ features: UInt64) {
    guard let last = places.last else { return }
    if arcs[last].takes == Transducer.wordEnd { ends.append(step) }
    openings.append(
      Opening(first: UInt32(places.lowerBound), end: UInt32(places.upperBound), step: step, features: features))
  }
}
