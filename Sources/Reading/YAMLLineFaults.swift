import Diagnosing

/// Lines that are no field, stand at no depth where one can be, or begin a second document.
extension YAMLFaultFinder {
  /// A line that is no field, no list item and no continuation.
  func lineWithoutKey(_ line: YAMLLines.Line) -> Diagnostic? {
    if lines.value(of: line) != nil || line.isBlank { return nil }
    if let item = itemWithoutHyphen(line) { return item }
    if file.bytes[line.start] == 0x2D, !lines.bytes(of: line).allSatisfy({ $0 == 0x2D || $0 == 0x20 }) {
      return tightItem(at: line.start)
    }
    guard let colon = lines.tightColon(of: line) else {
      return found(YAMLRules.notAKey, lines.trimmed(line.start..<line.range.upperBound))
    }
    let blank = lines.strangeBlank(at: colon + 1)
    return found(
      YAMLRules.missingSpace, line.start..<colon + 1,
      fix: Fix(replacing: colon + 1..<colon + 1 + blank, with: " "))
  }

  /// A colon and a space in a value, or a field at a depth where none can be.
  func strayColon(at: Int) -> Diagnostic {
    guard let index = lines.index(at: at) else { return misplaced(at: at) }
    let line = lines.all[index]
    if let value = lines.value(of: line), value <= at { return unquotedColon(at: at, value: value) }
    guard let before = lines.previous(before: index) else { return misplaced(at: at) }
    let above = lines.all[before]
    if lines.tightColon(of: above) != nil, let fault = lineWithoutKey(above) { return fault }
    guard let value = lines.value(of: above), value < above.range.upperBound else {
      return lineWithoutKey(above) ?? misplaced(at: at)
    }
    if lines.key(of: above) == nil, line.indent == value - above.range.lowerBound {
      return found(YAMLRules.notAKey, lines.trimmed(value..<above.range.upperBound))
    }
    if let fault = fieldWithoutIndentation(before, above: line) { return fault }
    if looksLikeField(line, colon: at) { return misplaced(at: at) }
    return unquotedColon(at: at, value: value)
  }

  /// Whether a continuation line is rather a field with one space too many before it.
  private func looksLikeField(_ line: YAMLLines.Line, colon: Int) -> Bool {
    let key = file.bytes[line.start..<max(line.start, colon)]
    return !key.isEmpty && !(0x41...0x5A).contains(key[key.startIndex]) && key.count { $0 == 0x20 } < 3
  }

  private func unquotedColon(at: Int, value: Int) -> Diagnostic {
    let text = value..<continuedEnd(from: at)
    if let rest = textAfterRepeatedKey(at: at, value: value) {
      return found(
        YAMLRules.unquotedColon, at..<min(at + 1, range.upperBound), fix: Fix(replacing: text, with: rest))
    }
    return found(
      YAMLRules.unquotedColon, at..<min(at + 1, range.upperBound),
      fix: Fix(replacing: text, with: YAMLQuoting.quoted(file.text(text))))
  }

  /// What follows a field's name that was written twice: `vaihe: vaihe: Idea`.
  private func textAfterRepeatedKey(at: Int, value: Int) -> String? {
    guard let line = lines.index(at: at).map({ lines.all[$0] }), let start = lines.key(of: line), start < value else {
      return nil
    }
    let key = file.text(start..<value).prefix { $0 != ":" }
    let rest = file.bytes[lines.trimmed(min(at + 1, range.upperBound)..<lineEnd(at))].drop { $0 == 0x20 }
    guard file.text(value..<at) == key, !rest.isEmpty, !rest.contains(0x3A) else { return nil }
    return file.text(rest.startIndex..<rest.endIndex)
  }

  /// A line whose indentation fits nothing above it.
  func misplaced(at: Int) -> Diagnostic {
    guard let index = lines.index(at: at) else { return found(YAMLRules.syntax, at..<at) }
    let line = lines.all[index]
    if line.isBlank { return found(YAMLRules.syntax, at..<max(at, line.range.upperBound)) }
    if let field = fieldWithHyphen(index) { return field }
    if let before = lines.previous(before: index), let items = markedItems(from: lines.all[before].start) {
      return items
    }
    let rule =
      if file.bytes[line.start] == 0x3A {
        YAMLRules.notAKey
      } else if lines.value(of: line) != nil {
        YAMLRules.indentation
      } else { YAMLRules.syntax }
    return found(
      rule, line.start..<lines.trimmed(line.start..<line.range.upperBound).upperBound,
      fix: rule.id == YAMLRules.indentation.id ? indentation(ofLine: index) : nil)
  }

  func isDocumentEnd(_ line: YAMLLines.Line) -> Bool {
    line.indent == 0 && lines.bytes(of: line).starts(with: [0x2E, 0x2E, 0x2E])
  }

  func secondDocument(before place: Range<Int>) -> Diagnostic {
    if let index = lines.index(at: place.lowerBound),
      let end = lines.all[...index].last(where: {
        isDocumentEnd($0) || lines.bytes(of: $0).starts(with: [0x2D, 0x2D, 0x2D])
      })
    {
      return found(YAMLRules.secondDocument, end.range)
    }
    return found(YAMLRules.secondDocument, place.lowerBound..<lineEnd(place.lowerBound))
  }

  /// The end of a value that runs on over more deeply indented lines.
  private func continuedEnd(from at: Int) -> Int {
    guard let index = lines.index(at: at) else { return at }
    var last = lines.all[index]
    let indent = lines.key(of: last).map { $0 - last.range.lowerBound } ?? last.indent - 1
    for line in lines.all[(index + 1)...] where !line.isBlank {
      guard line.indent > indent else { break }
      last = line
    }
    return lines.trimmed(last.range).upperBound
  }
}
