/// Where all ways through a ``Transducer`` stand after some letters: found out once, and looked up from then on.
///
/// Words differ far more in how they begin than in how they go on: after the first part of a compound any noun may come,
/// and after a noun the same endings. So the same states stand together again and again, and of twenty letters nineteen
/// lead from a front to a front that are both known. It is the subset construction, by which an automaton is made
/// deterministic, done only as far as words ask for it.
struct TransducerFronts: ~Copyable {
  /// A state that a letter leads to. Two numbers without a gap, so that fronts can be compared by their bytes.
  struct Node {
    var state: UInt64
    var features: UInt64
  }

  /// A state that goes on with a letter.
  struct Opening {
    /// The first arc that takes a letter, and where the state's arcs end.
    var first: UInt32
    var end: UInt32
    var before: Tail
    var features: UInt64
  }

  /// What was given since the last letter: the last of some symbols, 0 for none, on the way from a node of the front.
  struct Tail {
    var node: UInt32
    var symbol: UInt32
  }

  /// A symbol that a way gave, after others.
  struct Step {
    var before: UInt32
    var symbol: UInt16
  }

  /// Where the openings of a front begin and end, and the ways that may end a word there.
  struct Front {
    var firstOpening: UInt32
    var openingsEnd: UInt32
    var firstEnd: UInt32
    var endsEnd: UInt32
  }

  /// How a node was reached: from an opening, by an arc that gave a symbol.
  struct Origin {
    var opening: UInt32
    var symbol: UInt16
  }

  /// What a letter leads to: a front, and where the origins of its nodes begin.
  struct Move {
    var front: UInt32
    var origins: UInt32
  }

  /// More steps than this after one letter are those of no word (*kuusikuusikuusi…*).
  private static let mostSteps = 50_000
  private let transducer: Transducer
  // What is looked at with every arc.
  private let arcs: UnsafeBufferPointer<Transducer.Arc>
  private let flags: [TransducerSymbols.Flag]
  private let firstLetter: UInt16
  private let pieces: Column<WordPiece>
  private let mostOpenings: Int

  /// The numbers of fronts, by the bytes of their nodes, and of moves, by those of a front's number and a letter.
  private var frontNumbers = StringTable()
  private var moveNumbers = StringTable()
  private var fronts = Stack<Front>()
  private var openings = Stack<Opening>()
  private var ends = Stack<Tail>()
  private var moves = Stack<Move>()
  private var origins = Stack<Origin>()
  private var steps = Stack<Step>()
  /// The nodes of a front that is looked for.
  private var nodes: [Node] = []
  /// The arcs taken since the last letter.
  private var taken = 0

  /// - Parameter mostOpenings: how many are kept; each takes some 40 bytes with what belongs to it.
  init(_ transducer: Transducer, mostOpenings: Int) {
    self.transducer = transducer
    self.mostOpenings = mostOpenings
    arcs = transducer.arcs
    flags = transducer.symbols.flags ?? []
    firstLetter = UInt16(transducer.symbols.firstLetter)
    pieces = transducer.symbols.pieces
    start()
  }

  /// Whether so much is known that it should be forgotten before the next word.
  var isFull: Bool { openings.count > mostOpenings }

  /// Forgets all fronts and moves; their numbers mean nothing from then on.
  mutating func forget() {
    (frontNumbers, moveNumbers) = (StringTable(), StringTable())
    fronts.cut(to: 0)
    openings.cut(to: 0)
    ends.cut(to: 0)
    moves.cut(to: 0)
    origins.cut(to: 0)
    steps.cut(to: 0)
    start()
  }

  /// Makes the front before any letter, number 0.
  private mutating func start() {
    steps.append(Step(before: 0, symbol: 0))
    nodes = [Node(state: 0, features: 0)]
    _ = front()
  }

  /// The front that a move leads to.
  func front(after move: UInt32) -> UInt32 { moves[Int(move)].front }

  func ends(of front: UInt32) -> Range<UInt32> {
    let front = fronts[Int(front)]
    return front.firstEnd..<front.endsEnd
  }

  /// The move from a front with a letter.
  mutating func move(from front: UInt32, with letter: UInt16) -> UInt32 {
    let key = UInt64(front) << 16 | UInt64(letter)
    let number = withUnsafeBytes(of: key) { $0.withMemoryRebound(to: UInt8.self) { moveNumbers.insert($0) } }
    if number == moves.count { addMove(from: front, with: letter) }
    return UInt32(number)
  }

