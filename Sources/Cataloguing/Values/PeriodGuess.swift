/// The period that was meant by a text that is none in the accepted forms.
///
/// ```swift
/// PeriodGuess.replacement(for: "1.1.–31.7.2025")     // "1.1.2025–31.7.2025"
/// PeriodGuess.replacement(for: "vuosina 2020-2021")  // "2020–2021"
/// ```
///
/// This only runs after a failure.
enum PeriodGuess {
  /// Two whole dates with no dash between them, or with months for days: `1.1.2024 31.7.2025`, `1/2024–7/2025`.
  private static func twoDays(in text: String) -> String? {
    let numbers = text.split { !("0"..."9").contains($0) }.compactMap { Int($0) }
    let days: [CalendarDate?] =
      switch numbers.count {
      case 6:
        [
          CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0]),
          CalendarDate(year: numbers[5], month: numbers[4], day: numbers[3]),
        ]
      case 4 where numbers[1] > 999:
        [CalendarDate(year: numbers[1], month: numbers[0], day: 1), lastDay(ofMonth: numbers[2], numbers[3])]
      default: []
      }
    guard days.count == 2, let start = days[0], let end = days[1], start <= end else { return nil }
    return Period(start: start, end: end, isYears: false).text
  }

  private static func lastDay(ofMonth month: Int, _ year: Int) -> CalendarDate? {
    (28...31).reversed().lazy.compactMap { CalendarDate(year: year, month: month, day: $0) }.first
  }

  static func replacement(for text: String) -> String? {
    let parts = text.split { "–—/".contains($0) }.map(String.init)
    for parts in [parts, text.split(separator: "-").map(String.init)] where parts.count == 2 {
      guard let end = DateGuess(parts[1])?.date else { continue }
      if let start = DateGuess(parts[0])?.date ?? DateGuess(parts[0] + " \(end.year)")?.date, start <= end {
        return Period(start: start, end: end, isYears: false).text
      }
    }
    if let days = twoDays(in: text) { return days }
    let numbers = text.split { !("0"..."9").contains($0) }.map(String.init)
    let years = numbers.compactMap { $0.count == 4 ? Int($0) : nil }
    guard numbers.count == years.count, let first = years.first, let last = years.last, years.count < 3, first <= last
    else { return nil }
    return first == last ? "\(first)" : "\(first)–\(last)"
  }
}
