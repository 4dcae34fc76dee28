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

  func open() {
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
      event.hasAnchor = scalar.anchor != nil
      event.hasTag = scalar.tag != nil
      event.range = start..<trimmedEnd(start..<end)
    }
    return event
  }

  /// Whether a quoted text runs over a line that starts with `key: ` at the margin, which tells that
  /// its closing quote was forgotten and another one was taken for it.
  func swallowsKey(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index] == 0x0A else {
        index += 1
        continue
      }
      index += 1
      var end = index
      while end < range.upperBound, bytes[end] != 0x0A, bytes[end] != 0x3A { end += 1 }
      let looksLikeKey =
        end < range.upperBound && bytes[end] == 0x3A && end > index && end - index < 60
        && bytes[index] > 0x40 && (end + 1 >= range.upperBound || bytes[end + 1] == 0x20 || bytes[end + 1] == 0x0A)
      if looksLikeKey { return true }
    }
    return false
  }

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
