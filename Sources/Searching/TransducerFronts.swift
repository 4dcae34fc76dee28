/// Where all ways through a ``Transducer`` stand after some letters: found out once, and looked up from then on.
///
/// Words differ far more in how they begin than in how they go on: after the first part of a compound any noun may come,
/// and after a noun the same endings. So the same states stand together again and again, and of twenty letters nineteen
/// lead from a front to a front that are both known. It is the subset construction, by which an automaton is made
/// deterministic, done only as far as words ask for it.
struct TransducerFronts: ~Copyable {
  /// Where a front's nodes begin and end, and the ways that may end a word there; the last of its moves.
  struct Front {
    var firstNode: UInt32
    var nodesEnd: UInt32
    var firstEnd: UInt32
    var endsEnd: UInt32
    var lastMove = none
  }

  /// The number of no move.
  private static let none = UInt32.max

  /// What was given since the last letter: the last of some symbols, 0 for none, on the way from a node of the front.
  struct Tail {
    var node: UInt32
    var symbol: UInt32
  }

  /// How a node was reached: after a tail, by an arc that gave a symbol.
  struct Origin {
    var before: Tail
    var symbol: UInt16
  }

  /// What a letter leads to: a front, and where the origins of its nodes begin. Most fronts have one or two moves, so each
  /// tells which was found before it.
  struct Move {
    var letter: UInt16
    var before: UInt32
    var front: UInt32
    var origins: UInt32
  }

  // What is looked at with every arc.
  private let arcs: UnsafeBufferPointer<Transducer.Arc>
  private let firstLetter: UInt16
  private let pieces: Column<WordPiece>
  private let mostNodes: Int

  private var closures: TransducerClosures
  /// The numbers of fronts, by the bytes of their nodes.
  private var frontNumbers = StringTable()
  private var fronts = Stack<Front>()
  /// The numbers of the nodes' closures.
  private var nodes = Stack<UInt32>()
  private var ends = Stack<Tail>()
  private var moves = Stack<Move>()
  private var origins = Stack<Origin>()

  /// - Parameter mostNodes: how many are kept; each takes some 30 bytes with what belongs to it.
  init(_ transducer: Transducer, mostNodes: Int) {
    self.mostNodes = mostNodes
    arcs = transducer.arcs
    firstLetter = UInt16(transducer.symbols.firstLetter)
    pieces = transducer.symbols.pieces
    closures = TransducerClosures(transducer)
    start()
  }

  /// Whether so much is known that it should be forgotten before the next word.
  var isFull: Bool { origins.count > mostNodes || closures.count > mostNodes }

  /// Forgets all fronts and moves; their numbers mean nothing from then on.
  mutating func forget() {
    // Closures are few, but for words that are none.
    if closures.count > mostNodes { closures = TransducerClosures(closures.transducer) }
    frontNumbers = StringTable()
    fronts.cut(to: 0)
    nodes.cut(to: 0)
    ends.cut(to: 0)
    moves.cut(to: 0)
    origins.cut(to: 0)
    start()
  }

  /// Makes the front before any letter, number 0.
  private mutating func start() {
    nodes.append(closures.number(of: TransducerClosures.Node(state: 0, features: 0)))
    _ = front(from: 0)
  }

  /// The front that a move leads to.
  func front(after move: UInt32) -> UInt32 { moves[Int(move)].front }

  func ends(of front: UInt32) -> Range<UInt32> {
    let front = fronts[Int(front)]
    return front.firstEnd..<front.endsEnd
  }

  /// The move from a front with a letter.
  mutating func move(from front: UInt32, with letter: UInt16) -> UInt32 {
    var move = fronts[Int(front)].lastMove
    while move != TransducerFronts.none, moves[Int(move)].letter != letter { move = moves[Int(move)].before }
    return move == TransducerFronts.none ? addMove(from: front, with: letter) : move
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
        way.append(pieces[Int(closures.steps[step].symbol)])
        step = Int(closures.steps[step].before)
      }
      guard letters > 0 else { return }
      letters -= 1
      let origin = origins[Int(moves[Int(path[letters])].origins + tail.node)]
      if origin.symbol >= firstLetter { way.append(pieces[Int(origin.symbol)]) }
      tail = origin.before
    }
  }

  // MARK: Finding out

  private mutating func addMove(from front: UInt32, with letter: UInt16) -> UInt32 {
    let (firstNode, firstOrigin) = (nodes.count, UInt32(origins.count))
    let from = fronts[Int(front)]
    for node in from.firstNode..<from.nodesEnd {
      let closure = closures[nodes[Int(node)]]
      for index in closure.firstOpening..<closure.openingsEnd {
        let opening = closures.openings[Int(index)]
        guard opening.mayTake(letter) else { continue }
        var place = Int(opening.first)
        var end = Int(opening.end)
        while place < end {
          let middle = (place + end) / 2
          if arcs[middle].takes < letter { place = middle + 1 } else { end = middle }
        }
        while place < Int(opening.end), arcs[place].takes == letter {
          let reached = TransducerClosures.Node(state: UInt64(arcs[place].target), features: opening.features)
          nodes.append(closures.number(of: reached))
          let before = Tail(node: node - from.firstNode, symbol: opening.symbol)
          origins.append(Origin(before: before, symbol: arcs[place].gives))
          place += 1
        }
      }
    }
    let reached = self.front(from: firstNode)
    moves.append(Move(letter: letter, before: from.lastMove, front: reached, origins: firstOrigin))
    fronts[Int(front)].lastMove = UInt32(moves.count - 1)
    return UInt32(moves.count - 1)
  }

  /// The number of the front of the nodes from a place on, which are taken off when it is known.
  private mutating func front(from firstNode: Int) -> UInt32 {
    let own = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: nodes.elements[firstNode...]))
    let number = own.withMemoryRebound(to: UInt8.self) { frontNumbers.insert($0) }
    guard number == fronts.count else {
      nodes.cut(to: firstNode)
      return UInt32(number)
    }
    let firstEnd = UInt32(ends.count)
    var size = 0
    var nodesEnd = firstNode
    while nodesEnd < nodes.count, size < TransducerClosures.mostArcs {
      let closure = closures[nodes[nodesEnd]]
      for end in closure.firstEnd..<closure.endsEnd {
        ends.append(Tail(node: UInt32(nodesEnd - firstNode), symbol: closures.ends[Int(end)]))
      }
      size += Int(closure.size)
      nodesEnd += 1
    }
    fronts.append(
      Front(
        firstNode: UInt32(firstNode), nodesEnd: UInt32(nodesEnd), firstEnd: firstEnd, endsEnd: UInt32(ends.count)))
    return UInt32(number)
  }
}
