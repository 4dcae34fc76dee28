/// Looks through lines for the mistakes that libyaml notices only far below them, if at all: a tab before
/// a field, a quote or a bracket that is never closed, a line that is no field.
struct ClassicMistake {
  enum Kind {
    case strangeBlank(Int)
    case unterminatedQuote(Int)
    case unclosedBracket(Int)
    /// A value that starts with a bracket and goes on after its end.
    case textAfterBracket(Int)
    case lineWithoutKey(YAMLLines.Line)
  }

  /// What the lines from here on belong to.
  private enum State {
    case fields
    /// A `|` or `>` text, whose lines are indented more than this.
    case block(indent: Int)
    case quote(UInt8)
    case bracket(closing: UInt8)
  }

  private let lines: YAMLLines
  private var state = State.fields

  init(_ lines: YAMLLines) {
    self.lines = lines
  }

  /// The first mistake in the lines that start before an offset.
  mutating func find(upTo end: Int) -> Kind? {
    for (index, line) in lines.all.enumerated() {
      if line.range.lowerBound > end { return nil }
      if let mistake = mistake(in: line, index) { return mistake }
    }
    return nil
  }

  func first(upTo end: Int) -> Kind? {
    var copy = self
    return copy.find(upTo: end)
  }

  private mutating func mistake(in line: YAMLLines.Line, _ index: Int) -> Kind? {
    let bytes = lines.bytes(of: line)
    switch state {
    case .quote(let quote):
      if bytes.contains(quote) { state = .fields }
      return nil
    case .bracket(let closing):
      if bytes.contains(closing) { state = .fields }
      return nil
    case .block(let indent):
      if line.isBlank || line.indent > indent { return nil }
      state = .fields
    case .fields: break
    }
    if lines.strangeBlank(at: line.start) > 0 { return .strangeBlank(line.start) }
    if line.isBlank || bytes.first == 0x23 { return nil }
    guard let value = lines.value(of: line) else {
      let isOther =
        [0x22, 0x27, 0x5B, 0x5D, 0x7B, 0x7D].contains(bytes.first) || bytes.starts(with: [0x2E, 0x2E, 0x2E])
      return line.indent == 0 && !isOther ? .lineWithoutKey(line) : nil
    }
    return value < line.range.upperBound ? mistake(inValue: value, of: line, index) : nil
  }

  private mutating func mistake(inValue value: Int, of line: YAMLLines.Line, _ index: Int) -> Kind? {
    let first = lines.file.bytes[value]
    let rest = lines.file.bytes[value + 1..<line.range.upperBound]
    switch first {
    case 0x22, 0x27:
      if rest.contains(first) { return nil }
      if isFieldNext(after: line, index) { return .unterminatedQuote(value) }
      state = .quote(first)
    case 0x5B, 0x7B:
      if let end = rest.lastIndex(of: first + 2) {
        let after = rest[(end + 1)...].drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        return after.isEmpty || after.first == 0x23 || after.first == 0x2C ? nil : .textAfterBracket(value)
      }
      if isFieldNext(after: line, index) { return .unclosedBracket(value) }
      state = .bracket(closing: first + 2)
    case 0x7C, 0x3E: state = .block(indent: line.indent)
    default: break
    }
    return nil
  }

  /// Whether a value cannot run on, since a field at the same depth or above, or nothing, comes next.
  private func isFieldNext(after line: YAMLLines.Line, _ index: Int) -> Bool {
    guard let next = lines.next(after: index) else { return true }
    return next.indent <= line.indent && lines.key(of: next) != nil
  }
}
