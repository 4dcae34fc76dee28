import Diagnosing

/// Says in an editor's words what could not be read.
///
/// libyaml's own mark is often far from the mistake, so the lines before it are looked through for the
/// classic ones. This runs only after a fault, so it may take its time.
struct YAMLFaultFinder {
  let file: SourceFile
  let range: Range<Int>
  let lines: YAMLLines

  init(file: SourceFile, range: Range<Int>) {
    self.file = file
    self.range = range
    lines = YAMLLines(file, in: range)
  }

  func diagnostic(for fault: YAMLFault) -> Diagnostic {
    switch fault {
    case .syntax(let problem, let context, let at, let contextAt):
      return syntax(problem: problem, context: context, at: at, contextAt: contextAt)
    case .reference(let place): return reference(at: place.lowerBound)
    case .secondDocument(let place): return secondDocument(before: place)
    case .unterminatedQuote(let at): return unterminatedQuote(at: at)
    case .keyNotText(let place): return found(YAMLRules.keyNotText, place)
    case .strangeBlank(let at): return strangeBlank(at: at)
    case .tightItem(let at): return tightItem(at: at)
    case .swallowedItem(let at):
      let above = lines.index(at: at).flatMap(lines.previous(before:)).map { lines.all[$0] }
      return above.flatMap { markedItems(from: $0.start) } ?? found(YAMLRules.indentation, at..<lineEnd(at))
    case .markedItem(let at): return markedItems(from: at) ?? found(YAMLRules.itemMark, at..<lineEnd(at))
    case .hash(let at): return hash(at: at)
    case .tooDeep(let place), .tooMany(let place):
      return found(YAMLRules.tooLarge, place.lowerBound..<min(place.upperBound, place.lowerBound + 1))
    }
  }

  /// What stands in place of the fields: a list or a lone text.
  func notFields(_ node: YAMLNode) -> Diagnostic {
    let line = lines.index(at: node.range.lowerBound).map { lines.all[$0] }
    if node.scalar != nil, let line, let fault = lineWithoutKey(line) { return fault }
    let at = node.range.lowerBound
    return found(node.scalar == nil ? YAMLRules.keyNotText : YAMLRules.notAKey, at..<lineEnd(at))
  }

  // MARK: libyaml's words

