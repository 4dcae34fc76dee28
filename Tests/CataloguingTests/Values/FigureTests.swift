import Support
import Testing

@testable import Cataloguing

@Suite("An amount")
struct AmountTests {
  @Test(
    "is a figure in groups of three or in none, with or without its unit",
    arguments: [
      ("680 000 €", 680_000, 0), ("680\u{A0}000 €", 680_000, 0), ("680\u{202F}000\u{A0}€", 680_000, 0),
      ("680 000€", 680_000, 0), ("680 000 euroa", 680_000, 0), ("680 000 EUR", 680_000, 0), ("680 000", 680_000, 0),
      ("680000", 680_000, 0), ("680000 €", 680_000, 0), ("0 €", 0, 0), ("500 €", 500, 0), ("6 800 000 €", 6_800_000, 0),
      ("1 234,50 €", 123_450, 2), ("1234.5", 12345, 1),
    ])
  func readable(text: String, digits: Int, decimals: Int) {
    #expect(Figure.amount(text) == Figure(digits: digits, decimals: decimals))
  }

  @Test(
    "is refused where it could be read in two ways or has lost a digit",
    arguments: [
      "", "€", "680.000 €", "680,000 €", "1.234.567 €", "40 00 €", "4 0000 €", "6 8 0", "1234 567", "-500 €",
      "6,8 milj. €",
      "680 t€", "noin 680 000 €", "€ 680 000", "680 000 $", "680 000 €/vuosi", "1,2,3", "12 345 678 901 234 567 €",
      "680 000 €, 20 %", "kuusisataa",
    ])
  func unreadable(text: String) {
    #expect(Figure.amount(text) == nil)
  }

  @Test(
    "in another form is guessed for the fix",
    arguments: [
      ("680.000 €", "680 000 €"), ("680,000 €", "680 000 €"), ("1.234.567 €", "1 234 567 €"),
      ("6,8 miljoonaa euroa", "6 800 000 €"), ("6,8 milj. €", "6 800 000 €"), ("6.8 M€", "6 800 000 €"),
      ("6,8 miljoner euro", "6 800 000 €"), ("680 t€", "680 000 €"), ("680 tuhatta euroa", "680 000 €"),
      ("noin 680 000 €", "680 000 €"), ("€ 680 000", "680 000 €"), ("680 000,- €", "680 000 €"),
      ("1.234,50 €", "1 234,50 €"),
    ])
  func guessed(text: String, replacement: String) {
    #expect(FigureGuess.amount(text) == replacement)
    #expect(Figure.amount(replacement) != nil)
  }

  @Test(
    "is not guessed where there is none or more than one", arguments: ["", "ei tiedossa", "20 000–30 000 €", "40 00 €"])
  func notGuessed(text: String) {
    #expect(FigureGuess.amount(text) == nil)
  }

  @Test("is read back as it was written, for a thousand random figures")
  func roundTrip() {
    var random = SeededGenerator(seed: 680_000)
    for _ in 0..<1000 {
      let figure = Figure(
        digits: Int.random(in: 0...999_999_999, using: &random), decimals: Int.random(in: 0...2, using: &random))
      for mark in ["\u{A0}", " ", "\u{202F}", ""] {
        let text = figure.text(decimalMark: ",", groupMark: mark)
        #expect(Figure.amount(text) == figure, "\(text)")
        #expect(Figure.amount(text + " €") == figure, "\(text)")
      }
    }
  }
}

@Suite("A share")
struct PercentageTests {
  @Test(
    "is a figure of at most a hundred",
    arguments: [("20 %", 20.0), ("20%", 20), ("29,8 %", 29.8), ("20", 20), ("100 %", 100), ("20 prosenttia", 20)])
  func readable(text: String, value: Double) {
    #expect(Figure.percentage(text)?.value == value)
  }

  @Test("is refused elsewhere", arguments: ["", "%", "120 %", "-20 %", "noin 20 %", "viidesosa", "20 €"])
  func unreadable(text: String) {
    #expect(Figure.percentage(text) == nil)
  }

  @Test("knows how far it was rounded")
  func rounding() throws {
    #expect(try #require(Figure.percentage("30 %")).roundingError == 0.5)
    #expect(abs(try #require(Figure.percentage("29,8 %")).roundingError - 0.05) < 1e-12)
  }
}
