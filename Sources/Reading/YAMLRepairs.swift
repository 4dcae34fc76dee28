import Diagnosing

/// Faults of lists and of indentation, for which the lines around them tell what was meant.
extension YAMLFaultFinder {
  /// A line among a list's items that has another mark than a hyphen, or none.
  func itemWithoutHyphen(_ line: YAMLLines.Line) -> Diagnostic? {
    guard let index = lines.index(at: line.start), isAmongItems(index) else { return nil }
    let text = lines.trimmed(line.start..<line.range.upperBound)
    // Of `-Kunta` the space alone is missing.
    if file.bytes[text.lowerBound] == 0x2D { return nil }
    let mark = markLength(at: text.lowerBound)
    return found(
      YAMLRules.itemMark, text,
      fix: Fix(replacing: text.lowerBound..<text.lowerBound + mark, with: mark > 0 ? "-" : "- "))
  }

  /// Items that asterisks mark: YAML takes the first for a reference.
  func starredItems(at: Int) -> Diagnostic? {
    guard let index = lines.index(at: at), lines.all[index].start == at, markLength(at: at) > 0 else { return nil }
    var text = ""
    var end = at
    for line in lines.all[index...] {
      guard !line.isBlank, line.indent == lines.all[index].indent, markLength(at: line.start) > 0 else { break }
      text += file.text(end..<line.start) + "-" + file.text(line.start + 1..<line.range.upperBound)
      end = line.range.upperBound
    }
    return found(
      YAMLRules.itemMark, lines.trimmed(at..<lineEnd(at)), fix: Fix(replacing: at..<end, with: text))
  }

  /// Lines that are numbered, or marked with something else than a hyphen, where a list's items are meant.
  ///
  /// - Parameter at: the start of the first one.
  func markedItems(from at: Int) -> Diagnostic? {
    guard let index = lines.index(at: at), lines.all[index].start == at, markLength(at: at) > 0 else { return nil }
    var text = ""
    var end = at
    for line in lines.all[index...] where !line.isBlank && line.indent <= lines.all[index].indent {
      let mark = markLength(at: line.start)
      guard line.indent == lines.all[index].indent, mark > 0 else { break }
      text += file.text(end..<line.start) + "-" + file.text(line.start + mark..<line.range.upperBound)
      end = line.range.upperBound
    }
    return found(YAMLRules.itemMark, lines.trimmed(at..<lineEnd(at)), fix: Fix(replacing: at..<end, with: text))
  }

  /// A field that a list's hyphen stands before: `- vaihe: Kokeilu`.
  func fieldWithHyphen(_ index: Int) -> Diagnostic? {
    let line = lines.all[index]
    guard line.indent == 0, file.bytes[line.start] == 0x2D, let key = lines.key(of: line), key > line.start,
      let before = lines.previous(before: index).map({ lines.all[$0] }),
      before.indent > 0 || lines.key(of: before) != nil
    else { return nil }
    return found(
      YAMLRules.notAKey, lines.trimmed(line.start..<line.range.upperBound),
      fix: Fix(replacing: line.start..<key, with: ""))
  }

  /// A field whose name is in bold or italics: `**vaihe:** Kokeilu`.
  func fieldInBold(at: Int) -> Diagnostic? {
    guard let line = lines.index(at: at).map({ lines.all[$0] }), line.start == at else { return nil }
    let text = lines.trimmed(at..<line.range.upperBound)
    let written = file.text(text)
    guard written.contains("*:") || written.contains(":*") else { return nil }
    let words = written.replacing("*", with: "")
    guard let colon = words.firstIndex(of: ":"), colon > words.startIndex else { return nil }
    return found(YAMLRules.notAKey, text, fix: Fix(replacing: text, with: words))
  }

  /// The length of an asterisk, a dash, a bullet, a number or a letter with a blank after it; 0 where there is none.
  private func markLength(at offset: Int) -> Int {
    let number = file.bytes[offset..<range.upperBound].prefix { $0 &- 0x30 < 10 }.count
    let isLetter = number == 0 && offset + 1 < range.upperBound && file.bytes[offset] | 0x20 &- 0x61 < 26
    let sign = offset + (isLetter ? 1 : number)
    if isLetter || 1...2 ~= number, sign + 1 < range.upperBound, file.bytes[sign + 1] == 0x20,
      file.bytes[sign] == 0x29 || (file.bytes[sign] == 0x2E && !isLetter)
    {
      return sign + 1 - offset
    }
    let marks: [[UInt8]] = [[0x2A], [0xC2, 0xB7]] + (0x90...0x95).map { [0xE2, 0x80, $0] } + [[0xE2, 0x80, 0xA2]]
    let rest = file.bytes[offset..<range.upperBound]
    return marks.first { rest.starts(with: $0 + [0x20]) }?.count ?? 0
  }

