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

  // MARK: Places

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
