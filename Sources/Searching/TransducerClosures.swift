/// What a way through a ``Transducer`` can reach without a letter: the ε-closure of each state and what has been passed
/// before it, found out once.
///
/// The same states stand in many a front (``TransducerFronts``), and each time the same arcs would lead from them.
struct TransducerClosures: ~Copyable {
  /// A state and the features of the way that has reached it. Two numbers without a gap, so that nodes can be compared by
  /// their bytes.
  struct Node {
    var state: UInt64
    var features: UInt64
  }

  /// A state of a closure that goes on with a letter.
  struct Opening {
    /// The first arc that takes a letter, and where the state's arcs end.
    var first: UInt32
    var end: UInt32
    /// The last of the symbols given on the way here, 0 for none.
    var symbol: UInt32
    /// The letters of the first arc and of the last, between which those of the others are.
    var letters: (first: UInt16, last: UInt16)
    var features: UInt64

    /// Whether an arc may take a letter; mostly told without a look at the arcs.
    @inline(__always)
    func mayTake(_ letter: UInt16) -> Bool { letters.first <= letter && letter <= letters.last }
  }

  /// Where the openings of a closure begin and end, and the last symbols of the ways that may end a word there.
  struct Closure {
    var firstOpening: UInt32
    var openingsEnd: UInt32
    var firstEnd: UInt32
    var endsEnd: UInt32
    /// The arcs that were taken.
    var size: UInt32
  }

  /// A symbol that a way gave, after others.
  struct Step {
    var before: UInt32
    var symbol: UInt16
  }

  /// More arcs than this without a letter are those of no word.
  static let mostArcs = 50_000

  let transducer: Transducer
  // What is looked at with every arc.
  private let arcs: UnsafeBufferPointer<Transducer.Arc>
  private let flags: [TransducerSymbols.Flag]
  private let firstLetter: UInt16

  /// The numbers of closures, by the bytes of their nodes.
  private var numbers = StringTable()
  private var closures = Stack<Closure>()
  private(set) var openings = Stack<Opening>()
  private(set) var ends = Stack<UInt32>()
  private(set) var steps = Stack<Step>()
  /// The arcs taken in the closure that is being found out.
  private var taken = 0

  init(_ transducer: Transducer) {
    self.transducer = transducer
    arcs = transducer.arcs
    flags = transducer.symbols.flags ?? []
    firstLetter = UInt16(transducer.symbols.firstLetter)
    steps.append(Step(before: 0, symbol: 0))
  }

  /// The closures that are known.
  var count: Int { closures.count }

  @inline(__always)
  subscript(number: UInt32) -> Closure { closures[Int(number)] }

  /// The number of a node's closure.
  mutating func number(of node: Node) -> UInt32 {
    let number = withUnsafeBytes(of: node) { $0.withMemoryRebound(to: UInt8.self) { numbers.insert($0) } }
    if number == closures.count { add(node) }
    return UInt32(number)
  }

  // MARK: Finding out

  private mutating func add(_ node: Node) {
    let (firstOpening, firstEnd) = (UInt32(openings.count), UInt32(ends.count))
    taken = 0
    follow(Int(node.state), 0, node.features)
    closures.append(
      Closure(
        firstOpening: firstOpening, openingsEnd: UInt32(openings.count), firstEnd: firstEnd,
        endsEnd: UInt32(ends.count), size: UInt32(taken)))
  }

  /// The number of a symbol as the last of a way's, after another.
  private mutating func add(_ symbol: UInt16, after last: UInt32) -> UInt32 {
    guard symbol >= firstLetter else { return last }
    steps.append(Step(before: last, symbol: symbol))
    return UInt32(steps.count - 1)
  }

  /// Goes from a state as far as no letter is needed.
  private mutating func follow(_ state: Int, _ symbol: UInt32, _ features: UInt64) {
    var (state, symbol, features) = (state, symbol, features)
    while taken < TransducerClosures.mostArcs {
      taken += 1
      let first = arcs[state]
      let others = Transducer.others(state, in: arcs)
      guard others.isEmpty, first.takes < firstLetter else {
        branch(state, others, symbol, features)
        return
      }
      guard let after = flags[Int(first.takes)].apply(to: features) else { return }
      symbol = add(first.gives, after: symbol)
      (state, features) = (first.target, after)
    }
  }

  /// The same for a state with several arcs, or one that takes a letter.
  private mutating func branch(_ state: Int, _ others: Range<Int>, _ symbol: UInt32, _ features: UInt64) {
    var place = state
    while place < max(others.upperBound, state + 1), arcs[place].takes < firstLetter {
      let arc = arcs[place]
      if let after = flags[Int(arc.takes)].apply(to: features) {
        follow(arc.target, add(arc.gives, after: symbol), after)
      }
      place = place == state ? others.lowerBound : place + 1
    }
    if place == state {
      open(state..<(state + 1), symbol, features)
      place = others.lowerBound
    }
    open(place..<others.upperBound, symbol, features)
  }

  private mutating func open(_ places: Range<Int>, _ symbol: UInt32, _ features: UInt64) {
    guard var end = places.last else { return }
    if arcs[end].takes == Transducer.wordEnd { ends.append(symbol) } else { end += 1 }
    guard end > places.lowerBound else { return }
    openings.append(
      Opening(
        first: UInt32(places.lowerBound), end: UInt32(end), symbol: symbol,
        letters: (arcs[places.lowerBound].takes, arcs[end - 1].takes), features: features))
  }
}
