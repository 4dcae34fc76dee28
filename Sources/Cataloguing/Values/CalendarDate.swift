/// A day of the Gregorian calendar, without a time or a zone.
public struct CalendarDate: Sendable, Hashable, Comparable {
  public let year: Int
  public let month: Int
  public let day: Int

  /// Nil for a day that no calendar has.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), (1...CalendarDate.days(in: month, of: year)).contains(day) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  /// `2024-12-18`.
  public var iso: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

  /// `18.12.2024`, as in Finnish and Swedish text.
  public var dotted: String { "\(day).\(month).\(year)" }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// What was read where a date should stand.
public enum DateReading: Sendable, Equatable {
  case date(CalendarDate)
  /// Written as a date, but no calendar has that day.
  case impossible
  case unreadable

  /// Reads `18.12.2024`, `3.5.2024`, `03.05.2024` and `2024-12-18`.
  public init(_ text: String) {
    let scalars = text.unicodeScalars.filter { $0 != " " && $0 != "\u{A0}" }
    let parts: [Int?]
    if scalars.contains("-") {
      let pieces = scalars.split(separator: "-", omittingEmptySubsequences: false)
      guard pieces.count == 3, pieces[0].count == 4 else {
        self = .unreadable
        return
      }
      parts = pieces.map(DateReading.number)
    } else {
      let pieces = scalars.split(separator: ".", omittingEmptySubsequences: false)
      guard pieces.count == 3, pieces[2].count == 4 else {
        self = .unreadable
        return
      }
      parts = pieces.reversed().map(DateReading.number)
    }
    guard let year = parts[0], let month = parts[1], let day = parts[2] else {
      self = .unreadable
      return
    }
    self = CalendarDate(year: year, month: month, day: day).map(DateReading.date) ?? .impossible
  }

  private static func number(_ scalars: some Collection<Unicode.Scalar>) -> Int? {
    guard (1...4).contains(scalars.count) else { return nil }
    var number = 0
    for scalar in scalars {
      guard ("0"..."9").contains(scalar) else { return nil }
      number = number * 10 + Int(scalar.value - 0x30)
    }
    return number
  }
}