  private func syntax(problem: String, context: String, at: Int, contextAt: Int) -> Diagnostic {
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

  /// A line that is no field, no list item and no continuation.
  private func lineWithoutKey(_ line: YAMLLines.Line) -> Diagnostic? {
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
  private func strayColon(at: Int) -> Diagnostic {
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
    return found(
      YAMLRules.unquotedColon, at..<min(at + 1, range.upperBound),
      fix: Fix(replacing: text, with: YAMLQuoting.quoted(file.text(text))))
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

  private func isDocumentEnd(_ line: YAMLLines.Line) -> Bool {
    line.indent == 0 && lines.bytes(of: line).starts(with: [0x2E, 0x2E, 0x2E])
  }

  private func secondDocument(before place: Range<Int>) -> Diagnostic {
    if let index = lines.index(at: place.lowerBound),
      let end = lines.all[...index].last(where: {
        isDocumentEnd($0) || lines.bytes(of: $0).starts(with: [0x2D, 0x2D, 0x2D])
      })
    {
      return found(YAMLRules.secondDocument, end.range)
    }
    return found(YAMLRules.secondDocument, place.lowerBound..<lineEnd(place.lowerBound))
  }

  /// A line whose indentation fits nothing above it.
  private func misplaced(at: Int) -> Diagnostic {
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

  // MARK: One mistake each

  private func unterminatedQuote(at: Int) -> Diagnostic {
    let end = lines.trimmed(at..<lineEnd(at)).upperBound
    return found(
      YAMLRules.unterminatedQuote, at..<end,
      fix: Fix(replacing: end..<end, with: file.text(at..<min(at + 1, range.upperBound))))
  }

  private func reference(at: Int) -> Diagnostic {
    found(YAMLRules.reference, at..<min(at + 1, range.upperBound), fix: quotingFix(from: at))
  }

  private func specialCharacter(at: Int) -> Diagnostic {
    found(YAMLRules.specialCharacter, at..<min(at + 1, range.upperBound), fix: quotingFix(from: at))
  }

  /// A text that starts with a bracket as a list does; of a Markdown link the address alone is offered.
  private func bracketedText(at: Int) -> Diagnostic {
    let text = lines.trimmed(at..<lineEnd(at))
    let bytes = file.bytes[text]
    if bytes.last == 0x29, let open = bytes.lastIndex(of: 0x28), open > text.lowerBound, bytes[open - 1] == 0x5D {
      let address = file.text(open + 1..<text.upperBound - 1)
      return found(YAMLRules.specialCharacter, at..<at + 1, fix: Fix(replacing: text, with: address))
    }
    return found(YAMLRules.specialCharacter, at..<at + 1, fix: quotingFix(from: at, isBracketed: true))
  }

  private func backslash(before at: Int) -> Diagnostic {
    let end = min(at + 1, range.upperBound)
    let place = file.bytes[range.lowerBound..<end].lastIndex(of: 0x5C).map { $0..<$0 + 1 } ?? at..<end
    return found(YAMLRules.backslash, place, fix: Fix(replacing: place, with: "\\\\"))
  }

  private func tightItem(at: Int) -> Diagnostic {
    found(YAMLRules.tightItem, at..<at + 1, fix: Fix(replacing: at + 1..<at + 1, with: " "))
  }

  private func hash(at: Int) -> Diagnostic {
    // A key may follow the hash too: `a #b: `.
    let value = min(at, lines.index(at: at).flatMap { lines.value(of: lines.all[$0]) } ?? at)
    let text = value..<lines.trimmed(at..<lineEnd(at)).upperBound
    return found(
      YAMLRules.hash, at..<text.upperBound,
      fix: value < at ? Fix(replacing: text, with: YAMLQuoting.quoted(file.text(text))) : nil)
  }

  private func strangeBlank(at: Int) -> Diagnostic {
    let place = at..<at + max(1, lines.strangeBlank(at: at))
    return found(YAMLRules.strangeBlank, place, fix: Fix(replacing: place, with: "  "))
  }

  private func quotingFix(from at: Int, isBracketed: Bool = false) -> Fix? {
    guard at < range.upperBound else { return nil }
    var text = lines.trimmed(at..<lineEnd(at))
    // A lone hyphen or the like says nothing within quotes either.
    guard file.bytes[text].contains(where: { $0 >= 0x80 || ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }) else {
      return nil
    }
    let line = file.lineRange(at: at).lowerBound
    if !isBracketed, file.bytes[line..<at].contains(0x5B),
      let end = file.bytes[text].firstIndex(where: { $0 == 0x2C || $0 == 0x5D })
    {
      text = lines.trimmed(text.lowerBound..<end)
    }
    return Fix(replacing: text, with: YAMLQuoting.quoted(file.text(text)))
  }

  // MARK: Places

  private func closingQuote(before at: Int) -> Int? {
    let line = file.lineRange(at: at)
    var index = at - 1
    while index > line.lowerBound, file.bytes[index] == 0x20 { index -= 1 }
    return index > line.lowerBound && (file.bytes[index] == 0x22 || file.bytes[index] == 0x27) ? index : nil
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

  func lineEnd(_ offset: Int) -> Int {
    max(offset, min(file.lineRange(at: offset).upperBound, range.upperBound))
  }

  func found(_ rule: Rule, _ place: Range<Int>, note: Localized? = nil, fix: Fix? = nil) -> Diagnostic {
    let place = place.clamped(to: range)
    return Diagnostic(
      rule, in: file, at: place, naming(place.lowerBound, rule.title), notes: [note ?? rule.explanation], fix: fix)
  }

  /// A rule's title with the field in whose value the fault stands.
  private func naming(_ at: Int, _ title: Localized) -> Localized {
    guard let line = lines.index(at: at).map({ lines.all[$0] }), let start = lines.key(of: line), start < at,
      let value = lines.value(of: line), value <= at
    else { return title }
    let key = file.text(start..<max(start, value)).prefix { $0 != ":" }
    if key.isEmpty || key.utf8.count > 60 { return title }
    return Localized(
      fi: "\(title.fi): kenttä ”\(key)”", sv: "\(title.sv): fältet ”\(key)”", en: "\(title.en): field “\(key)”")
  }
}

/// Writes a text as a double-quoted YAML value.
enum YAMLQuoting {
  static func quoted(_ text: String) -> String {
    var inner = Array(text.unicodeScalars)
    let marks: [Unicode.Scalar] = ["”", "“", "„"]
    if inner.count > 1, let first = inner.first, let last = inner.last, marks.contains(first), marks.contains(last) {
      inner = Array(inner.dropFirst().dropLast())
    }
    var out = "\""
    for scalar in inner {
      if scalar == "\\" || scalar == "\"" { out.unicodeScalars.append("\\") }
      out.unicodeScalars.append(scalar)
    }
    return out + "\""
  }
}
