import Cataloguing

/// Where the platform's labels stand on a page.
struct LabelMarks {
  struct Mark: Sendable {
    let line: Int
    let label: PlatformLabels.Label
  }

  /// In the order of lines; a label that is printed twice over counts once.
  private(set) var marks: [Mark] = []
  /// By line: whether it is a label, or one that is printed again.
  private(set) var isLabel: [Bool]
  /// By line: whether it belongs to the site around the description.
  let isChrome: [Bool]
  /// Lines with words, in order, those of the site around the description left out.
  let textLines: [Int]
  /// How many lines before each hold words of the description itself.
  private var wordsBefore: [Int] = [0]

  private let page: Page
  private let labels: PlatformLabels
  private let forms: ValueForms

  init(_ page: Page, labels: PlatformLabels, forms: ValueForms) {
    self.page = page
    self.labels = labels
    self.forms = forms
    isLabel = page.lines.map { _ in false }
    let possible = LabelMarks.possible(page, labels)
    let isChrome = ChromeElements.lines(page, possible)
    self.isChrome = isChrome
    textLines = page.lines.indices.filter { page.lines[$0].hasWords && !isChrome[$0] }
    accept(possible.filter { !isChrome[$0.line] })
    for index in page.lines.indices { wordsBefore.append(wordsBefore[index] + (isContent(index) ? 1 : 0)) }
  }

  /// Whether a line holds words that are neither a label nor the site's.
  func isContent(_ line: Int) -> Bool { page.lines[line].hasWords && !isLabel[line] && !isChrome[line] }

  /// Whether a line is the name of a label, as in a table of contents.
  func isName(_ line: Int) -> Bool { labels.label(InlineNotation.words(of: page.lines[line].text)) != nil }

  func holdsContent(_ lines: Range<Int>) -> Bool {
    wordsBefore[lines.upperBound] > wordsBefore[lines.lowerBound]
  }

  /// Every line that consists of a label.
  private static func possible(_ page: Page, _ labels: PlatformLabels) -> [Mark] {
    page.lines.indices.compactMap { index in
      let line = page.lines[index]
      guard line.hasWords, !isListItem(line, page) else { return nil }
      let words = line.text.utf8.first == 0xE2 ? InlineNotation.words(of: line.text) : line.text
      return labels.label(words).map { Mark(line: index, label: $0) }
    }
  }

  /// Items of a list are its words, and not labels; but a list may hold boxes of fields.
  private static func isListItem(_ line: PageLine, _ page: Page) -> Bool {
    guard case .item = line.kind else { return false }
    return line.element == 0 || page.elements[line.element].shape.hasPrefix("li.")
  }

  // MARK: Labels by their surroundings

  private mutating func accept(_ possible: [Mark]) {
    var labelOfLine: [PlatformLabels.Label?] = page.lines.map { _ in nil }
    for mark in possible { labelOfLine[mark.line] = mark.label }
    // The last of a label's repetitions in a row, by the position of each.
    var lastOfRun = Array(textLines.indices)
    for position in textLines.indices.dropLast().reversed() {
      let label = labelOfLine[textLines[position]]
      if label != nil, labelOfLine[textLines[position + 1]] == label { lastOfRun[position] = lastOfRun[position + 1] }
    }
    // A date's label without a date after it tells nothing about the lines before.
    for position in textLines.indices {
      guard let label = labelOfLine[textLines[position]], [.field(.created), .field(.modified)].contains(label),
        let next = textLines[(lastOfRun[position] + 1)...].first, labelOfLine[next] == nil
      else { continue }
      if !forms.isDate(page.lines[next].text) { labelOfLine[textLines[position]] = nil }
    }
    var position = 0
    var filled: Set<PlatformLabels.Label> = []
    var isAmongSections = false
    for mark in possible {
      while textLines[position] < mark.line { position += 1 }
      let previous = marks.last
      let before = position > 0 ? textLines[position - 1] : -1
      let hasTextBetween = previous.map { before > $0.line && !isLabel[before] } ?? true
      if !hasTextBetween, previous?.label == mark.label {
        isLabel[mark.line] = true
        continue
      }
      let next = Following(
        position: lastOfRun[position], textLines: textLines, labelOfLine: labelOfLine, page: page)
      guard isLabel(mark, next, filled, isAmongSections: isAmongSections) else { continue }
      if hasTextBetween, let previous { filled.insert(previous.label) }
      let isOfCover = mark.label == .caption && previous?.label == .field(.cover)
      marks.append(isOfCover ? Mark(line: mark.line, label: .coverCaption) : mark)
      isLabel[mark.line] = true
      switch mark.label {
      case .section: isAmongSections = true
      case .group, .field(.title), .field(.summary), .field(.region), .field(.funder): isAmongSections = false
      default: break
      }
    }
  }

