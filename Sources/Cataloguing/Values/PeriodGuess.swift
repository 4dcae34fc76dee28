/// The period that was meant by a text that is none in the accepted forms.
///
/// ```swift
/// PeriodGuess.replacement(for: "1.1.–31.7.2025")     // "1.1.2025–31.7.2025"
/// PeriodGuess.replacement(for: "vuosina 2020-2021")  // "2020–2021"
/// ```
///
/// This only runs after a failure.
enum PeriodGuess {
  static func replacement(for text: String) -> String? {
    let parts = text.split { "–—/".contains($0) }.map(String.init)
    for parts in [parts, text.split(separator: "-").map(String.init)] where parts.count == 2 {
      guard let end = DateGuess(parts[1])?.date else { continue }
      if let start = DateGuess(parts[0])?.date ?? DateGuess(parts[0] + " \(end.year)")?.date, start <= end {
        return Period(start: start, end: end, isYears: false).text
      }
    }
    let numbers = text.split { !("0"..."9").contains($0) }.map(String.init)
    let years = numbers.compactMap { $0.count == 4 ? Int($0) : nil }
    guard numbers.count == years.count, let first = years.first, let last = years.last, years.count < 3, first <= last
    else { return nil }
    return first == last ? "\(first)" : "\(first)–\(last)"
  }
}
