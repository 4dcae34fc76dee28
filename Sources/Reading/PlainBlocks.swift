import Diagnosing

/// The blocks of a Markdown text that hold no markup, which are told from the bytes alone.
///
/// Most of a description is such, and libcmark takes as long over it as over any other text. It is therefore shown one
/// ruler in the place of all that stand together, which is a block too but has nothing inside; it tells what the rest
/// is made of, and what was written here goes straight into the HTML.
///
/// ```swift
/// // ## Ratkaisun perusidea    ← a plain heading    shown: ***
/// //
/// // Yhdessä.                  ← a plain paragraph
/// //
/// // Koko *koulu*.                                  shown: Koko *koulu*.
/// ```
///
/// Only what cannot be anything else is taken (CommonMark 0.30), all of it at the start of its line, where it closes
/// every quote and list that is open. Code between fences at the start of a line is passed over; where anything else
/// begins that can reach over an empty line, raw HTML or an indented fence, the rest is left to libcmark. The text is
/// UTF-8: of other bytes libcmark takes none for a fence's name.
struct PlainBlocks {
  struct Block {
    enum Kind: Equatable {
      /// Lines between empty ones that begin with a letter.
      case paragraph
      case heading(level: Int)
      /// Items of one line each, between empty lines, with no other list beside them that they might belong to.
      case list
    }

    let kind: Kind
    let lineCount: Int
    /// Of a paragraph and a heading the words, of a list its lines; without the last line's end.
    let range: Range<Int>
  }

  /// Blocks with nothing but empty lines between them.
  struct Run {
    /// The number of the line that stands for them, from 1, as libcmark counts.
    let line: Int
    /// From the first one's first byte to the start of the line after the last and the empty ones there.
    fileprivate(set) var range: Range<Int>
    fileprivate(set) var blocks: [Block]
  }

  private(set) var runs: [Run] = []
  /// Where the lines that libcmark is shown start.
  private(set) var shownLines: [Int] = []
  private let lines: LineTable

  /// No blocks: libcmark is shown all.
  init(noneIn lines: LineTable) {
    self.lines = lines
    shownLines = lines.starts
  }

  init(in lines: LineTable) {
    self.lines = lines
    // A mark of byte order, which libcmark passes over, may stand before raw HTML.
    if lines.bytes[lines.range].first == 0xEF {
      shownLines = lines.starts
      return
    }
    shownLines.reserveCapacity(lines.starts.count)
    // Whether a block may begin that does not end another, whether no list can be open, whether a run goes on.
    var (isFresh, hasNoList, isInRun) = (true, true, false)
    var index = 0
    while index < lines.starts.count {
      var next = index + 1
      if content(index).isEmpty {
        isFresh = true
      } else if let block = block(at: index, isFresh: isFresh, hasNoList: hasNoList) {
        next = index + block.lineCount
        if !isInRun {
          shownLines.append(lines.starts[index])
          runs.append(Run(line: shownLines.count, range: lines.starts[index]..<start(next), blocks: []))
        }
        runs[runs.count - 1].blocks.append(block)
        (isFresh, hasNoList, isInRun) = (block.kind != .paragraph, block.kind != .list, true)
      } else if mayReachOverEmptyLines(content(index)) {
        guard let end = pastFence(at: index) else { break }
        next = end
        (isFresh, hasNoList, isInRun) = (true, true, false)
      } else {
        (isFresh, hasNoList, isInRun) = (false, false, false)
      }
      if isInRun {
        runs[runs.count - 1].range = runs[runs.count - 1].range.lowerBound..<start(next)
      } else {
        shownLines += lines.starts[index..<next]
      }
      index = next
    }
    shownLines += lines.starts[index...]
  }

  private func block(at index: Int, isFresh: Bool, hasNoList: Bool) -> Block? {
    if let level = headingLevel(index) {
      return Block(
        kind: .heading(level: level), lineCount: 1, range: content(index).dropFirst(level + 1))
    }
    guard isFresh, let count = paragraph(at: index) ?? (hasNoList ? list(at: index) : nil) else { return nil }
    return Block(
      kind: isItem(content(index)) ? .list : .paragraph, lineCount: count,
      range: lines.starts[index]..<content(index + count - 1).upperBound)
  }

