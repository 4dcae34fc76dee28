import Diagnosing

/// Says in an editor's words what libyaml could not read.
///
/// libyaml's own mark is often far from the mistake, so the lines before it are looked through for the
/// classic ones. This runs only after a fault, so it may take its time.
struct YAMLFaultFinder {
  let file: SourceFile
  let range: Range<Int>

  func diagnostic(for fault: YAMLFault) -> Diagnostic {
    switch fault {
    case .syntax(let problem, let context, let at, let contextAt):
      return syntax(problem: problem, context: context, at: at, contextAt: contextAt)
    case .anchor(let range), .alias(let range), .tag(let range):
      return anchored(at: range.lowerBound)
    case .secondDocument(let range):
      return found(YAMLRules.secondDocument, range)
    case .unterminatedQuote(let at):
      return unterminatedQuote(at: at)
    case .keyNotText(let range):
      return found(YAMLRules.keyNotText, range)
    case .tooDeep(let range), .tooMany(let range):
      return found(YAMLRules.tooLarge, range.lowerBound..<min(range.upperBound, range.lowerBound + 1))
    }
  }

  private func syntax(problem: String, context: String, at: Int, contextAt: Int) -> Diagnostic {
    if context.contains("quoted scalar") {
      return unterminatedQuote(at: contextAt)
    }
    if context.contains("anchor") || context.contains("alias") || context.contains("tag") {
      return anchored(at: contextAt)
    }
    if let classic = classicMistake(upTo: at) { return classic }
    if context.contains("flow sequence") || context.contains("flow mapping") {
      return found(YAMLRules.unclosedBracket, contextAt..<contextAt + 1)
    }
    if problem.contains("mapping values are not allowed") {
      return unquotedColon(at: at)
    }
    if at < range.upperBound, problem.contains("cannot start any token") || problem.contains("block scalar") {
      let value = at..<lineEnd(at)
      return found(
        YAMLRules.specialCharacter, at..<at + 1,
        fix: Fix(replacing: value, with: quoted(file.text(value))))
    }
    if let quote = closingQuote(before: at) {
      return found(YAMLRules.textAfterQuote, at..<lineEnd(at), noteAt: quote)
    }
    return found(YAMLRules.syntax, at..<max(at, lineEnd(at)))
  }

  private func anchored(at: Int) -> Diagnostic {
    let value = at..<lineEnd(at)
    return found(
      YAMLRules.anchor, at..<min(at + 1, range.upperBound),
      fix: Fix(replacing: value, with: quoted(file.text(value))))
  }

  /// Tabs, lines without a field's name and forgotten quotes, whichever stands first.
  private func classicMistake(upTo end: Int) -> Diagnostic? {
    var openBracket = false
    var blockIndent: Int? = nil
    for line in lines(upTo: end) {
      let text = file.text(line)
      let indent = text.utf8.prefix { $0 == 0x20 }.count
      let trimmed = text.utf8.dropFirst(indent)
      if let first = trimmed.first, first == 0x09, blockIndent == nil {
        let at = line.lowerBound + indent
        return found(YAMLRules.tabIndent, at..<at + 1, fix: Fix(replacing: at..<at + 1, with: "  "))
      }
      if trimmed.isEmpty || trimmed.first == 0x23 { continue }
      if let block = blockIndent {
        if indent > block { continue }
        blockIndent = nil
      }
      let value = valueStart(in: line)
      if !openBracket, let value, value < line.upperBound {
        let quote = file.bytes[value]
        if quote == 0x22 || quote == 0x27, !closes(quote, from: value + 1, to: line.upperBound),
          nextLineIsKey(after: line)
        {
          return unterminatedQuote(at: value)
        }
        if quote == 0x7C || quote == 0x3E { blockIndent = indent }
        if quote == 0x5B || quote == 0x7B {
          openBracket = !file.text(value..<line.upperBound).utf8.contains(quote + 2)
        }
      } else if openBracket, trimmed.contains(0x5D) || trimmed.contains(0x7D) {
        openBracket = false
      } else if !openBracket, indent == 0, value == nil, trimmed.first != 0x2D {
        return lineWithoutKey(line)
      }
    }
    return nil
  }

