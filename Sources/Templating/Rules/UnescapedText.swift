import Diagnosing

/// Only markup is written unescaped.
enum UnescapedText {
  static let rule = Rule(
    "template-unescaped", .error,
    title: Localized(
      fi: "Vain valmis HTML kirjoitetaan sellaisenaan",
      sv: "Bara färdig HTML skrivs som den är",
      en: "Only markup is written as it is"),
    explanation: Localized(
      fi:
        "{{{nimi}}} ja {{&nimi}} eivät tee tekstistä turvallista. Se, mikä saa olla HTML:ää, päätetään "
        + "ohjelmassa arvon tyypillä. Kirjoita {{nimi}}.",
      sv:
        "{{{namn}}} och {{&namn}} gör inte en text säker. Vad som får vara HTML bestäms i programmet genom "
        + "värdets typ. Skriv {{namn}}.",
      en:
        "{{{name}}} and {{&name}} do not make a text safe. What may be HTML is decided in the program by the "
        + "type of the value. Write {{name}}."))

  static func found(_ name: TagName, at tag: Range<Int>, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      rule, in: file, at: tag,
      Localized(
        fi: "”\(name.text)” ei ole valmista HTML:ää", sv: "”\(name.text)” är inte färdig HTML",
        en: "”\(name.text)” is not markup"),
      fix: Fix(replacing: tag, with: "{{\(name.text)}}"))
  }
}
