/// What was read where a date should stand.
public enum DateReading: Sendable, Equatable {
  case date(CalendarDate)
  /// Written as a date, but no calendar has that day.
  case impossible
  case unreadable

  /// Reads `18.12.2024`, `3.5.2024`, `03.05.2024`, `18. 12. 2024` and `2024-12-18`.
  public init(_ text: String) {
    var scanner = DateScanner(text)
    guard let first = scanner.number() else {
      self = .unreadable
      return
    }
    let date = scanner.date(after: first)
    self = scanner.isAtEnd ? date : .unreadable
  }
}

/// A cursor over the digits and marks of a date or a period.
struct DateScanner {
  struct Number {
    let value: Int
    /// How many digits it was written with.
    let count: Int
  }

  private var rest: Substring.UTF8View

  init(_ text: String) {
    rest = Substring(text).utf8
  }

  var isAtEnd: Bool { rest.isEmpty }

  /// The rest of a date whose first number is read: day and month after dots, or after a year with hyphens.
  mutating func date(after first: Number) -> DateReading {
    if first.count == 4 {
      guard take("-"), let month = short(), take("-"), let day = short() else { return .unreadable }
      return DateScanner.reading(first.value, month, day)
    }
    guard first.count < 3, take(".") else { return .unreadable }
    skipBlanks()
    guard let month = short(), take(".") else { return .unreadable }
    skipBlanks()
    guard let year = number(), year.count == 4 else { return .unreadable }
    return DateScanner.reading(year.value, month, first.value)
  }

  /// Digits up to four of them; nil where there is none or there are more.
  mutating func number() -> Number? {
    var value = 0
    var count = 0
    while let byte = rest.first, byte >= 0x30, byte <= 0x39 {
      value = value * 10 + Int(byte - 0x30)
      count += 1
      rest.removeFirst()
      if count > 4 { return nil }
    }
    return count == 0 ? nil : Number(value: value, count: count)
  }

  mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: mark) else { return false }
    rest.removeFirst()
    return true
  }

  /// A hyphen or a dash of any kind, with or without blanks around it.
  mutating func takeDash() -> Bool {
    var ahead = self
    ahead.skipBlanks()
    guard ahead.take("-") || ahead.take([0xE2, 0x80], 0x90...0x95) || ahead.take([0xE2, 0x88], 0x92...0x92) else {
      return false
    }
    ahead.skipBlanks()
    self = ahead
    return true
  }

  /// Spaces and no-break spaces.
  mutating func skipBlanks() {
    while take(" ") || take([0xC2], 0xA0...0xA0) || take([0xE2, 0x80], 0xAF...0xAF) {}
  }

  private mutating func short() -> Int? {
    guard let number = number(), number.count < 3 else { return nil }
    return number.value
  }

  private mutating func take(_ lead: [UInt8], _ last: ClosedRange<UInt8>) -> Bool {
    guard rest.starts(with: lead), let byte = rest.dropFirst(lead.count).first, last.contains(byte) else {
      return false
    }
    rest = rest.dropFirst(lead.count + 1)
    return true
  }

  private static func reading(_ year: Int, _ month: Int, _ day: Int) -> DateReading {
    CalendarDate(year: year, month: month, day: day).map(DateReading.date) ?? .impossible
  }
}
