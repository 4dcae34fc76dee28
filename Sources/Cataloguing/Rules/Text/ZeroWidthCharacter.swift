import Diagnosing

/// A file holds no characters that take no room.
enum ZeroWidthCharacter: TextRule {
  static let rule = Rule(
    "zero-width-character", .error,
    title: Localized(
      fi: "Tekstissä ei ole merkkejä, joilla ei ole leveyttä",
      sv: "Texten innehåller inga tecken utan bredd",
      en: "A text holds no characters of zero width"),
    explanation: Localized(
      fi: "Merkkiä ei näe, mutta se katkaisee sanan: haku ei löydä sitä, eikä nimi ole enää sama nimi. "
        + "Se on luultavasti tullut kopioidun tekstin mukana. Poista se.",
      sv: "Tecknet syns inte, men det bryter ordet: sökningen hittar det inte, och ett namn är inte längre samma namn. "
        + "Det har troligen följt med en kopierad text. Ta bort det.",
      en: "The character cannot be seen, but it breaks the word: search does not find it, and a name is no longer "
        + "the same name. It has probably come along with copied text. Remove it."),
    example: RuleExample(wrong: "Opiskelu\u{200B}huolto on mukana.", right: "Opiskeluhuolto on mukana."))

  static func check(_ text: WrittenText) -> [Diagnostic] {
    if text.signs.invisible.isEmpty { return [] }
    return InvisibleCharacter.findings(.zeroWidth, in: text, rule) { code in
      Localized(
        fi: "Tekstissä on näkymätön merkki \(code), jolla ei ole leveyttä",
        sv: "Texten innehåller det osynliga tecknet \(code), som inte har någon bredd",
        en: "The text holds the invisible character \(code), which has no width")
    }
  }
}
