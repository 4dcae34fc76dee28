/// A decimal number as it was stated, which tells how far it was rounded.
///
/// `29,8` has the digits 298 and one decimal; `680 000` has the digits 680000 and none.
public struct Figure: Sendable, Hashable {
  public let digits: Int
  public let decimals: Int

  public init(digits: Int, decimals: Int = 0) {
    self.digits = digits
    self.decimals = decimals
  }

  public var value: Double {
    var divisor = 1.0
    for _ in 0..<decimals { divisor *= 10 }
    return Double(digits) / divisor
  }

  /// Half of the last stated digit's unit: how far the exact value can lie from the stated one.
  public var roundingError: Double {
    var unit = 0.5
    for _ in 0..<decimals { unit /= 10 }
    return unit
  }

  /// In groups of three with no-break spaces and a decimal comma: `680 000`, `29,8`.
  public var text: String { text(decimalMark: ",") }

  public func text(decimalMark: String, groupMark: String = "\u{A0}") -> String {
    var number = String(digits)
    var fraction = ""
    if decimals > 0 {
      number = String(repeating: "0", count: max(0, decimals + 1 - number.count)) + number
      fraction = decimalMark + number.suffix(decimals)
      number = String(number.dropLast(decimals))
    }
    var grouped = ""
    for (index, digit) in number.enumerated() {
      if index > 0, (number.count - index) % 3 == 0 { grouped += groupMark }
      grouped.append(digit)
    }
    return grouped + fraction
  }
}

extension Figure {
  /// Reads an amount of euros: `680 000 €`, `680 000 euroa`, `680000`, `1 234,50 €`.
  ///
  /// Nil for more than two decimals, so that `680.000` and `680,000` are never taken for 680, and for
  /// groups of other than three digits, so that a lost zero shows.
  public static func amount(_ text: String) -> Figure? {
    guard let figure = read(text, units: ["€", "euroa", "euro", "euros", "eur"]), figure.decimals < 3 else {
      return nil
    }
    return figure
  }

  /// Reads a share of at most a hundred per cent: `20 %`, `20%`, `29,8 %`, `20`.
  public static func percentage(_ text: String) -> Figure? {
    guard let figure = read(text, units: ["%", "prosenttia", "procent", "per cent", "percent"]), figure.value <= 100
    else { return nil }
    return figure
  }

  private static func read(_ text: String, units: [String]) -> Figure? {
    var rest = Substring(text).unicodeScalars
    guard let figure = read(&rest) else { return nil }
    let unit = NameKey.of(String(rest))
    return unit.isEmpty || units.contains(unit) ? figure : nil
  }

  /// Reads digits in groups of three or in none, and decimals after a comma or a point.
  static func read(_ rest: inout Substring.UnicodeScalarView) -> Figure? {
    var digits = 0
    var count = 0
    var group = 0
    var isGrouped = false
    func isDigit(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { ("0"..."9").contains($0) } ?? false }
    while let scalar = rest.first {
      if isDigit(scalar) {
        count += 1
        group += 1
        if count > 15 || (isGrouped && group > 3) { return nil }
        digits = digits * 10 + Int(scalar.value - 0x30)
      } else if isBlank(scalar), isDigit(rest.dropFirst().first) {
        if isGrouped ? group != 3 : group > 3 { return nil }
        isGrouped = true
        group = 0
      } else {
        break
      }
      rest.removeFirst()
    }
    if count == 0 || (isGrouped && group != 3) { return nil }
    var decimals = 0
    if rest.first == "," || rest.first == ".", isDigit(rest.dropFirst().first) {
      rest.removeFirst()
      while let scalar = rest.first, isDigit(scalar) {
        decimals += 1
        count += 1
        if count > 15 { return nil }
        digits = digits * 10 + Int(scalar.value - 0x30)
        rest.removeFirst()
      }
    }
    return Figure(digits: digits, decimals: decimals)
  }

  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}" || scalar == "\u{2009}"
  }
}
