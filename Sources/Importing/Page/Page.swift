import Diagnosing

/// A page of the platform, as lines of text and the elements that they stand in.
struct Page: Sendable {
  let file: SourceFile
  var lines: [PageLine] = []
  /// The first is the whole page. Copied text has no other.
  var elements: [Element] = [Element(parent: 0)]

  /// A block-level element of a saved page.
  struct Element: Sendable {
    let parent: Int
    /// The lines within it.
    var lines = 0..<0
    var chrome = Chrome.never
    /// The tag with the first of its classes: wrappers of fields are alike in these.
    var shape = ""
  }

  /// What an element's tag, role and classes say of whether it belongs to the site and not to the model.
  enum Chrome: Sendable {
    case never
    /// Unless a part of the description stands in it, or it is a box of fields.
    case unlessDescribing
    /// Unless the model's name stands in it.
    case unlessWhole
  }

  /// Whether an offset of `lines` stands within an element.
  func isLine(_ line: Int, in element: Int) -> Bool { elements[element].lines.contains(line) }

  /// An element and those around it, from the innermost to the whole page.
  func ancestors(of element: Int) -> [Int] {
    var path = [element]
    var current = element
    while current != 0 {
      current = elements[current].parent
      path.append(current)
    }
    return path
  }
}

extension Page {
  /// Lines of copied text.
  init(text file: SourceFile, _ labels: PlatformLabels) {
    self.init(file: file)
    var start = file.contentStart
    while start < file.bytes.count {
      var end = start
      while end < file.bytes.count, file.bytes[end] != 0x0A, file.bytes[end] != 0x0D { end += 1 }
      let range = start..<end
      append(PageLine(reading: file.text(range), range: trimmed(range), element: 0), labels)
      start = end + 1
    }
    elements[0].lines = 0..<lines.count
  }

  /// Adds a line, but no second blank one after another.
  mutating func append(_ line: PageLine) {
    if line.kind == .blank, lines.last.map({ $0.kind == .blank }) ?? true { return }
    lines.append(line)
  }

  /// Adds a line, as two where it is a label with its value: `Luotu: 3.5.2024`.
  mutating func append(_ line: PageLine, _ labels: PlatformLabels) {
    guard line.kind == .text, let value = labels.value(in: line.text) else { return append(line) }
    var label = line
    label.text = String(line.text.prefix { $0 != ":" })
    append(label)
    var rest = line
    rest.text = value
    append(rest)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, file.bytes[start] <= 0x20 { start += 1 }
    while end > start, file.bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }
}
