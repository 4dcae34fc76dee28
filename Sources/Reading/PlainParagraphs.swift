import Diagnosing

/// The paragraphs of a Markdown text that hold no markup, which are told from the bytes alone.
///
/// They are two thirds of a description, and libcmark takes as long over them as over any other text. It is therefore
/// shown a ruler, `***`, in the place of each, which is a block of its own like a paragraph but has nothing inside; it
/// tells what the text is made of, and what was written goes straight into the HTML.
///
/// ```swift
/// // Kahdeksan luokkaa.        ← plain, line 1
/// //
/// // Koko *koulu*.
/// ```
///
/// Only what cannot be anything else is taken (CommonMark 0.30): lines between empty ones, all of which begin with a letter
/// and hold no mark. They close every quote and list that is open. Code between fences at the start of a line is passed
/// over; where anything else begins that can reach over an empty line, raw HTML or an indented fence, the rest is left to
/// libcmark.
struct PlainParagraphs {
  struct Paragraph {
    /// Its first line's number, from 1, as libcmark counts.
    let line: Int
    let lineCount: Int
    /// From its first letter to its last line's end.
    let words: Range<Int>
  }

  private(set) var all: [Paragraph] = []
  private let lines: LineTable

  init(in lines: LineTable) {
    self.lines = lines
    // A mark of byte order, which libcmark passes over, may stand before raw HTML.
    if lines.bytes[lines.range].first == 0xEF { return }
    var isAfterEmpty = true
    var index = 0
    while index < lines.starts.count {
      let line = content(index)
      var next = index + 1
      if isAfterEmpty, let count = paragraph(at: index) {
        next = index + count
        let words = line.lowerBound..<content(next - 1).upperBound
        all.append(Paragraph(line: index + 1, lineCount: count, words: words))
      } else if mayReachOverEmptyLines(line) {
        guard let end = pastFence(at: index) else { return }
        next = end
      }
      isAfterEmpty = line.isEmpty
      index = next
    }
  }

  /// A line without its end.
  private func content(_ index: Int) -> Range<Int> {
    let start = lines.starts[index]
    let next = index + 1
    return start..<(next < lines.starts.count ? lines.starts[next] - 1 : lines.range.upperBound)
  }

  private func isEmptyOrEnd(_ index: Int) -> Bool { index >= lines.starts.count || content(index).isEmpty }

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

  /// Of ASCII, or one that begins as `ä` does.
  private func beginsWithLetter(_ line: Range<Int>) -> Bool {
    guard let place = line.first else { return false }
    return (lines.bytes[place] | 0x20) &- 0x61 < 26 || lines.bytes[place] == 0xC3
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
