import Glibc

/// Voikko's Finnish dictionary, `mor.vfst`: a graph whose ways spell word forms, and beside them what each is a form of.
///
/// A step along an arc takes a letter of the word, or none, and gives a letter or a tag of the reading, or none. The file
/// holds, in the byte order of the machine it was made for: 16 bytes of which the first eight tell its kind; the number
/// of symbols in two bytes; the symbols, each ended by a zero: the empty one, the flags (`@U.LS.SNNY@`), the letters and
/// the tags (`[Ln]`); and, from the next multiple of eight, the arcs. An arc has eight bytes: the number of the letter
/// that it takes, that of what it gives, and, in 24 bits, where the arcs of the state that it leads to begin. The last
/// eight bits tell of the first arc of a state how many follow it; if 255, the next cell has their number instead of an
/// arc. The arcs of a state are in the order of what they take.
final class Transducer: @unchecked Sendable {
  struct Arc {
    let takes: UInt16
    let gives: UInt16
    private let rest: UInt32

    @inline(__always) var target: Int { Int(rest & 0xFF_FFFF) }
    @inline(__always) var more: Int { Int(rest >> 24) }
    /// A cell that stands for a number instead of an arc.
    @inline(__always) var number: Int { Int(takes) | Int(gives) << 16 }
  }

  /// What an arc takes where a word may end.
  static let wordEnd = UInt16.max
  private static let kind: [UInt8] = [0x6E, 0x3A, 0x01, 0x00, 0xFA, 0x51, 0x03, 0x00]

  let arcs: UnsafeBufferPointer<Arc>
  let symbols: TransducerSymbols
  private let file: UnsafeRawBufferPointer

  /// The dictionary in a file; nil when there is none or it is of another kind than this reads.
  init?(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_size > 32 else { return nil }
    let start = mmap(nil, Int(info.st_size), PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0)
    guard let start, start != MAP_FAILED else { return nil }
    file = UnsafeRawBufferPointer(start: start, count: Int(info.st_size))
    var place = 18
    let names = Transducer.names(file, &place)
    symbols = TransducerSymbols(names)
    let first = (place + 7) & ~7
    let cells = first < file.count ? file[first...] : file[..<0]
    arcs = UnsafeRawBufferPointer(rebasing: cells.prefix(cells.count & ~7)).bindMemory(to: Arc.self)
    guard file.starts(with: Transducer.kind + [UInt8](repeating: 0, count: 8)) else { return nil }
    guard symbols.flags != nil, isSound else { return nil }
  }

  deinit {
    munmap(UnsafeMutableRawPointer(mutating: file.baseAddress), file.count)
  }

  private static func names(_ file: UnsafeRawBufferPointer, _ place: inout Int) -> [[UInt8]] {
    (0..<(Int(file[16]) | Int(file[17]) << 8)).map { _ in
      let name = file[min(place, file.count)...].prefix { $0 != 0 }
      place += name.count + 1
      return Array(name)
    }
  }

  /// The arcs of a state but for the number that may stand among them: the first, and the places of the others.
  @inline(__always)
  static func others(_ state: Int, in arcs: UnsafeBufferPointer<Arc>) -> Range<Int> {
    let more = arcs[state].more
    return more < 255 ? (state + 1)..<(state + 1 + more) : (state + 2)..<(state + 2 + arcs[state + 1].number)
  }

  /// Whether every arc leads to a state and stands in its order, so that no walk leaves the file.
  private var isSound: Bool {
    enum Cell: UInt8 { case first, other, number }
    var cells = [Cell](repeating: .other, count: arcs.count)
    var state = 0
    while state < arcs.count {
      cells[state] = .first
      guard arcs[state].more < 255 || state + 1 < arcs.count else { return false }
      let others = Transducer.others(state, in: arcs)
      guard others.upperBound <= arcs.count else { return false }
      if others.lowerBound == state + 2 { cells[state + 1] = .number }
      var last = arcs[state].takes
      state = others.lowerBound
      while state < others.upperBound {
        if arcs[state].takes < last { return false }
        last = arcs[state].takes
        state += 1
      }
    }
    var place = 0
    while place < arcs.count {
      let arc = arcs[place]
      if cells[place] != .number, arc.takes != Transducer.wordEnd {
        guard arc.target < arcs.count, cells[arc.target] == .first else { return false }
        guard Int(arc.takes) < symbols.count, Int(arc.gives) < symbols.count else { return false }
      }
      place += 1
    }
    return !arcs.isEmpty
  }
}
