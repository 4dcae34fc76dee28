import Diagnosing
import Reading

extension Packer {
  /// Packs an entry's facts, its path apart.
  mutating func pack(_ facts: EntryFacts) {
    pack(small: facts.fields.count)
    for field in facts.fields { pack(field) }
    pack(small: facts.sections.count)
    for section in facts.sections { pack(small: section) }
    pack(small: facts.stage ?? -1)
    pack(facts.language.rawValue)
    pack(small: facts.anchors.count)
    for anchor in facts.anchors { pack(anchor) }
    pack(small: facts.destinations.count)
    for destination in facts.destinations {
      pack(destination.text)
      pack(destination.use.rawValue << 1 | (destination.isMention ? 1 : 0))
    }
  }

  private mutating func pack(_ field: MatchedField?) {
    guard let field else { return pack(UInt8(0)) }
    pack(UInt8(1))
    pack(small: field.definition)
    pack(field.key)
    pack(field.keyRange)
    pack(field.range)
    if let value = field.value { pack(value) } else { pack(UInt8(0)) }
  }

  private mutating func pack(_ range: Range<Int>) {
    pack(small: range.lowerBound)
    pack(small: range.count)
  }

  private mutating func pack(_ date: CalendarDate) {
    pack(small: date.year)
    pack(UInt8(date.month))
    pack(UInt8(date.day))
  }

  private mutating func pack(_ record: Record) {
    pack(record.range)
    pack(small: record.values.count)
    for (id, value) in record.values {
      pack(id)
      pack(value.range)
      pack(value.value)
    }
  }

  private mutating func pack(_ value: Value) {
    switch value {
    case .text(let text):
      pack(UInt8(1))
      pack(text)
    case .texts(let texts):
      pack(UInt8(2))
      pack(small: texts.count)
      for text in texts {
        pack(text.range)
        pack(text.value)
      }
    case .date(let date):
      pack(UInt8(3))
      pack(date)
    case .terms(let terms):
      pack(UInt8(4))
      pack(small: terms.count)
      for term in terms {
        pack(term.range)
        pack(small: term.value.vocabulary)
        pack(small: term.value.term)
      }
    case .amount(let figure), .percentage(let figure):
      if case .amount = value { pack(UInt8(5)) } else { pack(UInt8(6)) }
      pack(small: figure.digits)
      pack(small: figure.decimals)
    case .period(let period):
      pack(UInt8(7))
      pack(period.start)
      pack(period.end)
      pack(UInt8(period.isYears ? 1 : 0))
    case .address(let text):
      pack(UInt8(8))
      pack(text)
    case .file(let text):
      pack(UInt8(9))
      pack(text)
    case .record(let record):
      pack(UInt8(10))
      pack(record)
    case .records(let records):
      pack(UInt8(11))
      pack(small: records.count)
      for record in records { pack(record) }
    }
  }
}

extension Unpacker {
  /// Nil at the first thing that does not fit.
  mutating func facts(path: String, slug: String) -> EntryFacts? {
    guard let fields = list({ $0.optionalField() }), let sections = list({ $0.small() }), let stage = small(),
      let language = text().flatMap(Language.init(rawValue:)), let anchors = list({ $0.text() }),
      let destinations = list({ $0.destination() })
    else { return nil }
    return EntryFacts(
      path: path, slug: slug, fields: fields, sections: sections, stage: stage < 0 ? nil : stage, language: language,
      anchors: anchors, destinations: destinations)
  }

  private mutating func list<Item>(_ read: (inout Unpacker) -> Item?) -> [Item]? {
    guard let count = count() else { return nil }
    var items: [Item] = []
    items.reserveCapacity(count)
    for _ in 0..<count {
      guard let item = read(&self) else { return nil }
      items.append(item)
    }
    return items
  }

  private mutating func destination() -> EntryFacts.Destination? {
    guard let text = text(), let code = number(UInt8.self), let use = LinkUse(rawValue: code >> 1) else { return nil }
    return EntryFacts.Destination(text: text, use: use, isMention: code & 1 == 1)
  }

  private mutating func optionalField() -> MatchedField?? {
    guard let mark = number(UInt8.self) else { return nil }
    if mark == 0 { return .some(nil) }
    guard let definition = small(), let key = text(), let keyRange = range(), let range = range(),
      let value = optionalValue()
    else { return nil }
    return .some(MatchedField(definition: definition, key: key, keyRange: keyRange, range: range, value: value))
  }

  private mutating func range() -> Range<Int>? {
    guard let start = small(), let count = small(), start >= 0, count >= 0 else { return nil }
    return start..<(start + count)
  }

  private mutating func date() -> CalendarDate? {
    guard let year = small(), let month = number(UInt8.self), let day = number(UInt8.self) else { return nil }
    return CalendarDate(year: year, month: Int(month), day: Int(day))
  }

  private mutating func record() -> Record? {
    guard let range = range(), let values = list({ $0.namedValue() }) else { return nil }
    return Record(values: values, range: range)
  }

  private mutating func namedValue() -> (id: String, value: Located<Value>)? {
    guard let id = text(), let range = range(), let value = optionalValue() ?? nil else { return nil }
    return (id, Located(value, at: range))
  }

  private mutating func optionalValue() -> Value?? {
    guard let mark = number(UInt8.self) else { return nil }
    if mark == 0 { return .some(nil) }
    return value(mark).map { .some($0) }
  }

  private mutating func value(_ mark: UInt8) -> Value? {
    switch mark {
    case 1: return text().map { .text($0) }
    case 2:
      return list { unpacker in
        guard let range = unpacker.range(), let text = unpacker.text() else { return nil }
        return Located(text, at: range)
      }.map { .texts($0) }
    case 3: return date().map { .date($0) }
    case 4:
      return list { unpacker in
        guard let range = unpacker.range(), let vocabulary = unpacker.small(), let term = unpacker.small() else {
          return nil
        }
        return Located(TermReference(vocabulary: vocabulary, term: term), at: range)
      }.map { .terms($0) }
    case 5, 6:
      guard let digits = small(), let decimals = small() else { return nil }
      let figure = Figure(digits: digits, decimals: decimals)
      return mark == 5 ? .amount(figure) : .percentage(figure)
    case 7:
      guard let start = date(), let end = date(), let isYears = number(UInt8.self) else { return nil }
      return .period(Period(start: start, end: end, isYears: isYears == 1))
    case 8: return text().map { .address($0) }
    case 9: return text().map { .file($0) }
    case 10: return record().map { .record($0) }
    case 11: return list { $0.record() }.map { .records($0) }
    default: return nil
    }
  }
}
