/// The link reference definitions of a Markdown text: lines such as `[ohje]: https://esimerkki.fi`.
struct LinkDefinitions {
  private let bytes: [UInt8]
  private var destinations: [String: Range<Int>] = [:]
  private var ranges: [Int: Range<Int>] = [:]

  init(bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    var syntax = InlineSyntax(bytes: bytes, end: min(range.upperBound, bytes.count))
    var line = range.lowerBound
    while line < syntax.end {
      var index = pastContainers(line, end: syntax.end)
      if let (label, destination, end) = definition(at: index, &syntax) {
        let key = normalized(label)
        if destinations[key] == nil { destinations[key] = destination }
        ranges[index] = index..<end
        index = end
      }
      while index < syntax.end, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
      line = index + 1
    }
  }

  /// The destination that a label stands for, as written.
  subscript(label: Range<Int>) -> Range<Int>? {
    destinations.isEmpty ? nil : destinations[normalized(label)]
  }

  /// The definition that starts at an offset.
  func range(at offset: Int) -> Range<Int>? { ranges[offset] }

  private func definition(at start: Int, _ syntax: inout InlineSyntax) -> (Range<Int>, Range<Int>, Int)? {
    guard let label = syntax.label(at: start), syntax.pastBlanks(label.lowerBound) < label.upperBound,
      syntax.byte(label.upperBound + 1) == 0x3A,
      let (destination, end) = syntax.destination(at: syntax.pastBlanks(label.upperBound + 2)),
      end > label.upperBound + 2
    else { return nil }
    let title = syntax.pastBlanks(end)
    if title > end, let afterTitle = syntax.title(at: title), isLineEnd(afterTitle, syntax) {
      return (label, destination, afterTitle)
    }
    return isLineEnd(end, syntax) ? (label, destination, end) : nil
  }

  private func isLineEnd(_ start: Int, _ syntax: InlineSyntax) -> Bool {
    var index = start
    while syntax.byte(index) == 0x20 || syntax.byte(index) == 0x09 { index += 1 }
    return index >= syntax.end || bytes[index] == 0x0A || bytes[index] == 0x0D
  }

  /// Past indentation and the marks of quotes and lists.
  private func pastContainers(_ start: Int, end: Int) -> Int {
    var index = start
    while index < end {
      switch bytes[index] {
      case 0x20, 0x09, 0x3E, 0x2D, 0x2A, 0x2B, 0x30...0x39, 0x2E, 0x29: index += 1
      default: return index
      }
    }
    return index
  }

  /// A label without regard to case and to how much blank there is between its words.
  private func normalized(_ label: Range<Int>) -> String {
    let syntax = InlineSyntax(bytes: bytes, end: label.upperBound)
    var words: [UInt8] = []
    var index = syntax.pastBlanks(label.lowerBound)
    while index < label.upperBound {
      let next = syntax.pastBlanks(index)
      if next > index {
        index = next
        if index < label.upperBound { words.append(0x20) }
      } else {
        words.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: words, as: UTF8.self).lowercased()
  }
}