  /// Puts what a way tells into `way`, the last first.
  ///
  /// - Parameters:
  ///   - end: one of the ends of the front that the last move leads to, or of the first front.
  ///   - path: the moves from the first front on.
  func trace(_ end: UInt32, after path: borrowing Stack<UInt32>, into way: inout Stack<WordPiece>) {
    var tail = ends[Int(end)]
    var letters = path.count
    while true {
      var step = Int(tail.symbol)
      while step != 0 {
        way.append(pieces[Int(steps[step].symbol)])
        step = Int(steps[step].before)
      }
      guard letters > 0 else { return }
      letters -= 1
      let origin = origins[Int(moves[Int(path[letters])].origins + tail.node)]
      if origin.symbol >= firstLetter { way.append(pieces[Int(origin.symbol)]) }
      tail = openings[Int(origin.opening)].before
    }
  }

  // MARK: Finding out

  private mutating func addMove(from front: UInt32, with letter: UInt16) {
    let start = UInt32(origins.count)
    nodes.removeAll(keepingCapacity: true)
    let from = fronts[Int(front)]
    for index in from.firstOpening..<from.openingsEnd {
      let opening = openings[Int(index)]
      var place = Int(opening.first)
      var end = Int(opening.end)
      while place < end {
        let middle = (place + end) / 2
        if arcs[middle].takes < letter { place = middle + 1 } else { end = middle }
      }
      while place < Int(opening.end), arcs[place].takes == letter {
        nodes.append(Node(state: UInt64(arcs[place].target), features: opening.features))
        origins.append(Origin(opening: index, symbol: arcs[place].gives))
        place += 1
      }
    }
    moves.append(Move(front: self.front(), origins: start))
  }

  /// The number of the front of the nodes.
  private mutating func front() -> UInt32 {
    let number = nodes.withUnsafeBytes { $0.withMemoryRebound(to: UInt8.self) { frontNumbers.insert($0) } }
    guard number == fronts.count else { return UInt32(number) }
    let (firstOpening, firstEnd) = (UInt32(openings.count), UInt32(ends.count))
    taken = 0
    for (index, node) in nodes.enumerated() {
      follow(Int(node.state), Tail(node: UInt32(index), symbol: 0), node.features)
    }
    fronts.append(
      Front(
        firstOpening: firstOpening, openingsEnd: UInt32(openings.count), firstEnd: firstEnd, endsEnd: UInt32(ends.count)
      ))
    return UInt32(number)
  }

  private mutating func add(_ symbol: UInt16, after tail: Tail) -> Tail {
    guard symbol >= firstLetter else { return tail }
    steps.append(Step(before: tail.symbol, symbol: symbol))
    return Tail(node: tail.node, symbol: UInt32(steps.count - 1))
  }

  /// Goes from a state as far as no letter is needed.
  private mutating func follow(_ state: Int, _ tail: Tail, _ features: UInt64) {
    var (state, tail, features) = (state, tail, features)
    while taken < TransducerFronts.mostSteps {
      taken += 1
      let first = arcs[state]
      let others = Transducer.others(state, in: arcs)
      guard others.isEmpty, first.takes < firstLetter else {
        branch(state, others, tail, features)
        return
      }
      guard let after = flags[Int(first.takes)].apply(to: features) else { return }
      tail = add(first.gives, after: tail)
      (state, features) = (first.target, after)
    }
  }

  /// The same for a state with several arcs, or one that takes a letter.
  private mutating func branch(_ state: Int, _ others: Range<Int>, _ tail: Tail, _ features: UInt64) {
    var place = state
    while place < max(others.upperBound, state + 1), arcs[place].takes < firstLetter {
      let arc = arcs[place]
      if let after = flags[Int(arc.takes)].apply(to: features) {
        follow(arc.target, add(arc.gives, after: tail), after)
      }
      place = place == state ? others.lowerBound : place + 1
    }
    if place == state {
      open(state..<(state + 1), tail, features)
      place = others.lowerBound
    }
    open(place..<others.upperBound, tail, features)
  }

  private mutating func open(_ places: Range<Int>, _ tail: Tail, _ features: UInt64) {
    guard var end = places.last else { return }
    if arcs[end].takes == Transducer.wordEnd { ends.append(tail) } else { end += 1 }
    guard end > places.lowerBound else { return }
    openings.append(Opening(first: UInt32(places.lowerBound), end: UInt32(end), before: tail, features: features))
  }
}
