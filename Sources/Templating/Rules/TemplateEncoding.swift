import Diagnosing

/// A template is UTF-8.
enum TemplateEncoding {
  static let rule = Rule(
    "template-encoding", .error,
    title: Localized(
      fi: "Sivupohja tallennetaan UTF-8-muodossa",
      sv: "En sidmall sparas som UTF-8",
      en: "A template is saved as UTF-8"),
    explanation: Localized(
      fi:
        "Tiedostossa on tavu, joka ei ole UTF-8-merkki. Tallenna tiedosto uudelleen ja valitse koodaukseksi "
        + "UTF-8.",
      sv: "Filen innehåller en byte som inte är ett UTF-8-tecken. Spara filen på nytt och välj kodningen UTF-8.",
      en: "The file holds a byte that is no UTF-8 character. Save it again and choose the encoding UTF-8."))

  /// The first byte that is not part of a character.
  static func fault(in file: SourceFile) -> Diagnostic? {
    if String(validating: file.bytes, as: UTF8.self) != nil { return nil }
    var decoder = UTF8()
    var iterator = file.bytes.makeIterator()
    var offset = 0
    decoding: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput, .error: break decoding
      }
    }
    return Diagnostic(
      rule, in: file, at: offset..<min(offset + 1, file.bytes.count),
      Localized(
        fi: "Tavu ei ole UTF-8-merkki", sv: "Byten är inte ett UTF-8-tecken",
        en: "The byte is not a UTF-8 character"))
  }
}
