import Diagnosing

/// What a field's value should be, in words and by an example.
enum Expectation {
  /// As the end of "The field “X” holds …".
  static func words(for field: FieldDefinition, isItem: Bool = false) -> Localized {
    switch field.type {
    case .text, .paragraph, .practice: text
    case .texts:
      Localized(
        fi: "teksti tai luettelo tekstejä", sv: "en text eller en lista med texter", en: "a text or a list of texts")
    case .date: Localized(fi: "päivämäärä", sv: "ett datum", en: "a date")
    case .language:
      Localized(fi: "kieli: fi, sv tai en", sv: "ett språk: fi, sv eller en", en: "a language: fi, sv or en")
    case .url:
      Localized(
        fi: "verkko-osoite, joka alkaa https://", sv: "en webbadress som börjar med https://",
        en: "a web address that starts with https://")
    case .file: Localized(fi: "tiedoston nimi", sv: "ett filnamn", en: "a file's name")
    case .amount:
      Localized(
        fi: "rahamäärä euroina, numeroin", sv: "ett belopp i euro, med siffror", en: "an amount in euros, in figures")
    case .percentage:
      Localized(
        fi: "osuus prosentteina, enintään 100", sv: "en andel i procent, högst 100",
        en: "a share in per cent, at most 100")
    case .period:
      Localized(
        fi: "ajanjakso: ensimmäinen ja viimeinen päivä tai vuosi",
        sv: "en period: den första och sista dagen eller året",
        en: "a period: its first and last day or year")
    case .link:
      Localized(
        fi: "nimi, tai nimi ja osoite omilla sisennetyillä riveillään",
        sv: "ett namn, eller namn och adress på egna indragna rader",
        en: "a name, or a name and an address on indented lines of their own")
    case .records where !isItem:
      Localized(
        fi: "luettelo, jonka jokainen kohta alkaa viivalla", sv: "en lista där varje punkt börjar med ett streck",
        en: "a list in which each item starts with a hyphen")
    case .record, .records:
      Localized(
        fi: "nimettyjä kohtia, kukin omalla rivillään", sv: "namngivna punkter, var och en på sin egen rad",
        en: "named items, each on a line of its own")
    case .terms(_, many: true):
      Localized(
        fi: "arvo tai luettelo arvoja", sv: "ett värde eller en lista med värden", en: "a value or a list of values")
    case .terms(_, many: false): Localized(fi: "yksi arvo", sv: "ett värde", en: "one value")
    }
  }

  static let text = Localized(fi: "yksi teksti", sv: "en text", en: "one text")
  static let list = Localized(fi: "luettelo tekstejä", sv: "en lista med texter", en: "a list of texts")

  /// Lines that show the field as it may be written; none where the template has no example.
  ///
  /// - Parameter isBlock: whether the field is a fenced block's, which has no key of its own.
  static func example(of field: FieldDefinition, isBlock: Bool = false) -> [Localized] {
    let fi = lines(field, .fi, isBlock: isBlock)
    let sv = lines(field, .sv, isBlock: isBlock)
    let en = lines(field, .en, isBlock: isBlock)
    if fi.isEmpty { return [] }
    if fi.count == 1 {
      return [Localized(fi: "Esimerkki: \(fi[0])", sv: "Exempel: \(sv[0])", en: "Example: \(en[0])")]
    }
    return [Localized(fi: "Esimerkki:", sv: "Exempel:", en: "Example:")]
      + fi.indices.map { Localized(fi: "  \(fi[$0])", sv: "  \(sv[$0])", en: "  \(en[$0])") }
  }

  private static func lines(_ field: FieldDefinition, _ language: Language, isBlock: Bool) -> [String] {
    if let example = field.example { return ["\(field.keys[language]): \(example[language])"] }
    let nested = field.fields.flatMap { lines($0, language, isBlock: false) }.prefix(4)
    guard !nested.isEmpty else { return [] }
    let isList = field.type == .records
    let indent = isBlock ? "" : "  "
    let items = nested.enumerated().map { index, line in indent + (isList ? (index == 0 ? "- " : "  ") : "") + line }
    return isBlock ? items : ["\(field.keys[language]):"] + items
  }
}