  /// Whether the line above, or the one below, is an item of a list of the same depth.
  private func isAmongItems(_ index: Int) -> Bool {
    func isItem(_ line: YAMLLines.Line?) -> Bool {
      guard let line, line.indent == lines.all[index].indent else { return false }
      let bytes = lines.bytes(of: line)
      return bytes.first == 0x2D && (bytes.count == 1 || bytes.dropFirst().first == 0x20)
    }
    if let above = lines.previous(before: index), isItem(lines.all[above]) { return true }
    return lines.all[index].indent > 0 && isItem(lines.next(after: index))
  }

  /// A list in brackets that is closed at the end of its line where the next line is a field.
  func unclosedBracket(at: Int) -> Diagnostic {
    let place = at..<min(at + 1, range.upperBound)
    let text = lines.trimmed(at..<lineEnd(at))
    let isFieldNext = lines.index(at: at).flatMap { lines.next(after: $0) }.map { lines.key(of: $0) != nil } ?? true
    guard isFieldNext, let last = file.bytes[text].last, text.count > 1, file.bytes[at] == 0x5B,
      !file.bytes[text].contains(0x5D)
    else { return found(YAMLRules.unclosedBracket, place) }
    let end = last == 0x7D || last == 0x29 || last == 0x2C ? text.upperBound - 1 : text.upperBound
    return found(YAMLRules.unclosedBracket, place, fix: Fix(replacing: end..<text.upperBound, with: "]"))
  }

  /// Text on the line of `>-`, whose own text starts on the next line; nil where the sign is part of a text.
  func textAfterFold(at: Int) -> Diagnostic? {
    var index = at + 1
    while index < range.upperBound, [0x2B, 0x2D].contains(file.bytes[index]) || file.bytes[index] &- 0x30 < 10 {
      index += 1
    }
    let marks = file.text(at..<index)
    guard index > at + 1, index < range.upperBound, file.bytes[index] == 0x20 else { return nil }
    return found(
      YAMLRules.specialCharacter, at..<index,
      note: Localized(
        fi: "Merkkien \(marks) jälkeen teksti alkaa vasta seuraavalta riviltä. Jätä merkit pois tai siirrä teksti.",
        sv: "Efter tecknen \(marks) börjar texten först på nästa rad. Ta bort tecknen eller flytta texten.",
        en: "After the signs \(marks) the text starts on the next line. Leave them out or move the text."),
      fix: Fix(replacing: at..<lines.pastBlanks(index, to: lineEnd(at)), with: ""))
  }

  /// A nested field at the depth of its owner: the next line shows how far in it belongs.
  func fieldWithoutIndentation(_ index: Int, above next: YAMLLines.Line) -> Diagnostic? {
    let line = lines.all[index]
    guard lines.key(of: line) != nil, let before = lines.previous(before: index) else { return nil }
    let owner = lines.all[before]
    guard owner.indent == line.indent, next.indent > line.indent, lines.key(of: owner) != nil,
      lines.value(of: owner) == owner.range.upperBound
    else { return nil }
    return found(
      YAMLRules.indentation, lines.trimmed(line.start..<line.range.upperBound),
      fix: Fix(
        replacing: line.range.lowerBound..<line.start, with: String(repeating: " ", count: next.indent)))
  }

  /// Whether the last line of the same depth starts an item with the same key: then the hyphen was forgotten.
  private func startsItem(_ line: YAMLLines.Line, among above: ArraySlice<YAMLLines.Line>) -> Bool {
    guard let item = above.last(where: { !$0.isBlank && $0.indent <= line.indent }), item.indent == line.indent,
      file.bytes[item.start] == 0x2D, let key = lines.key(of: item)
    else { return false }
    func name(_ start: Int) -> ArraySlice<UInt8> { file.bytes[start..<lineEnd(start)].prefix { $0 != 0x3A } }
    return name(key).elementsEqual(name(line.start))
  }

  /// The indentation of the level that lies nearest: those of the lines above that the line could belong to.
  func indentation(ofLine index: Int) -> Fix? {
    let line = lines.all[index]
    let isItem = file.bytes[line.start] == 0x2D
    if !isItem, startsItem(line, among: lines.all[..<index]) {
      return Fix(replacing: line.start..<line.start, with: "- ")
    }
    var columns: [Int] = []
    var limit = Int.max
    for above in lines.all[..<index].reversed() where !above.isBlank && above.indent < limit {
      limit = above.indent
      let startsItem = file.bytes[above.start] == 0x2D
      if isItem, startsItem { columns.append(above.indent) }
      if !isItem, let key = lines.key(of: above) { columns.append(key - above.range.lowerBound) }
      if !isItem, lines.key(of: above) != nil, !startsItem { columns.append(above.indent) }
      if limit == 0 { break }
    }
    let nearest = columns.filter { $0 != line.indent }.min { abs($0 - line.indent) < abs($1 - line.indent) }
    return nearest.map {
      Fix(replacing: line.range.lowerBound..<line.start, with: String(repeating: " ", count: $0))
    }
  }
}