  /// What follows a label.
  private struct Following {
    let position: Int
    let textLines: [Int]
    let labelOfLine: [PlatformLabels.Label?]
    let page: Page

    /// The line a number of places on; nil past the end and where a label stands that is no common word.
    func text(_ offset: Int) -> String? {
      let place = position + offset
      guard place < textLines.count, labelOfLine[textLines[place]]?.isCommonWord ?? true else { return nil }
      return page.lines[textLines[place]].text
    }

    /// Whether at most so many lines stand before the next label or the end.
    func isShort(_ count: Int) -> Bool { (1...count + 1).contains { text($0) == nil } }

    /// Whether a label comes at once.
    var isLabel: Bool { position + 1 < textLines.count && labelOfLine[textLines[position + 1]] != nil }
  }

  private func isLabel(
    _ mark: Mark, _ next: Following, _ filled: Set<PlatformLabels.Label>, isAmongSections: Bool
  ) -> Bool {
    let line = page.lines[mark.line]
    switch mark.label {
    case .section:
      // A paragraph that repeats a heading is a paragraph; an element of its own may be the heading at last.
      let isParagraph = line.element == 0 || page.elements[line.element].shape.hasPrefix("p.")
      return !(isParagraph && filled.contains(mark.label))
    case .group: return next.isLabel
    case .field(.created), .field(.modified):
      return !isAmongSections || next.text(1).map(forms.isDate) == true
    case .field(.stage):
      guard isAmongSections, let value = next.text(1) else { return true }
      return forms.isStage(value) || value.utf8.count <= 40 && !value.hasSuffix(".")
    case .caption:
      return !isAmongSections || [.field(.image), .field(.cover)].contains(marks.last?.label)
    case .field(.cover): return !isAmongSections || next.isShort(3)
    case let label where label.isCommonWord && isAmongSections && !line.text.utf8.contains(0x20):
      return next.isShort(1) && (next.text(1)?.utf8.count ?? 0) <= 200
    default: return true
    }
  }
}

extension PageLine {
  /// Whether it is text that a reader sees.
  var hasWords: Bool {
    switch kind {
    case .text, .heading, .item: true
    case .blank, .image, .address: false
    }
  }
}

/// Which lines of a saved page belong to the site around the description.
enum ChromeElements {
  static func lines(_ page: Page, _ marks: [LabelMarks.Mark]) -> [Bool] {
    let count = page.lines.count
    var cores = [Int](repeating: 0, count: count + 1)
    var titles = cores
    var isMark = [Bool](repeating: false, count: count)
    for mark in marks {
      isMark[mark.line] = true
      if mark.label.isCore { cores[mark.line + 1] += 1 }
      if mark.label == .field(.title) { titles[mark.line + 1] += 1 }
    }
    for index in 0..<count {
      cores[index + 1] += cores[index]
      titles[index + 1] += titles[index]
    }
    // The next line with words at or after each line.
    var nextWords = [Int](repeating: count, count: count + 1)
    for index in page.lines.indices.reversed() {
      nextWords[index] = page.lines[index].hasWords ? index : nextWords[index + 1]
    }
    var edges = [Int](repeating: 0, count: count + 1)
    for element in page.elements where element.chrome != .never {
      let range = element.lines
      let holdsTitle = titles[range.upperBound] > titles[range.lowerBound]
      let holdsCore = cores[range.upperBound] > cores[range.lowerBound]
      let first = nextWords[range.lowerBound]
      let isBoxOfFields = first < range.upperBound && isMark[first]
      if element.chrome == .unlessWhole ? holdsTitle : holdsCore || isBoxOfFields { continue }
      edges[range.lowerBound] += 1
      edges[range.upperBound] -= 1
    }
    var depth = 0
    return (0..<count).map { index in
      depth += edges[index]
      return depth > 0
    }
  }
}
