import Diagnosing

/// What libyaml's own words and marks tell of a fault.
extension YAMLFaultFinder {
  func syntax(problem: String, context: String, at: Int, contextAt: Int) -> Diagnostic {
    if context.contains("quoted scalar") {
      let isEscape = problem.contains("escape") || problem.contains("hexdecimal")
      return isEscape ? backslash(before: at) : unterminatedQuote(at: contextAt)
    }
    if context.contains("alias"), let field = fieldInBold(at: contextAt) { return field }
    if context.contains("alias"), let starred = starredItems(at: contextAt) { return starred }
    if context.contains("anchor") || context.contains("alias") || context.contains("tag") {
      return reference(at: contextAt)
    }
    if let classic = ClassicMistake(lines).first(upTo: at) { return diagnostic(for: classic) }
    if context.contains("block scalar") { return textAfterFold(at: contextAt) ?? specialCharacter(at: contextAt) }
    if context.contains("flow") { return unclosedBracket(at: contextAt) }
    if context.contains("simple key"), let index = lines.index(at: contextAt),
      let fault = lineWithoutKey(lines.all[index])
    {
      return fault
    }
    if problem.contains("mapping values are not allowed") { return strayColon(at: at) }
    if problem.contains("<document start>") { return outsideFields(at: at) }
    if let quote = closingQuote(before: at) {
      return found(YAMLRules.textAfterQuote, at..<max(at, lines.trimmed(quote..<lineEnd(at)).upperBound))
    }
    if lines.strangeBlank(at: at) > 0 { return strangeBlank(at: at) }
    if problem.contains("not allowed in this context") || problem.contains("cannot start any token")
      || problem.contains("node content")
    {
      return specialCharacter(at: at)
    }
    return misplaced(at: at)
  }

  private func diagnostic(for mistake: ClassicMistake.Kind) -> Diagnostic {
    switch mistake {
    case .strangeBlank(let at): strangeBlank(at: at)
    case .unterminatedQuote(let at): unterminatedQuote(at: at)
    case .unclosedBracket(let at): unclosedBracket(at: at)
    case .textAfterBracket(let at): bracketedText(at: at)
    case .lineWithoutKey(let line):
      lineWithoutKey(line) ?? found(YAMLRules.notAKey, line.start..<line.range.upperBound)
    }
  }

  private func backslash(before at: Int) -> Diagnostic {
    let end = min(at + 1, range.upperBound)
    let place = file.bytes[range.lowerBound..<end].lastIndex(of: 0x5C).map { $0..<$0 + 1 } ?? at..<end
    return found(YAMLRules.backslash, place, fix: Fix(replacing: place, with: "\\\\"))
  }

  private func closingQuote(before at: Int) -> Int? {
    let line = file.lineRange(at: at)
    var index = at - 1
    while index > line.lowerBound, file.bytes[index] == 0x20 { index -= 1 }
    return index > line.lowerBound && (file.bytes[index] == 0x22 || file.bytes[index] == 0x27) ? index : nil
  }

  /// Fields after `...`, or a first field that is indented more than the others.
  private func outsideFields(at: Int) -> Diagnostic {
    if let index = lines.index(at: at), let end = lines.all[..<index].last(where: isDocumentEnd) {
      return found(YAMLRules.secondDocument, end.range)
    }
    guard let first = lines.all.first(where: { !$0.isBlank && file.bytes[$0.start] != 0x23 }), first.start < at else {
      return misplaced(at: at)
    }
    return file.bytes[first.start] == 0x25 ? specialCharacter(at: first.start) : misplaced(at: first.start)
  }
}
