/// A stretch of time with its first and last day, as funding decisions state it.
public struct Period: Sendable, Hashable {
  public let start: CalendarDate
  public let end: CalendarDate
  /// Whether only years were stated.
  public let isYears: Bool

  /// Nil where the text is no period: `1.1.2024–31.7.2025`, `2024-01-01–2025-07-31`, `2021–2023`, `2020–21`
  /// and `2024` are.
  public init?(_ text: String) {
    let scalars = text.unicodeScalars.filter { $0 != " " && $0 != "\u{A0}" }
    let isDash: (Unicode.Scalar) -> Bool = { "–—-\u{2010}\u{2011}\u{2212}".unicodeScalars.contains($0) }
    let pieces = scalars.split(whereSeparator: isDash).map { piece in
      piece.reduce(into: "") { $0.unicodeScalars.append($1) }
    }
    switch pieces.count {
    case 1: self.init(year: pieces[0], to: pieces[0])
    case 2 where pieces[0].contains("."):
      guard case .date(let start) = DateReading(pieces[0]), case .date(let end) = DateReading(pieces[1]) else {
        return nil
      }
      self.init(start: start, end: end, isYears: false)
    case 2: self.init(year: pieces[0], to: pieces[1])
    case 6:
      let first = pieces[0...2].joined(separator: "-")
      let last = pieces[3...5].joined(separator: "-")
      guard case .date(let start) = DateReading(first), case .date(let end) = DateReading(last) else { return nil }
      self.init(start: start, end: end, isYears: false)
    default: return nil
    }
  }

  private init?(year first: String, to last: String) {
    guard first.count == 4, let start = Int(first), var end = Int(last), start > 1800 else { return nil }
    if last.count == 2 { end += start / 100 * 100 }
    guard let from = CalendarDate(year: start, month: 1, day: 1), let to = CalendarDate(year: end, month: 12, day: 31)
    else { return nil }
    self.init(start: from, end: to, isYears: true)
  }

  private init(start: CalendarDate, end: CalendarDate, isYears: Bool) {
    self.start = start
    self.end = end
    self.isYears = isYears
  }

  /// With an en dash: `1.1.2024–31.7.2025`, `2021–2023`.
  public var text: String {
    if !isYears { return "\(start.dotted)–\(end.dotted)" }
    return start.year == end.year ? "\(start.year)" : "\(start.year)–\(end.year)"
  }
}
