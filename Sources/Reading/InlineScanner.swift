/// Finds the links, images, autolinks and raw tags in the source of one block, in CommonMark's manner.
///
/// libcmark does not say where an inline stands, so this follows its algorithm for brackets: an opener
/// waits on a stack until its closer shows whether it is a link. Time is linear in the block's length.
struct InlineScanner {
  private struct Opener {
    let at: Int
    let isImage: Bool
    /// Whether another bracket follows within, so that its text is no label.
    var holdsBracket = false
    /// How many marks had been found when it opened.
    let marks: Int
  }

  private var syntax: InlineSyntax
  private let definitions: LinkDefinitions
  private var index: Int
  private var openers: [Opener] = []
  /// Openers of links below this depth stand around a link, so they cannot be links.
  private var inactive = 0
  private var marks: [InlineMark] = []
  /// For each length of a run of backticks, where the last one seen starts.
  private var backticks: [Int: Int] = [:]
  private var hasSeenAllBackticks = false

  /// The marks of a block, by their places.
  static func marks(in block: Range<Int>, bytes: [UInt8], definitions: LinkDefinitions) -> [InlineMark] {
    var scanner = InlineScanner(block, bytes, definitions)
    scanner.run()
    return scanner.marks.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private init(_ block: Range<Int>, _ bytes: [UInt8], _ definitions: LinkDefinitions) {
    syntax = InlineSyntax(bytes: bytes, end: min(block.upperBound, bytes.count))
    index = block.lowerBound
    self.definitions = definitions
  }

  private mutating func run() {
    let bytes = syntax.bytes
    while index < syntax.end {
      switch bytes[index] {
      case 0x5C where syntax.isEscape(index): index += 2
      case 0x60: skipCode()
      case 0x3C: angleBracket()
      case 0x21 where syntax.byte(index + 1) == 0x5B:
        open(isImage: true)
        index += 2
      case 0x5B:
        if let definition = definitions.range(at: index) {
          index = definition.upperBound
        } else {
          open(isImage: false)
          index += 1
        }
      case 0x5D: close()
      default: index += 1
      }
    }
  }

  /// Past a code span, or past the run of backticks that opens none. As in libcmark, a run looked for
  /// in vain is the last reason to look through the whole block.
  private mutating func skipCode() {
    let length = runLength(at: index)
    index += length
    if hasSeenAllBackticks, (backticks[length] ?? 0) <= index { return }
    var search = index
    while search < syntax.end {
      let run = runLength(at: search)
      if run > 0 { backticks[run] = search }
      search += max(run, 1)
      if run == length {
        index = search
        return
      }
    }
    hasSeenAllBackticks = true
  }

  private func runLength(at start: Int) -> Int {
    var end = start
    while syntax.byte(end) == 0x60 { end += 1 }
    return end - start
  }

  private mutating func angleBracket() {
    if let inside = syntax.autolink(at: index) {
      marks.append(InlineMark(kind: .autolink, range: index..<inside.upperBound + 1, destination: inside))
      index = inside.upperBound + 1
    } else if let end = syntax.tag(at: index) {
      marks.append(InlineMark(kind: .html, range: index..<end, destination: index..<end))
      index = end
    } else {
      index += 1
    }
  }

  private mutating func open(isImage: Bool) {
    if !openers.isEmpty { openers[openers.count - 1].holdsBracket = true }
    openers.append(Opener(at: index, isImage: isImage, marks: marks.count))
  }

  private mutating func close() {
    let closer = index
    index += 1
    guard let opener = openers.popLast() else { return }
    let isActive = opener.isImage || openers.count >= inactive
    inactive = min(inactive, openers.count)
    guard isActive, let (destination, end) = destination(of: opener, closedAt: closer) else { return }
    index = end
    if opener.isImage {
      // What stands in an image's text is not a link of its own.
      let within = marks[opener.marks...].filter { $0.kind == .html }
      marks.replaceSubrange(opener.marks..., with: within)
    } else {
      inactive = openers.count
    }
    marks.append(InlineMark(kind: opener.isImage ? .image : .link, range: opener.at..<end, destination: destination))
  }

  /// The destination of the link that a closer makes of its opener, and where the link ends.
  private mutating func destination(of opener: Opener, closedAt closer: Int) -> (Range<Int>, Int)? {
    if let (destination, end) = syntax.resource(at: closer + 1) { return (destination, end) }
    if let label = syntax.label(at: closer + 1), !label.isEmpty {
      return definitions[label].map { ($0, label.upperBound + 1) }
    }
    let label = opener.at + (opener.isImage ? 2 : 1)..<closer
    guard !opener.holdsBracket, let destination = definitions[label] else { return nil }
    let isCollapsed = syntax.byte(closer + 1) == 0x5B && syntax.byte(closer + 2) == 0x5D
    return (destination, closer + (isCollapsed ? 3 : 1))
  }
}
