import CYAML

/// libyaml's event stream over a range of bytes, with every mark as a byte offset in the file.
struct YAMLEvents {
  enum Kind {
    case streamStart, streamEnd, documentStart, documentEnd
    case scalar, alias, sequenceStart, sequenceEnd, mappingStart, mappingEnd
  }

  struct Event {
    var kind: Kind
    var range: Range<Int>
    var text = ""
    var isQuoted = false
    /// A `|` or `>` text.
    var isBlock = false
    var isFlow = false
    var hasAnchor = false
    var hasTag = false
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let range: Range<Int>
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// libyaml counts characters; the cursor remembers one of them and its byte, and walks from there.
  private var cursorIndex = 0
  private var cursorByte: Int

  init(bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    parser = .allocate(capacity: 1)
    cursorByte = range.lowerBound
  }

  mutating func open() {
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    guard let base = bytes.baseAddress else {
      yaml_parser_set_input_string(parser, [0], 0)
      return
    }
    yaml_parser_set_input_string(parser, base + range.lowerBound, range.count)
  }

  func close() {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  mutating func next() throws(YAMLFault) -> Event {
    var raw = yaml_event_t()
    guard yaml_parser_parse(parser, &raw) == 1 else { throw fault() }
    defer { yaml_event_delete(&raw) }
    let start = byte(at: raw.start_mark.index)
    let end = max(start, byte(at: raw.end_mark.index))
    var event = Event(kind: .scalar, range: start..<end)
    switch raw.type {
    case YAML_STREAM_START_EVENT: event.kind = .streamStart
    case YAML_STREAM_END_EVENT: event.kind = .streamEnd
    case YAML_DOCUMENT_START_EVENT: event.kind = .documentStart
    case YAML_DOCUMENT_END_EVENT: event.kind = .documentEnd
    case YAML_ALIAS_EVENT: event.kind = .alias
    case YAML_SEQUENCE_START_EVENT:
      event.kind = .sequenceStart
      event.isFlow = raw.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
      event.hasAnchor = raw.data.sequence_start.anchor != nil
      event.hasTag = raw.data.sequence_start.tag != nil
    case YAML_SEQUENCE_END_EVENT: event.kind = .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      event.kind = .mappingStart
      event.isFlow = raw.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
      event.hasAnchor = raw.data.mapping_start.anchor != nil
      event.hasTag = raw.data.mapping_start.tag != nil
    case YAML_MAPPING_END_EVENT: event.kind = .mappingEnd
    default:
      let scalar = raw.data.scalar
      event.text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      event.isQuoted =
        scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE || scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE
      event.isBlock = scalar.style == YAML_LITERAL_SCALAR_STYLE || scalar.style == YAML_FOLDED_SCALAR_STYLE
      event.hasAnchor = scalar.anchor != nil
      event.hasTag = scalar.tag != nil
      event.range = start..<trimmedEnd(start..<end)
    }
    return event
  }

  /// What is wrong with a text that libyaml has no fault to find with.
  ///
  /// A forgotten quote ends at the next value's opening one, a hyphen without its space is a letter like
  /// any other, an item indented too much belongs to the item above, and ` #1` is a comment: each
  /// changes the text in silence.
  func silentFault(in event: Event) -> YAMLFault? {
    let range = event.range
    if range.isEmpty { return hash(after: range.upperBound).map { .hash($0) } }
    if event.isQuoted { return swallowsKey(range) ? .unterminatedQuote(range.lowerBound) : nil }
    if event.isBlock { return nil }
    let first = bytes[range.lowerBound]
    if first == 0x2D, range.count > 1, isLetter(bytes[range.lowerBound + 1]), startsLine(range.lowerBound) {
      return .tightItem(range.lowerBound)
    }
    if let hash = hash(after: range.upperBound) { return .hash(hash) }
    if countsLines(range) { return .markedItem(range.lowerBound) }
    return itemInside(range).map { .swallowedItem($0) }
  }

  /// Whether a quoted text runs over a line that starts with `key: ` and ends where another value's
  /// quote would open, which tells that its own closing quote was forgotten.
  private func swallowsKey(_ range: Range<Int>) -> Bool {
    guard range.count > 2, isBlank(bytes[range.upperBound - 2]) else { return false }
    var index = range.lowerBound
    while let line = nextLine(after: index, before: range.upperBound) {
      var end = line
      while end < range.upperBound, bytes[end] != 0x0A, bytes[end] != 0x0D, bytes[end] != 0x3A { end += 1 }
      if end < range.upperBound, bytes[end] == 0x3A, end > line, end - line < 60, bytes[line] > 0x40 { return true }
      index = line
    }
    return false
  }

  /// The `#` of a comment that follows a plain text on its line without a space of its own.
  private func hash(after end: Int) -> Int? {
    var index = end
    while index < range.upperBound, isBlank(bytes[index]) { index += 1 }
    guard index > end, index + 1 < range.upperBound, bytes[index] == 0x23 else { return nil }
    let next = bytes[index + 1]
    return isLetter(next) || (0x30...0x39).contains(next) ? index : nil
  }

  /// Whether the first two lines of a plain text count themselves: `1. ` and `2. `, or `a) ` and `b) `.
  private func countsLines(_ range: Range<Int>) -> Bool {
    guard range.count > 8, bytes[range.lowerBound] == 0x31 || bytes[range.lowerBound] == 0x61,
      startsLine(range.lowerBound), var line = nextLine(after: range.lowerBound, before: range.upperBound)
    else { return false }
    while line < range.upperBound, bytes[line] == 0x20 || bytes[line] == 0x0A { line += 1 }
    let (first, sign) = (bytes[range.lowerBound], bytes[range.lowerBound + 1])
    guard line + 2 < range.upperBound, sign == 0x29 || (sign == 0x2E && first == 0x31) else { return false }
    return bytes[range.lowerBound + 2] == 0x20 && bytes[line] == first + 1 && bytes[line + 1] == sign
      && bytes[line + 2] == 0x20
  }

  /// A `- ` at the start of a plain text's second or later line.
  private func itemInside(_ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while var line = nextLine(after: index, before: range.upperBound) {
      while line < range.upperBound, bytes[line] == 0x20 { line += 1 }
      if line + 1 < range.upperBound, bytes[line] == 0x2D, bytes[line + 1] == 0x20 { return line }
      index = line
    }
    return nil
  }

  /// Whether a key starts with a blank that looks like its indentation.
  func startsWithStrangeBlank(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty, bytes[range.lowerBound] >= 0x80 else { return false }
    return StrangeBlank.length(at: range.lowerBound, in: bytes) > 0
  }

  private func nextLine(after start: Int, before end: Int) -> Int? {
    var index = start
    while index < end, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    return index + 1 < end ? index + 1 : nil
  }

  private func startsLine(_ offset: Int) -> Bool {
    var index = offset
    while index > range.lowerBound, bytes[index - 1] == 0x20 { index -= 1 }
    return index == range.lowerBound || bytes[index - 1] == 0x0A || bytes[index - 1] == 0x0D
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 }

  private func trimmedEnd(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D || bytes[end - 1] == 0x20 {
      end -= 1
    }
    return end
  }

  private mutating func fault() -> YAMLFault {
    func words(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
    let problem = parser.pointee
    if problem.error == YAML_READER_ERROR {
      let at = range.lowerBound + Int(problem.problem_offset)
      return .syntax(problem: words(problem.problem), context: "", at: at, contextAt: at)
    }
    return .syntax(
      problem: words(problem.problem), context: words(problem.context),
      at: byte(at: problem.problem_mark.index), contextAt: byte(at: problem.context_mark.index))
  }

  /// The byte offset of a character index, by walking from the last one asked for.
  private mutating func byte(at index: Int) -> Int {
    while cursorIndex < index, cursorByte < range.upperBound {
      cursorByte += 1
      while cursorByte < range.upperBound, bytes[cursorByte] & 0xC0 == 0x80 { cursorByte += 1 }
      cursorIndex += 1
    }
    while cursorIndex > index, cursorByte > range.lowerBound {
      cursorByte -= 1
      while cursorByte > range.lowerBound, bytes[cursorByte] & 0xC0 == 0x80 { cursorByte -= 1 }
      cursorIndex -= 1
    }
    return cursorByte
  }
}
