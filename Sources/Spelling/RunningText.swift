import Diagnosing
import Reading

/// A word with its place in a file.
struct RunningWord {
  let text: String
  let range: Range<Int>
}

/// Finds the words of running text in Markdown: none of code, links' addresses, HTML or comments.
struct RunningText {
  private let file: SourceFile
  /// The words of fenced blocks whose lines are text.
  private let textBlocks: (String) -> Bool
  private(set) var words: [RunningWord] = []

  /// - Parameter textBlocks: whether a fenced block with an info string holds text.
  init(_ file: SourceFile, textBlocks: @escaping (String) -> Bool = { _ in false }) {
    self.file = file
    self.textBlocks = textBlocks
  }

  // MARK: Lines

  /// Takes the words of a body, line by line.
  mutating func read(body: Range<Int>) {
    var fence: (mark: UInt8, count: Int, isText: Bool)?
    // Whether an indented line would be code: after a blank line or more code, not within a paragraph.
    var mayBeCode = true
    var isInList = false
    var start = body.lowerBound
    while start < body.upperBound {
      let line = file.lineRange(at: start)
      let end = min(line.upperBound, body.upperBound)
      let text = file.bytes[start..<end].drop { $0 == 0x20 || $0 == 0x09 }
      let indent = text.startIndex - start
      let marks = text.prefix { $0 == 0x60 || $0 == 0x7E }.count
      if let open = fence {
        if marks >= open.count, text.first == open.mark {
          fence = nil
        } else if open.isText {
          read(line: start..<end)
        }
      } else if marks >= 3, let mark = text.first {
        let info = file.text(text.startIndex + marks..<end).prefix { $0 != "\r" }
        fence = (mark, marks, textBlocks(info.split(separator: " ").first.map(String.init) ?? ""))
        mayBeCode = true
      } else if !(indent >= 4 && mayBeCode && !isInList) {
        mayBeCode = text.allSatisfy { $0 <= 0x20 }
        if indent == 0, !text.isEmpty { isInList = isItem(text) }
        if !isDefinition(text) { read(line: start..<end, across: body.upperBound) }
      }
      start = max(end, start) + 1
    }
  }

  private func isItem(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    return [0x2D, 0x2A, 0x2B].contains(first) || first &- 0x30 < 10
  }

  /// `[name]: address`
  private func isDefinition(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == 0x5B, let close = text.firstIndex(of: 0x5D), close + 1 < text.endIndex else { return false }
    return file.bytes[close + 1] == 0x3A
  }

  // MARK: Words

  private var skipsTo = 0

  /// Takes the words of a line, or of a value of the front matter.
  ///
  /// - Parameter limit: how far a comment may go on after the line.
  mutating func read(line: Range<Int>, across limit: Int? = nil) {
    var index = max(line.lowerBound, skipsTo)
    while index < line.upperBound {
      switch file.bytes[index] {
      case 0x60: index = afterCode(index, line.upperBound)
      case 0x3C: index = afterTag(index, line.upperBound, limit ?? line.upperBound)
      case 0x5D where byte(index + 1) == 0x28: index = afterAddress(index + 2, line.upperBound)
      case 0x26: index = afterEntity(index, line.upperBound)
      case let byte where isLetter(byte) || byte &- 0x30 < 10: index = readChunk(index, line.upperBound)
      default: index += 1
      }
    }
    skipsTo = max(skipsTo, index)
  }

