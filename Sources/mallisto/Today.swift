import Cataloguing
import Glibc

/// The day that it is here. Only new entries and the report of old ones ask: nothing that is built depends on the
/// clock.
enum Today {
  static var date: CalendarDate {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? CalendarDate(year: 2020, month: 1, day: 1)!
  }
}
