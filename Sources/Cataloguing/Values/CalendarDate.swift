/// A day of the Gregorian calendar, without a time or a zone.
public struct CalendarDate: Sendable, Hashable, Comparable {
  public let year: Int
  public let month: Int
  public let day: Int

  /// The first whole year of the Gregorian calendar.
  static let firstYear = 1583

  /// Nil for a day that the calendar does not have; years run from 1583 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (CalendarDate.firstYear...9999).contains(year), (1...12).contains(month),
      (1...CalendarDate.days(in: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  /// `2024-12-18`.
  public var iso: String {
    written { digits in
      digits.append(year, width: 4)
      digits.append(ascii: "-")
      digits.append(month, width: 2)
      digits.append(ascii: "-")
      digits.append(day, width: 2)
    }
  }

  /// `18.12.2024`, as in Finnish and Swedish text.
  public var dotted: String {
    written { digits in
      digits.append(day, width: day < 10 ? 1 : 2)
      digits.append(ascii: ".")
      digits.append(month, width: month < 10 ? 1 : 2)
      digits.append(ascii: ".")
      digits.append(year, width: 4)
    }
  }

  /// Both ways of writing fit ten bytes. Dates stand in every row of every list, so no string is put together of others.
  private func written(_ write: (inout Digits) -> Void) -> String {
    String(unsafeUninitializedCapacity: 10) { buffer in
      var digits = Digits(buffer: buffer)
      write(&digits)
      return digits.count
    }
  }

  private struct Digits {
    let buffer: UnsafeMutableBufferPointer<UInt8>
    var count = 0

    mutating func append(ascii sign: Unicode.Scalar) {
      buffer[count] = UInt8(ascii: sign)
      count += 1
    }

    /// A number with zeros before it, of no more digits than its width.
    mutating func append(_ number: Int, width: Int) {
      var rest = number
      for place in (count..<count + width).reversed() {
        buffer[place] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      }
      count += width
    }
  }

  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
