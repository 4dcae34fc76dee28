import Foundation
import Support
import Testing

@testable import Cataloguing

@Suite("A date")
struct DateTests {
  @Test(
    "is written day first with dots, or year first with hyphens",
    arguments: [
      ("18.12.2024", "2024-12-18"), ("3.5.2024", "2024-05-03"), ("03.05.2024", "2024-05-03"),
      ("18. 12. 2024", "2024-12-18"), ("18.\u{A0}12.\u{A0}2024", "2024-12-18"), ("2024-12-18", "2024-12-18"),
      ("2024-5-3", "2024-05-03"), ("29.2.2024", "2024-02-29"),
    ])
  func readable(text: String, iso: String) {
    guard case .date(let date) = DateReading(text) else { return #expect(Bool(false), "\(text) is not read") }
    #expect(date.iso == iso)
  }

  @Test(
    "of a day that no calendar has is impossible",
    arguments: [
      "31.11.2024", "29.2.2023", "0.1.2024", "1.13.2024", "2024-02-30", "1.1.0000", "24.12.1582", "00.00.2024",
    ])
  func impossible(text: String) {
    #expect(DateReading(text) == .impossible)
  }

  @Test(
    "in any other form is not read, so that nothing is guessed in silence",
    arguments: [
      "", "2024", "18.12.24", "18.12.", "18/12/2024", "2024/12/18", "18-12-2024", "2024–12–18", "18.12.2024.",
      "18.12.2024 klo 10", "18. joulukuuta 2024", "1 8.12.2024", "18.12.20 24", "018.12.2024", "18.12.20245",
      "٣.٥.٢٠٢٤",
      "2024-12-18T10:00", "12.2024", "maanantaina", "18 .12.2024", "18..12.2024", "-", ".", "2024-",
    ])
  func unreadable(text: String) {
    #expect(DateReading(text) == .unreadable)
  }

  @Test("is read back from each of its forms, for every day of ten years")
  func everyDay() {
    for year in 2020...2029 {
      for month in 1...12 {
        for day in 1...31 {
          guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
          #expect(DateReading(date.dotted) == .date(date))
          #expect(DateReading(date.iso) == .date(date))
        }
      }
    }
  }

  @Test("exists exactly when Foundation's Gregorian calendar has it")
  func agreesWithFoundation() {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? calendar.timeZone
    for year in [1600, 1700, 1899, 1900, 2000, 2023, 2024, 2100] {
      for month in 0...13 {
        for day in 0...32 {
          let components = DateComponents(calendar: calendar, year: year, month: month, day: day)
          #expect((CalendarDate(year: year, month: month, day: day) != nil) == components.isValidDate)
        }
      }
    }
  }

  @Test(
    "in another form is guessed for the fix, surely where nothing else can be meant",
    arguments: [
      ("18. joulukuuta 2024", "18.12.2024", true), ("18 december 2024", "18.12.2024", true),
      ("3 maj 2024", "3.5.2024", true), ("2024/12/18", "2024-12-18", true), ("18/12/2024", "18.12.2024", true),
      ("2024–12–18", "2024-12-18", true), ("18.12.2024.", "18.12.2024", true), ("18-12-2024", "18.12.2024", true),
      ("3/5/2024", "3.5.2024", false), ("18.12.24", "18.12.2024", false), ("12/18/2024", "18.12.2024", false),
      ("12.18.2024", "18.12.2024", false), ("18.12.2024 klo 10.00", "18.12.2024", false),
      ("2024-12-18T10:00:00", "2024-12-18", false), ("October 26, 2023", "26.10.2023", true),
    ])
  func guessed(text: String, replacement: String, isCertain: Bool) {
    let guess = DateGuess(text)
    #expect(guess?.replacement == replacement)
    #expect(guess?.isCertain == isCertain)
  }

  @Test("is not guessed where there is none", arguments: ["", "maanantaina", "2024", "12/2024", "kesä", "31.2.2024"])
  func notGuessed(text: String) {
    #expect(DateGuess(text) == nil)
  }
}

@Suite("A period")
struct PeriodTests {
  @Test(
    "is two dates or years with a dash between them, or a year",
    arguments: [
      ("1.1.2024–31.7.2025", "1.1.2024–31.7.2025"), ("1.1.2024 – 31.7.2025", "1.1.2024–31.7.2025"),
      ("1.1.2024-31.7.2025", "1.1.2024–31.7.2025"), ("1.1.2024 — 31.7.2025", "1.1.2024–31.7.2025"),
      ("1. 1. 2024 – 31. 7. 2025", "1.1.2024–31.7.2025"), ("1.1.2024\u{A0}–\u{A0}31.7.2025", "1.1.2024–31.7.2025"),
      ("2024-01-01–2025-07-31", "1.1.2024–31.7.2025"), ("2024-01-01 - 2025-07-31", "1.1.2024–31.7.2025"),
      ("2024-01-01-2025-07-31", "1.1.2024–31.7.2025"), ("2021–2023", "2021–2023"), ("2021-2023", "2021–2023"),
      ("2021 – 2023", "2021–2023"), ("2020-21", "2020–2021"), ("2020–21", "2020–2021"), ("1999–2001", "1999–2001"),
      ("2024", "2024"), ("2024–2024", "2024"),
    ])
  func readable(text: String, written: String) {
    guard case .period(let period) = PeriodReading(text) else { return #expect(Bool(false), "\(text) is not read") }
    #expect(period.text == written)
    #expect(period.start <= period.end)
  }

  @Test("may run backwards, which a rule reports", arguments: ["31.7.2025–1.1.2024", "2023–2021"])
  func reversed(text: String) {
    guard case .period(let period) = PeriodReading(text) else { return #expect(Bool(false), "\(text) is not read") }
    #expect(period.end < period.start)
  }

  @Test(
    "with a day that no calendar has is impossible",
    arguments: ["1.1.2024–31.6.2025", "30.2.2024–31.7.2025", "2024-02-30–2025-07-31", "0000"])
  func impossible(text: String) {
    #expect(PeriodReading(text) == .impossible)
  }

  @Test(
    "in any other form is not read",
    arguments: [
      "", "–", "2024–", "–2024", "2020-19", "2024-12", "1.1.–31.7.2025", "1.1.2024", "2024-01-01", "2021–2022–2023",
      "vuosina 2020–2021", "2024/2025", "1.1.2024–2025", "2021–31.7.2025", "24–25", "1.1.2024–31.7.2025 asti",
    ])
  func unreadable(text: String) {
    #expect(PeriodReading(text) == .unreadable)
  }

  @Test(
    "in another form is guessed for the fix",
    arguments: [
      ("1.1.–31.7.2025", "1.1.2025–31.7.2025"), ("vuosina 2020-2021", "2020–2021"), ("2024/2025", "2024–2025"),
      ("2024-01-01/2025-07-31", "1.1.2024–31.7.2025"),
      ("1. tammikuuta 2024 – 31. heinäkuuta 2025", "1.1.2024–31.7.2025"),
    ])
  func guessed(text: String, replacement: String) {
    #expect(PeriodGuess.replacement(for: text) == replacement)
  }

  @Test("is not guessed where there is none", arguments: ["", "kaksi vuotta", "24–25", "2025–2024 ja 2030"])
  func notGuessed(text: String) {
    #expect(PeriodGuess.replacement(for: text) == nil)
  }
}
