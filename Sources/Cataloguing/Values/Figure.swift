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

  /// Reads figures with a decimal comma or point, in groups of three or not: `1 234 567,50`.
  init?(_ text: some Sequence<Unicode.Scalar>) {
    var digits = 0
    var decimals: Int?
    var count = 0
    for scalar in text {
      switch scalar {
      case "0"..."9":
        guard count < 15 else { return nil }
        count += 1
        digits = digits * 10 + Int(scalar.value - 0x30)
        decimals = decimals.map { $0 + 1 }
      case ",", ".":
        guard decimals == nil, count > 0 else { return nil }
        decimals = 0
      case " ", "\u{A0}", "\u{202F}", "\u{2009}":
        if decimals != nil { return nil }
      default: return nil
      }
    }
    guard count > 0, decimals != 0 else { return nil }
    self.init(digits: digits, decimals: decimals ?? 0)
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

  public func text(decimalMark: String) -> String {
    var number = String(digits)
    var fraction = ""
    if decimals > 0 {
      number = String(repeating: "0", count: max(0, decimals + 1 - number.count)) + number
      fraction = decimalMark + number.suffix(decimals)
      number = String(number.dropLast(decimals))
    }
    var grouped = ""
    for (index, digit) in number.enumerated() {
      if index > 0, (number.count - index) % 3 == 0 { grouped += "\u{A0}" }
      grouped.append(digit)
    }
    return grouped + fraction
  }
}

extension Figure {
  /// Reads an amount of euros: `680 000 €`, `680 000 euroa`, `680 000`.
  public static func amount(_ text: String) -> Figure? {
    number(in: text, units: ["€", "euroa", "euro", "euros", "eur"])
  }

  /// Reads a share: `20 %`, `20%`, `29,8 %`.
  public static func percentage(_ text: String) -> Figure? {
    number(in: text, units: ["%", "prosenttia", "procent", "per cent", "percent"])
  }

  private static func number(in text: String, units: [String]) -> Figure? {
    var key = NameKey.of(text)
    for unit in units where key.hasSuffix(unit) {
      key.removeLast(unit.count)
      break
    }
    return Figure(NameKey.of(key).unicodeScalars)
  }
}
