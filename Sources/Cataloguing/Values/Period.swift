/// A stretch of time with its first and last day, as funding decisions state it.
public struct Period: Sendable, Hashable {
  /// The first day. A rule tells where it lies after the last one.
  public let start: CalendarDate
  public let end: CalendarDate
  /// Whether only years were stated.
  public let isYears: Bool

  /// With an en dash: `1.1.2024–31.7.2025`, `2021–2023`.
  public var text: String {
    if !isYears { return "\(start.dotted)–\(end.dotted)" }
    return start.year == end.year ? "\(start.year)" : "\(start.year)–\(end.year)"
  }
}

/// What was read where a period should stand.
public enum PeriodReading: Sendable, Equatable {
  case period(Period)
  /// Written as a period, but no calendar has one of its days.
  case impossible
  case unreadable

  /// Reads `1.1.2024–31.7.2025`, `2024-01-01–2025-07-31`, `2021–2023`, `2020–21` and `2024`.
  ///
  /// The dash may be a hyphen and may have blanks around it.
  public init(_ text: String) {
    var scanner = DateScanner(text)
    self = .unreadable
    guard let first = scanner.number() else { return }
    if first.count == 4, let years = PeriodReading.years(from: first.value, scanner) {
      self = years
      return
    }
    let start = scanner.date(after: first)
    guard scanner.takeDash(), let second = scanner.number() else { return }
    let end = scanner.date(after: second)
    guard scanner.isAtEnd else { return }
    switch (start, end) {
    case (.unreadable, _), (_, .unreadable): return
    case (.date(let start), .date(let end)): self = .period(Period(start: start, end: end, isYears: false))
    default: self = .impossible
    }
  }

  /// A lone year, or two; nil where the text goes on as a date with hyphens does.
  private static func years(from year: Int, _ scanner: DateScanner) -> PeriodReading? {
    var scanner = scanner
    if scanner.isAtEnd { return years(year, year) }
    guard scanner.takeDash(), let last = scanner.number(), scanner.isAtEnd else { return nil }
    if last.count == 4 { return years(year, last.value) }
    // `2020–21`; but `2024-12` is a month, and no year before the first one is meant.
    guard last.count == 2, last.value > year % 100 else { return .unreadable }
    return years(year, year / 100 * 100 + last.value)
  }

  private static func years(_ first: Int, _ last: Int) -> PeriodReading {
    guard let start = CalendarDate(year: first, month: 1, day: 1),
      let end = CalendarDate(year: last, month: 12, day: 31)
    else { return .impossible }
    return .period(Period(start: start, end: end, isYears: true))
  }
}
