/// Which tags stand alone on their lines, so that the lines leave no trace in the output.
///
/// By the Mustache specification a line of white space and one tag (a section, a partial, a comment, a
/// change of delimiters) is taken out whole. For parents and blocks several tags may share such a line:
/// `{{<layout}}{{$main}}` and `{{/main}}{{/layout}}` stand alone, and so does `{{<layout}}{{/layout}}`;
/// a whole block on one line, `{{$title}}{{/title}}`, does not, for its content belongs to the line.
struct StandaloneTags {
  /// Where the text before a tag ends, when its line is taken out: at the line's start.
  private(set) var textEnds: [Int?]
  /// Where the text after a tag begins, when its line is taken out: after the line's end.
  private(set) var textStarts: [Int?]
  /// The white space before the tags of a line that is taken out.
  private(set) var indentations: [Range<Int>?]

  private let bytes: [UInt8]
  private let sequence: TagSequence

  init(_ sequence: TagSequence, in bytes: [UInt8]) {
    self.bytes = bytes
    self.sequence = sequence
    textEnds = Array(repeating: nil, count: sequence.tags.count)
    textStarts = textEnds
    indentations = Array(repeating: nil, count: sequence.tags.count)
    let partners = StandaloneTags.partners(sequence.tags)
    var index = 0
    while index < sequence.tags.count {
      let last = lastOfRun(from: index, partners)
      if let line = lineAlone(index...last), !(isWholeBlocks(index...last, partners)) {
        mark(index...last, line)
      } else if isOverride(last, partners), let end = lineEnd(after: last) {
        textStarts[last] = end
        indentations[last] = sequence.tags[last].range.lowerBound..<sequence.tags[last].range.lowerBound
      }
      index = last + 1
    }
  }

  /// The tag that closes an opening tag, or opens a closing one, by index.
  private static func partners(_ tags: [Tag]) -> [Int?] {
    var partners: [Int?] = Array(repeating: nil, count: tags.count)
    var open: [Int] = []
    for (index, tag) in tags.enumerated() {
      if tag.kind.isOpening {
        open.append(index)
      } else if tag.kind == .close, let last = open.last, tags[last].name.text == tag.name.text {
        open.removeLast()
        partners[index] = last
        partners[last] = index
      }
    }
    return partners
  }

  /// The kind of thing that a tag opens or closes.
  private func subject(_ index: Int, _ partners: [Int?]) -> Tag.Kind {
    let tag = sequence.tags[index]
    guard tag.kind == .close else { return tag.kind }
    return partners[index].map { sequence.tags[$0].kind } ?? .close
  }

  /// Tags of parents and blocks with only white space between them on one line belong together.
  private func lastOfRun(from first: Int, _ partners: [Int?]) -> Int {
    func inherits(_ index: Int) -> Bool {
      let kind = subject(index, partners)
      return kind == .parent || kind == .block
    }
    var last = first
    while last + 1 < sequence.tags.count, inherits(last), inherits(last + 1),
      sequence.text(before: last + 1).allSatisfy({ bytes[$0] == 0x20 || bytes[$0] == 0x09 })
    {
      last += 1
    }
    return last
  }

  /// Whether a tag opens a block that is given to a parent.
  private func isOverride(_ index: Int, _ partners: [Int?]) -> Bool {
    guard sequence.tags[index].kind == .block else { return false }
    var before = index - 1
    // What was opened and closed before this tag is passed over whole.
    while before >= 0, sequence.tags[before].kind != .parent {
      guard let partner = partners[before], partner < before else { return false }
      before = partner - 1
    }
    return before >= 0
  }

  private func isWholeBlocks(_ run: ClosedRange<Int>, _ partners: [Int?]) -> Bool {
    run.allSatisfy { index in
      subject(index, partners) == .block && partners[index].map(run.contains) ?? false
    }
  }

  /// The bytes of the line that the tags have to themselves, its end included.
  private func lineAlone(_ run: ClosedRange<Int>) -> Range<Int>? {
    for index in run {
      let kind = sequence.tags[index].kind
      if kind == .variable || kind == .unescaped { return nil }
    }
    var start = sequence.tags[run.lowerBound].range.lowerBound
    while start > sequence.content.lowerBound, bytes[start - 1] != 0x0A {
      start -= 1
      guard bytes[start] == 0x20 || bytes[start] == 0x09 else { return nil }
    }
    return lineEnd(after: run.upperBound).map { start..<$0 }
  }

  /// The end of the line, if only white space follows a tag on it.
  private func lineEnd(after index: Int) -> Int? {
    var end = sequence.tags[index].range.upperBound
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    if end == bytes.count { return end }
    if bytes[end] == 0x0A { return end + 1 }
    if bytes[end] == 0x0D, end + 1 < bytes.count, bytes[end + 1] == 0x0A { return end + 2 }
    return nil
  }

  private mutating func mark(_ run: ClosedRange<Int>, _ line: Range<Int>) {
    let indentation = line.lowerBound..<sequence.tags[run.lowerBound].range.lowerBound
    for index in run {
      textEnds[index] = index == run.lowerBound ? line.lowerBound : sequence.text(before: index).lowerBound
      textStarts[index] =
        index == run.upperBound ? line.upperBound : sequence.text(before: index + 1).upperBound
      indentations[index] = indentation
    }
  }
}