  private func byte(_ index: Int) -> UInt8 { index < file.bytes.count ? file.bytes[index] : 0 }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0xC3 }

  private func afterCode(_ start: Int, _ end: Int) -> Int {
    var open = start
    while open < end, file.bytes[open] == 0x60 { open += 1 }
    var index = open
    while index < end {
      var run = index
      while run < end, file.bytes[run] == 0x60 { run += 1 }
      if run - index == open - start { return run }
      index = max(run, index + 1)
    }
    return open
  }

  private func afterTag(_ start: Int, _ end: Int, _ limit: Int) -> Int {
    if byte(start + 1) == 0x21, byte(start + 2) == 0x2D {
      var index = start + 4
      while index + 2 < limit {
        if file.bytes[index] == 0x2D, file.bytes[index + 1] == 0x2D, file.bytes[index + 2] == 0x3E { return index + 3 }
        index += 1
      }
      return limit
    }
    return file.bytes[start..<end].firstIndex(of: 0x3E).map { $0 + 1 } ?? start + 1
  }

  private func afterAddress(_ start: Int, _ end: Int) -> Int {
    var depth = 1
    for index in start..<max(start, end) {
      if file.bytes[index] == 0x28 { depth += 1 }
      if file.bytes[index] == 0x29 { depth -= 1 }
      if depth == 0 { return index + 1 }
    }
    return end
  }

  private func afterEntity(_ start: Int, _ end: Int) -> Int {
    let name = file.bytes[(start + 1)..<end].prefix { ($0 | 0x20) &- 0x61 < 26 || $0 == 0x23 || $0 &- 0x30 < 10 }
    return byte(name.endIndex) == 0x3B ? name.endIndex + 1 : start + 1
  }

  /// Takes the words up to the next blank or bracket, unless they are an address, a file's name or a code.
  private mutating func readChunk(_ start: Int, _ end: Int) -> Int {
    var limit = start
    while limit < end, !isBreak(file.bytes[limit]) { limit += 1 }
    let chunk = file.bytes[start..<limit]
    if isAddress(chunk) || isCode(chunk) { return max(limit, start + 1) }
    var index = start
    while index < limit {
      if isLetter(file.bytes[index]), scalar(at: index).properties.isAlphabetic {
        let word = word(from: index, limit)
        take(word)
        index = max(word.upperBound, index + 1)
      } else {
        index += 1
      }
    }
    return max(limit, start + 1)
  }

  private func isBreak(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x22, 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x60, 0x7C: true
    default: false
    }
  }

  /// `www.esimerkki.fi`, `etu.suku@esimerkki.fi`, `kuva.png`, `https://…`.
  private func isAddress(_ chunk: ArraySlice<UInt8>) -> Bool {
    for index in chunk.indices {
      if chunk[index] == 0x40 { return true }
      if chunk[index] == 0x3A, index + 2 < chunk.endIndex, chunk[index + 1] == 0x2F, chunk[index + 2] == 0x2F {
        return true
      }
      if chunk[index] == 0x2E, index > chunk.startIndex, index + 1 < chunk.endIndex, isLetter(chunk[index + 1]),
        isLetter(chunk[index - 1]) || chunk[index - 1] >= 0x80
      {
        return true
      }
    }
    return false
  }

  /// Letters, with hyphens, colons and apostrophes between them.
  private func word(from start: Int, _ limit: Int) -> Range<Int> {
    var end = start
    var index = start
    while index < limit {
      let scalar = scalar(at: index)
      let length = scalar.utf8.count
      if scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark {
        index += length
        end = index
      } else if ["-", ":", "'", "’", "\u{AD}"].contains(scalar) {
        index += length
      } else {
        break
      }
    }
    return start..<end
  }

  private func scalar(at index: Int) -> Unicode.Scalar {
    file.text(index..<min(index + 4, file.bytes.count)).unicodeScalars.first ?? " "
  }

  /// `muistio_pohja`
  private func isCode(_ chunk: ArraySlice<UInt8>) -> Bool {
    chunk.indices.contains { index in
      chunk[index] == 0x5F && index > chunk.startIndex && index + 1 < chunk.endIndex
        && (isLetter(chunk[index - 1]) || chunk[index - 1] &- 0x30 < 10)
        && (isLetter(chunk[index + 1]) || chunk[index + 1] &- 0x30 < 10)
    }
  }

  /// Takes a word that stands alone: what a hyphen or a colon ties to a figure or a sign is an ending of it. The
  /// hyphen of a part of a compound (`esi- ja perusopetus`) belongs to it.
  private mutating func take(_ word: Range<Int>) {
    guard word.count > 1 else { return }
    let before = word.lowerBound > 0 ? file.bytes[word.lowerBound - 1] : 0x20
    if before &- 0x30 < 10 { return }
    let isTied = before == 0x2D || before == 0x3A || before == 0x27
    if isTied, word.lowerBound > 1, file.bytes[word.lowerBound - 2] > 0x20 { return }
    let after = byte(word.upperBound)
    if after &- 0x30 < 10 { return }
    let isPart = after == 0x2D && !isLetter(byte(word.upperBound + 1))
    let text = file.text(word).filter { $0 != "\u{AD}" }
    words.append(RunningWord(text: isPart ? text + "-" : text, range: word))
  }
}
