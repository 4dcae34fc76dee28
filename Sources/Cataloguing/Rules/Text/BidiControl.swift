import Diagnosing

/// A file holds no characters that turn the direction of text.
enum BidiControl: TextRule {
  static let rule = Rule(
    "bidi-control", .error,
    title: Localized(
      fi: "Tekstissä ei ole merkkejä, jotka kääntävät kirjoitussuunnan",
      sv: "Texten innehåller inga tecken som vänder skrivriktningen",
      en: "A text holds no characters that turn the direction of writing"),
    explanation: Localized(
      fi: "Merkkiä ei näe, mutta se voi saada rivin näyttämään muulta kuin se on. "
        + "Se on luultavasti tullut kopioidun tekstin mukana. Poista se.",
      sv: "Tecknet syns inte, men det kan få raden att se ut som något annat än den är. "
        + "Det har troligen följt med en kopierad text. Ta bort det.",
      en: "The character cannot be seen, but it can make a line look other than it is. "
        + "It has probably come along with copied text. Remove it."),
    example: RuleExample(wrong: "Koulu ja koti \u{202E}toimivat yhdessä.", right: "Koulu ja koti toimivat yhdessä."))

  static func check(_ text: WrittenText) -> [Diagnostic] {
    if text.signs.invisible.isEmpty { return [] }
    return InvisibleCharacter.findings(.bidiControl, in: text, rule) { code in
      Localized(
        fi: "Tekstissä on näkymätön merkki \(code), joka kääntää kirjoitussuunnan",
        sv: "Texten innehåller det osynliga tecknet \(code), som vänder skrivriktningen",
        en: "The text holds the invisible character \(code), which turns the direction of writing")
    }
  }
}
