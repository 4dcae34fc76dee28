import Diagnosing
import Reading

/// Gives YAML nodes the types that the template asks for, and notes where they do not fit.
struct ValueReader {
  let vocabularies: Vocabularies
  private(set) var problems: [Problem] = []

  init(vocabularies: Vocabularies) {
    self.vocabularies = vocabularies
  }

  mutating func note(_ problem: Problem) {
    problems.append(problem)
  }

  /// Takes back that a nested field is missing in the part of the file that was read last.
  mutating func forgetMissing(_ nested: FieldDefinition, in range: Range<Int>) {
    problems.removeAll { problem in
      guard case .missingNested(let missing) = problem.kind else { return false }
      return missing.id == nested.id && range.contains(problem.range.lowerBound)
    }
  }

  /// The value of a node under a field's type; nil, with a problem noted, where it does not fit.
  mutating func value(_ node: YAMLNode, as field: FieldDefinition) -> Value? {
    switch field.type {
    case .text, .paragraph, .practice:
      return text(node, field).map(Value.text)
    case .language: return language(node, field)
    case .url: return address(node, field)
    case .file: return text(node, field).map(Value.file)
    case .date: return date(node, field)
    case .amount: return figure(node, field, Figure.amount).map(Value.amount)
    case .percentage: return figure(node, field, Figure.percentage).map(Value.percentage)
    case .period: return period(node, field)
    case .texts: return texts(node, field).map(Value.texts)
    case .terms(let vocabulary, let many): return terms(node, field, vocabulary, many: many)
    case .link: return link(node, field)
    case .record: return map(node, field).map(Value.record)
    case .records: return records(node, field).map(Value.records)
    }
  }

  // MARK: Texts

  private mutating func text(_ node: YAMLNode, _ field: FieldDefinition) -> String? {
    if let text = node.scalar { return trimmed(text) }
    note(Problem(.wrongShape(.text), field, at: node.range))
    return nil
  }

  /// - Parameter isList: whether a lone text is not enough.
  private mutating func texts(_ node: YAMLNode, _ field: FieldDefinition, isList: Bool = false) -> [Located<String>]? {
    if isList, node.sequence == nil {
      note(Problem(.wrongShape(.list), field, at: node.range))
      return nil
    }
    if node.sequence == nil, isWrongList(node, field) || isInBraces(node, field) { return nil }
    var found: [Located<String>] = []
    var first: [String: Range<Int>] = [:]
    first.reserveCapacity(node.sequence?.count ?? 1)
    for item in node.sequence ?? [node] {
      guard let text = item.scalar.map(trimmed) else {
        note(Problem(.wrongShape(isList ? .text : .textOrList), field, at: item.range))
        continue
      }
      if text.isEmpty || isWrongItem(item, text, field) { continue }
      let key = NameKey.of(text)
      if let first = first[key] {
        note(Problem(.repeated(first: first), field, at: item.range, text: text))
      } else {
        first[key] = item.range
        found.append(Located(text, at: item.range))
      }
    }
    return found
  }

  /// Notes a lone text that was meant as a list: with dashes for hyphens, or with its values on one line.
  private mutating func isWrongList(_ node: YAMLNode, _ field: FieldDefinition) -> Bool {
    guard let text = node.scalar else { return false }
    if isMarked(node, field) { return true }
    guard let values = ListGuess.values(onOneLine: text) else { return false }
    note(Problem(.several(values), field, at: node.range, text: text))
    return true
  }

  /// Notes values in braces, or with colons for commas: keys without a value.
  private mutating func isInBraces(_ node: YAMLNode, _ field: FieldDefinition) -> Bool {
    guard let pairs = node.mapping, pairs.count > 1, pairs.allSatisfy(\.value.isEmpty) else { return false }
    note(Problem(.several(pairs.map(\.key)), field, at: node.range))
    return true
  }

  /// Notes an item that holds a list's mark or several values.
  private mutating func isWrongItem(_ item: YAMLNode, _ text: String, _ field: FieldDefinition) -> Bool {
    if isMarked(item, field) { return true }
    guard text.withBytes({ $0.contains(UInt8(ascii: ";")) }), let values = ListGuess.values(onOneLine: text, at: [";"])
    else {
      return false
    }
    note(Problem(.several(values), field, at: item.range, text: text))
    return true
  }

  /// Notes a text that starts with a dash or a bullet.
  private mutating func isMarked(_ node: YAMLNode, _ field: FieldDefinition) -> Bool {
    guard let text = node.scalar, let first = text.utf8.first, first >= 0x80 || first == 0x2A,
      ListGuess.startsWithMark(text)
    else { return false }
    note(Problem(.listMark, field, at: node.range, text: text))
    return true
  }

  private mutating func language(_ node: YAMLNode, _ field: FieldDefinition) -> Value? {
    guard let text = text(node, field) else { return nil }
    if LanguageName.language(named: text) != nil { return .text(text) }
    note(Problem(.unknownLanguage, field, at: node.range, text: text))
    return nil
  }

  private mutating func address(_ node: YAMLNode, _ field: FieldDefinition) -> Value? {
    guard let text = text(node, field) else { return nil }
    if WebAddress.isPlausible(text) { return .address(text) }
    note(Problem(.unreadable, field, at: node.range, text: text))
    return nil
  }

