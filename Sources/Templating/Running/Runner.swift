import Diagnosing

/// Carries out a program over one view.
struct Runner: ~Copyable {
  private let program: Program
  private let literals: UnsafeBufferPointer<UInt8>
  private(set) var output: Output

  /// A view in use: where it lies, and where it stands in the list it came from.
  private struct Scope {
    var place: Place
    var index = 0
    var count = 1
  }

  private typealias Scopes = UnsafeMutablePointer<Scope>

  /// The program's output for the view at a place.
  ///
  /// - Parameter room: how many bytes it is likely to have, at least one; where it has no more it is not moved.
  static func run(_ program: Program, at place: Place, room: Int) -> [UInt8] {
    var moved: [UInt8]?
    let bytes = [UInt8](unsafeUninitializedCapacity: room) { room, count in
      program.literals.withUnsafeBufferPointer { literals in
        var runner = Runner(program: program, literals: literals, output: Output(in: room))
        runner.enter(0, places: [Scope(place: place)], indent: [])
        if runner.output.isInRoom { count = runner.output.count } else { moved = Array(runner.output.bytes) }
      }
    }
    return moved ?? bytes
  }

  private mutating func enter(_ function: Int, places: [Scope], indent: [UInt8]) {
    let function = program.functions[function]
    withUnsafeTemporaryAllocation(of: Scope.self, capacity: function.slots) { scopes in
      let base = scopes.baseAddress!
      for (index, place) in places.enumerated() { (base + index).initialize(to: place) }
      run(function, 0, function.operations.count, base, indent)
    }
  }

  private mutating func run(
    _ function: Program.Function, _ start: Int, _ end: Int, _ scopes: Scopes, _ indent: [UInt8]
  ) {
    var index = start
    while index < end {
      switch function.operations[index] {
      case .literal(let start, let count):
        output.append(literals.baseAddress! + start, count: count)
      case .text(let slot, let read):
        output.appendEscaped(read(scopes[slot].place))
      case .percentEncoded(let slot, let read):
        output.appendPercentEncoded(read(scopes[slot].place))
      case .number(let slot, let read):
        if let number = read(scopes[slot].place) { output.append(digitsOf: number) }
      case .html(let slot, let read):
        if let html = read(scopes[slot].place) { html.write(into: &output) }
      case .url(let slot, let read):
        if let url = read(scopes[slot].place) { output.append(url) }
      case .listedURL(let slot, let read):
        if let url = read(scopes[slot].place) { output.append(url, encodesCommas: true) }
      case .percentEncodedURL(let slot, let read):
        if let url = read(scopes[slot].place) { output.appendPercentEncoded(url.text) }
      case .json(let slot, let read):
        if let value = read(scopes[slot].place) { value.write(into: &output) }
      case .when(let slot, let test, let negated):
        if test(scopes[slot].place) == negated { index = function.ends[index] - 1 }
      case .whenItem(let slot, let position, let negated):
        let scope = scopes[slot]
        let holds = position == .first ? scope.index == 0 : scope.index == scope.count - 1
        if holds == negated { index = function.ends[index] - 1 }
      case .record(let slot, let read, let into):
        let (next, end) = (index + 1, function.ends[index])
        read(scopes[slot].place) { place in
          (scopes + into).initialize(to: Scope(place: place))
          run(function, next, end, scopes, indent)
        }
        index = end - 1
      case .list(let slot, let read, let into):
        let (next, end) = (index + 1, function.ends[index])
        read(scopes[slot].place) { items in
          for item in 0..<items.count {
            (scopes + into).initialize(
              to: Scope(place: items.base + item * items.stride, index: item, count: items.count))
            run(function, next, end, scopes, indent)
          }
        }
        index = end - 1
      case .plural(let slot, let read):
        if read(scopes[slot].place) != 1 { index = function.ends[index] - 1 }
      case .otherwise:
        index = function.ends[index] - 1
      case .indent:
        output.append(indent)
      case .call(let function, let slots, let more):
        enter(function, places: slots.map { scopes[$0] }, indent: more.isEmpty ? indent : indent + more)
      }
      index += 1
    }
  }
}
