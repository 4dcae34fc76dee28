import Diagnosing
import Testing

@testable import Cataloguing

@Suite("A telephone number")
struct PhoneNumberTests {
  private func numbers(_ text: String) -> [String] {
    let file = SourceFile(path: "malli.md", text: text)
    var end = 0
    return TextSigns(file).phones.compactMap { offset in
      guard offset >= end, let range = PhoneNumberReading(file.bytes, at: offset)?.range else { return nil }
      end = range.upperBound
      return file.text(range)
    }
  }

  @Test(
    "is told in the forms in which Finns write one",
    arguments: [
      "040-751 4731", "040 7514731", "0407514731", "040 751 47 31", "0400 123 456", "0400-123456", "044 123 4567",
      "050 12345", "050-123 4567", "0457 123 4567", "(040) 751 4731", "040\u{A0}751\u{A0}4731", "040‑751‑4731",
      "+358 40 751 4731", "+358407514731", "+358 (0)40 751 4731", "+358-40-7514731", "00358 40 751 4731",
      "+46 70 123 45 67", "+372 5123 4567",
      "09 310 29960", "(09) 310 29960", "09-310 29960", "0931029960", "019 123 4567", "014 123 456", "02 2630 000",
      "03 565 511", "029 534 5000", "0295 345 000", "020 123 4567", "010 123 4567",
    ])
  func found(_ number: String) {
    for text in [
      number, "Soita \(number).", "(\(number))", "Äiti, \(number), isä", "- \(number)\n", "puh. \(number) tai",
    ] {
      #expect(numbers(text) == [number], "\(text)")
    }
  }

  @Test(
    "may lack its area after a word that says what it is",
    arguments: ["puh. 310 29960", "Puhelin: 310 29960", "p 12, puh 310 29960", "tfn 310 29960", "GSM 7514731"])
  func named(_ text: String) {
    #expect(numbers(text).count == 1)
  }

  @Test(
    "is none of the figures that decisions are full of",
    arguments: [
      "680 000 €", "700 000", "1 234 567,50 €", "0,5 miljoonaa", "050 000 000 €", "+10 000 000 euroa", "+20 %", "0–2",
      "2012–2019", "2012 -2019", "1.1.2024–31.7.2025", "01.01.2024", "29.10.20", "2024-01-05", "02 05 2024",
      "01 02 2024",
      "1748/02.05.02/2023", "HEL 2021-002096 T 02 05 01 01", "VN/12345/2021", "OKM/0123/2023", "0201256-6",
      "Y-tunnus 0201256-6", "FI21 0400 1234 5600 07", "00100 Helsinki", "PL 100, 00099 HELSINGIN KAUPUNKI",
      "klo 08.00–16.00", "09:30", "§ 116", "42 §", "010203-1234", "040506-1234", "https://example.org/0401234567/",
      "https://example.org/?id=0401234567", "ISBN 978-951-0-12345-6", "0401234567890123", "vuosiluokat 3–9",
      "310 29960",
      "päätös numero 123456", "0800 98 811", "116 111", "asianumero 1748/02.05.02/2023", "kuva_0401234567.png",
      "0.040751", "puh. 2.5.2024",
    ])
  func notFound(_ text: String) {
    #expect(numbers(text) == [])
  }

  @Test("ends where the number does")
  func ends() {
    #expect(numbers("040 751 4731 3 kpl") == ["040 751 4731"])
    #expect(numbers("09 310 29960, 040 751 4731") == ["09 310 29960", "040 751 4731"])
  }
}