  private mutating func date(_ node: YAMLNode, _ field: FieldDefinition) -> Value? {
    guard let text = text(node, field) else { return nil }
    switch DateReading(text) {
    case .date(let date): return .date(date)
    case .impossible: note(Problem(.impossibleDate, field, at: node.range, text: text))
    case .unreadable: note(Problem(.unreadable, field, at: node.range, text: text))
    }
    return nil
  }

  private mutating func figure(_ node: YAMLNode, _ field: FieldDefinition, _ read: (String) -> Figure?) -> Figure? {
    guard let text = text(node, field) else { return nil }
    if let figure = read(text) { return figure }
    note(Problem(.unreadable, field, at: node.range, text: text))
    return nil
  }

  private mutating func period(_ node: YAMLNode, _ field: FieldDefinition) -> Value? {
    guard let text = text(node, field) else { return nil }
    switch PeriodReading(text) {
    case .period(let period): return .period(period)
    case .impossible: note(Problem(.impossibleDate, field, at: node.range, text: text))
    case .unreadable: note(Problem(.unreadable, field, at: node.range, text: text))
    }
    return nil
  }

  // MARK: Terms

  private mutating func terms(_ node: YAMLNode, _ field: FieldDefinition, _ index: Int, many: Bool) -> Value? {
    if !many, let items = node.sequence, items.count > 1 {
      note(Problem(.wrongShape(.text), field, at: node.range))
      return nil
    }
    if node.sequence == nil, isMarked(node, field) || (many && isInBraces(node, field)) { return nil }
    let vocabulary = vocabularies.all[index]
    var found: [Located<TermReference>] = []
    for item in node.sequence ?? [node] {
      guard let text = item.scalar.map(trimmed) else {
        note(Problem(.wrongShape(many ? .textOrList : .text), field, at: item.range))
        continue
      }
      if text.isEmpty || (node.sequence != nil && isMarked(item, field)) { continue }
      guard let term = vocabulary.term(named: text) ?? vocabulary.term(code: text) else {
        note(Problem(.unknownTerm(vocabulary: index), field, at: item.range, text: text))
        continue
      }
      let reference = TermReference(vocabulary: index, term: term)
      if let first = found.first(where: { $0.value == reference }) {
        note(Problem(.repeated(first: first.range), field, at: item.range, text: text))
      } else {
        found.append(Located(reference, at: item.range))
      }
    }
    return found.isEmpty ? nil : .terms(found)
  }

  // MARK: Records

  /// A text alone, or a map of a name and an address.
  private mutating func link(_ node: YAMLNode, _ field: FieldDefinition) -> Value? {
    if node.scalar != nil { return text(node, field).map(Value.text) }
    guard node.mapping != nil else {
      note(Problem(.wrongShape(.textOrMap), field, at: node.range))
      return nil
    }
    return map(node, field.asLink ?? field).map(Value.record)
  }

  private mutating func records(_ node: YAMLNode, _ field: FieldDefinition) -> [Record]? {
    guard let items = node.sequence else {
      if isMarked(node, field) { return nil }
      note(Problem(.wrongShape(.list), field, at: node.range))
      return nil
    }
    return items.compactMap { map($0, field) }
  }

  /// The nested fields of a map.
  mutating func map(_ node: YAMLNode, _ field: FieldDefinition) -> Record? {
    guard let pairs = node.mapping else {
      note(Problem(.wrongShape(.map), field, at: node.range))
      return nil
    }
    var record = Record(range: node.range)
    var seen: [Int: Range<Int>] = [:]
    var hasUnknown = false
    for (pair, match) in zip(pairs, matches(pairs, field)) {
      switch match {
      case .known(let index):
        let nested = field.fields[index]
        if let first = seen[index] {
          note(Problem(.duplicateKey(first: first), nested, at: pair.keyRange, text: pair.key))
          continue
        }
        seen[index] = pair.keyRange
        if pair.value.isEmpty {
          if nested.required == .always { note(Problem(.empty, nested, at: pair.keyRange, text: pair.key)) }
          continue
        }
        if let value = nestedValue(pair.value, as: nested) {
          record.values.append((nested.id, Located(value, at: pair.value.range)))
        }
      case .meant(let guess):
        seen[guess.field] = pair.keyRange
        note(Problem(.unknownKey(guess, among: field.fields), field, at: pair.keyRange, text: pair.key))
      case .unknown:
        note(Problem(.unknownKey(nil, among: field.fields), field, at: pair.keyRange, text: pair.key))
        hasUnknown = true
      }
    }
    // An unknown key may well be the one that is missing.
    if hasUnknown { return record }
    for (index, nested) in field.fields.enumerated() where nested.required == .always && seen[index] == nil {
      note(Problem(.missingNested(nested), field, at: node.range))
    }
    return record
  }

  private func matches(_ pairs: [YAMLPair], _ field: FieldDefinition) -> [KeyMatcher.Match] {
    KeyMatcher.match(pairs, among: field.fields, named: field.field(named:), vocabularies)
  }

  /// A list of texts within a record is a list even where it holds but one.
  private mutating func nestedValue(_ node: YAMLNode, as nested: FieldDefinition) -> Value? {
    if nested.type == .texts { return texts(node, nested, isList: true).map(Value.texts) }
    return value(node, as: nested)
  }

  private func trimmed(_ text: String) -> String {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last, isBlank(first) || isBlank(last) else { return text }
    let inner = bytes.drop(while: isBlank)
    var end = inner.endIndex
    while end > inner.startIndex, isBlank(inner[inner.index(before: end)]) { end = inner.index(before: end) }
    return String(inner[..<end]) ?? text
  }
}
