import Diagnosing

/// What shapes of values are called in messages.
enum Shapes {
  static let text = Localized(fi: "teksti", sv: "en text", en: "a text")
  static let number = Localized(fi: "luku", sv: "ett tal", en: "a number")
  static let json = Localized(fi: "JSON-arvo", sv: "ett JSON-värde", en: "a JSON value")

  static func name(_ reader: Reader) -> Localized {
    switch reader {
    case .text: text
    case .number: number
    case .html: Localized(fi: "valmis HTML", sv: "färdig HTML", en: "markup")
    case .url(_, _, isLocal: true):
      Localized(fi: "sivuston oma osoite", sv: "en adress inom webbplatsen", en: "an address within the site")
    case .url: Localized(fi: "osoite", sv: "en adress", en: "an address")
    case .json: json
    case .flag: Localized(fi: "kyllä/ei-arvo", sv: "ett ja/nej-värde", en: "a yes-or-no value")
    case .record: Localized(fi: "joukko kenttiä", sv: "en grupp av fält", en: "a group of fields")
    case .records, .texts: Localized(fi: "luettelo", sv: "en lista", en: "a list")
    }
  }

  /// How a value that is no text is used between tags.
  static func expected(_ reader: Reader) -> Localized {
    switch reader {
    case .flag, .records, .texts:
      Localized(fi: "osio {{#…}}", sv: "en sektion {{#…}}", en: "a section {{#…}}")
    case .record:
      Localized(
        fi: "kenttä pisteen jälkeen tai osio {{#…}}", sv: "ett fält efter en punkt eller en sektion {{#…}}",
        en: "a field after a dot, or a section {{#…}}")
    default: text
    }
  }
}