  private func lineWithoutKey(_ line: Range<Int>) -> Diagnostic? {
    let bytes = file.bytes[line]
    let startsQuoted = bytes.first == 0x22 || bytes.first == 0x27 || bytes.first == 0x5D || bytes.first == 0x7D
    if startsQuoted { return nil }
    if let colon = bytes.firstIndex(of: 0x3A), colon - line.lowerBound < 60, colon + 1 < line.upperBound,
      bytes[colon + 1] != 0x2F
    {
      return found(
        YAMLRules.missingSpace, line.lowerBound..<colon + 1,
        fix: Fix(replacing: colon + 1..<colon + 1, with: " "))
    }
    return found(YAMLRules.notAKey, line)
  }

  private func unquotedColon(at: Int) -> Diagnostic {
    let line = file.lineRange(at: at)
    guard let value = valueStart(in: line), value < at else { return found(YAMLRules.syntax, at..<at + 1) }
    return found(
      YAMLRules.unquotedColon, at..<min(at + 1, range.upperBound),
      fix: Fix(replacing: value..<trimmed(line).upperBound, with: quoted(file.text(value..<trimmed(line).upperBound))))
  }

  private func unterminatedQuote(at: Int) -> Diagnostic {
    let end = trimmed(at..<lineEnd(at)).upperBound
    let quote = file.text(at..<min(at + 1, range.upperBound))
    return found(
      YAMLRules.unterminatedQuote, at..<end, fix: Fix(replacing: end..<end, with: quote))
  }

  // MARK: Lines

  private func lines(upTo end: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound, start <= end {
      let line = file.lineRange(at: start)
      lines.append(line.lowerBound..<min(line.upperBound, range.upperBound))
      start = line.upperBound + 1
      if start < range.upperBound, file.bytes[start - 1] == 0x0D, file.bytes[start] == 0x0A { start += 1 }
    }
    return lines
  }

  /// Where the value of a `key: value` or `- value` line starts; the line's end where it has none.
  private func valueStart(in line: Range<Int>) -> Int? {
    let bytes = file.bytes
    var index = line.lowerBound
    while index < line.upperBound, bytes[index] == 0x20 || bytes[index] == 0x2D { index += 1 }
    let dash = index > line.lowerBound && bytes[line.lowerBound..<index].contains(0x2D)
    let start = index
    while index < line.upperBound {
      if bytes[index] == 0x3A, index + 1 >= line.upperBound || bytes[index + 1] == 0x20 {
        index += 1
        while index < line.upperBound, bytes[index] == 0x20 { index += 1 }
        return index
      }
      index += 1
    }
    return dash ? start : nil
  }

  private func closes(_ quote: UInt8, from start: Int, to end: Int) -> Bool {
    start < end && file.bytes[start..<end].contains(quote)
  }

  private func nextLineIsKey(after line: Range<Int>) -> Bool {
    guard let next = lines(upTo: range.upperBound).first(where: { $0.lowerBound > line.lowerBound }) else {
      return true
    }
    return valueStart(in: next) != nil
  }

  private func closingQuote(before at: Int) -> Int? {
    let line = file.lineRange(at: at)
    var index = at - 1
    while index > line.lowerBound, file.bytes[index] == 0x20 { index -= 1 }
    return index > line.lowerBound && (file.bytes[index] == 0x22 || file.bytes[index] == 0x27) ? index : nil
  }

  private func lineEnd(_ offset: Int) -> Int {
    max(offset, min(file.lineRange(at: offset).upperBound, range.upperBound))
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, file.bytes[end - 1] == 0x20 || file.bytes[end - 1] == 0x09 { end -= 1 }
    return range.lowerBound..<end
  }

  private func quoted(_ text: String) -> String {
    let inner = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(String(inner.reversed().drop { $0 == " " }.reversed()))\""
  }

  private func found(_ rule: Rule, _ place: Range<Int>, fix: Fix? = nil, noteAt: Int? = nil) -> Diagnostic {
    let place = place.clamped(to: range.lowerBound..<max(range.upperBound, range.lowerBound))
    return Diagnostic(rule, in: file, at: place, rule.title, notes: [rule.explanation], fix: fix)
  }
}