  /// The level of a line that is a heading; nil where it is not, or not plain.
  private func headingLevel(_ index: Int) -> Int? {
    let line = content(index)
    let level = run(of: 0x23, in: line)
    let words = line.dropFirst(level + 1)
    guard (1...6).contains(level), beginsWithLetter(words), lines.bytes[words.lowerBound - 1] == 0x20, isPlain(words),
      !lines.bytes[words].contains(0x23)
    else { return nil }
    return level
  }

  /// How many lines the paragraph that starts at a line has; nil where one of them is not plain.
  private func paragraph(at start: Int) -> Int? {
    var index = start
    repeat {
      let line = content(index)
      guard beginsWithLetter(line), isPlain(line) else { return nil }
      index += 1
    } while !isEmptyOrEnd(index)
    return index - start
  }

  /// How many items the list that starts at a line has, if nothing after it can belong to it.
  private func list(at start: Int) -> Int? {
    var index = start
    repeat {
      let line = content(index)
      guard isItem(line), isPlain(line.dropFirst(2)) else { return nil }
      index += 1
    } while !isEmptyOrEnd(index)
    var next = index
    while next < lines.starts.count, content(next).isEmpty { next += 1 }
    guard next == lines.starts.count || beginsWithLetter(content(next)) || lines.bytes[lines.starts[next]] == 0x23
    else { return nil }
    return index - start
  }

  // MARK: Lines

  /// Where a line starts; for the one after the last, where the text ends.
  private func start(_ index: Int) -> Int {
    index < lines.starts.count ? lines.starts[index] : lines.range.upperBound
  }

  /// A line without its end.
  private func content(_ index: Int) -> Range<Int> {
    let start = lines.starts[index]
    let next = index + 1
    return start..<(next < lines.starts.count ? lines.starts[next] - 1 : lines.range.upperBound)
  }

  private func isEmptyOrEnd(_ index: Int) -> Bool { index >= lines.starts.count || content(index).isEmpty }

  /// Of ASCII, or one that begins as `ä` does.
  private func beginsWithLetter(_ line: Range<Int>) -> Bool {
    guard let place = line.first else { return false }
    return (lines.bytes[place] | 0x20) &- 0x61 < 26 || lines.bytes[place] == 0xC3
  }

  private func isItem(_ line: Range<Int>) -> Bool {
    line.count > 2 && lines.bytes[line.lowerBound] == 0x2D && lines.bytes[line.lowerBound + 1] == 0x20
      && beginsWithLetter(line.dropFirst(2))
  }

  /// Whether nothing in a line, nor a space at its end, means anything to Markdown. A line feed ends it.
  private func isPlain(_ line: Range<Int>) -> Bool {
    let mark = lines.bytes.firstIndex(from: line.lowerBound) {
      $0.below(0x20) | $0.equal(to: 0x2A) | $0.equal(to: 0x5B, without: 4) | $0.equal(to: 0x5C) | $0.equal(to: 0x60)
        | $0.equal(to: 0x26) | $0.equal(to: 0x3C)
    }
    guard mark >= line.upperBound, lines.bytes[line.upperBound - 1] != 0x20 else { return false }
    return line.upperBound == lines.range.upperBound || lines.bytes[line.upperBound] == 0x0A
  }

  // MARK: What reaches over empty lines

  private func mayReachOverEmptyLines(_ line: Range<Int>) -> Bool {
    guard let first = line.first(where: { !LineTable.isBlank(lines.bytes[$0]) }) else { return false }
    return [0x3C, 0x60, 0x7E].contains(lines.bytes[first])
  }

  /// The line after the code that a fence at the start of a line opens; nil where it is no such fence.
  private func pastFence(at index: Int) -> Int? {
    let line = content(index)
    let mark = lines.bytes[line.lowerBound]
    let length = run(of: mark, in: line)
    guard mark == 0x60 || mark == 0x7E, length >= 3, !lines.bytes[line.dropFirst(length)].contains(0x60) else {
      return nil
    }
    for next in (index + 1)..<lines.starts.count {
      let indent = run(of: 0x20, in: content(next))
      let closing = content(next).dropFirst(indent)
      let count = run(of: mark, in: closing)
      if indent < 4, count >= length, lines.trimmed(closing.dropFirst(count)).isEmpty { return next + 1 }
    }
    return lines.starts.count
  }

  private func run(of mark: UInt8, in line: Range<Int>) -> Int { lines.bytes[line].prefix { $0 == mark }.count }
}
