import Diagnosing

/// The day that was meant by a text that is no date in the accepted forms.
///
/// ```swift
/// DateGuess("18. joulukuuta 2024")?.replacement  // "18.12.2024"
/// ```
///
/// This only runs after a failure.
struct DateGuess {
  let date: CalendarDate
  /// Whether no other day can have been meant.
  let isCertain: Bool
  private let isYearFirst: Bool

  /// In the order in which it was written.
  var replacement: String { isYearFirst ? date.iso : date.dotted }

  init?(_ text: String) {
    var numbers: [(value: Int, count: Int)] = []
    var words: [String] = []
    for token in DateGuess.tokens(of: text) {
      if let value = Int(token) { numbers.append((value, token.utf8.count)) } else { words.append(token) }
    }
    if words.isEmpty, let digits = numbers.first, numbers.count == 1, digits.count == 8 {
      // 20241218: no year ends the thirteenth month or a later one, so the other order does not come up.
      self.init(
        digits.value / 10_000, digits.value / 100 % 100, digits.value % 100, isCertain: false, isYearFirst: true)
      return
    }
    let months = words.compactMap(DateGuess.month(named:))
    let isPlain = words.count == months.count
    if months.count == 1, numbers.count == 2, let year = numbers.first(where: { $0.count == 4 }) {
      let day = numbers[0].count == 4 ? numbers[1] : numbers[0]
      self.init(year.value, months[0], day.value, isCertain: isPlain, isYearFirst: numbers[0].count == 4)
    } else if months.isEmpty, numbers.count >= 3 {
      let isExact = isPlain && numbers.count == 3
      if numbers[0].count == 4 {
        self.init(numbers[0].value, numbers[1].value, numbers[2].value, isCertain: isExact, isYearFirst: true)
      } else if numbers[2].count == 4 {
        // With slashes the month may stand first.
        let isClear = !text.utf8.contains(UInt8(ascii: "/")) || numbers[0].value > 12
        self.init(
          numbers[2].value, numbers[1].value, numbers[0].value, isCertain: isExact && isClear, isYearFirst: false)
      } else if numbers[2].count == 2 {
        self.init(2000 + numbers[2].value, numbers[1].value, numbers[0].value, isCertain: false, isYearFirst: false)
      } else {
        return nil
      }
    } else {
      return nil
    }
  }

  /// Takes a day and a month that stand the other way round for each other.
  private init?(_ year: Int, _ month: Int, _ day: Int, isCertain: Bool, isYearFirst: Bool) {
    if let date = CalendarDate(year: year, month: month, day: day) {
      (self.date, self.isCertain) = (date, isCertain)
    } else if month > 12, let date = CalendarDate(year: year, month: day, day: month) {
      (self.date, self.isCertain) = (date, false)
    } else {
      return nil
    }
    self.isYearFirst = isYearFirst
  }

  /// What a date with three numbers goes beyond: the days of its month, or the months of a year.
  static func limit(of text: String) -> Localized? {
    let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
    guard numbers.count == 3, let year = numbers.max(), year >= CalendarDate.firstYear else { return nil }
    let (month, day) = numbers[0] == year ? (numbers[1], numbers[2]) : (numbers[1], numbers[0])
    guard (1...12).contains(month) else {
      return Localized(
        fi: "Kuukausi on luku 1–12", sv: "Månaden är ett tal från 1 till 12", en: "The month is a number from 1 to 12")
    }
    let days = CalendarDate.days(in: month, of: year)
    guard !(1...days).contains(day) else { return nil }
    func capitalised(_ name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }
    let names = otherMonths[month - 1]
    return Localized(
      fi: "\(capitalised(finnishMonths[month - 1]))kuussa \(year) on \(days) päivää",
      sv: "\(capitalised(names[0])) \(year) har \(days) dagar",
      en: "\(capitalised(names[names.count - 1])) \(year) has \(days) days")
  }

  /// Runs of digits and runs of letters, in lower case.
  private static func tokens(of text: String) -> [String] {
    var tokens: [String] = []
    var last: Bool?
    for character in NameKey.of(text) {
      let isDigit = ("0"..."9").contains(character)
      guard isDigit || character.isLetter else {
        last = nil
        continue
      }
      if last == isDigit { tokens[tokens.count - 1].append(character) } else { tokens.append(String(character)) }
      last = isDigit
    }
    return tokens
  }

  private static let finnishMonths = [
    "tammi", "helmi", "maalis", "huhti", "touko", "kesä", "heinä", "elo", "syys", "loka", "marras", "joulu",
  ]
  private static let otherMonths = [
    ["januari", "january"], ["februari", "february"], ["mars", "march"], ["april"], ["maj", "may"], ["juni", "june"],
    ["juli", "july"], ["augusti", "august"], ["september"], ["oktober", "october"], ["november"],
    ["december"],
  ]

  private static func month(named word: String) -> Int? {
    if let index = finnishMonths.firstIndex(where: { word == $0 || word.hasPrefix($0 + "kuu") }) { return index + 1 }
    guard word.count > 2 else { return nil }
    return otherMonths.firstIndex { names in names.contains { $0.hasPrefix(word) } }.map { $0 + 1 }
  }
}
