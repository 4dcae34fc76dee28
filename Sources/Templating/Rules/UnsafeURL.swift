import Diagnosing

/// An address comes from a value that is checked as one.
enum UnsafeURL {
  static let rule = Rule(
    "template-unsafe-url", .error,
    title: Localized(
      fi: "Osoite tulee arvosta, joka on tarkistettu osoitteeksi",
      sv: "En adress kommer från ett värde som är kontrollerat som adress",
      en: "An address comes from a value that is checked as one"),
    explanation: Localized(
      fi:
        "Attribuutissa kuten href koko arvo on osoite, tai tekstiä edeltää kiinteä alku, esimerkiksi "
        + "/mallit/, ?q= tai #. Se, mitä selain hakee itse (src, poster, tyylit), on aina sivuston oma osoite. "
        + "Osoite, joka voi puuttua, on oman osionsa sisällä.",
      sv:
        "I ett attribut som href är hela värdet en adress, eller så föregås texten av en fast början, till "
        + "exempel /modeller/, ?q= eller #. Det som webbläsaren själv hämtar (src, poster, stilmallar) är "
        + "alltid en adress inom webbplatsen. En adress som kan saknas står i sin egen sektion.",
      en:
        "In an attribute such as href the whole value is an address, or the text comes after a fixed "
        + "beginning such as /practices/, ?q= or #. What a browser fetches by itself (src, poster, style "
        + "sheets) is always an address within the site. An address that may be missing stands inside its own "
        + "section."))

  static func needed(_ name: TagName, _ attribute: String, at tag: Range<Int>, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      rule, in: file, at: tag,
      Localized(
        fi: "Attribuutin ”\(attribute)” alkuun kuuluu osoite, eikä ”\(name.text)” ole osoite",
        sv: "Attributet ”\(attribute)” börjar med en adress, och ”\(name.text)” är ingen adress",
        en: "The attribute ”\(attribute)” begins with an address, and ”\(name.text)” is none"))
  }

  static func localNeeded(_ name: TagName, _ attribute: String, at tag: Range<Int>, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      rule, in: file, at: tag,
      Localized(
        fi: "Selain hakee attribuutin ”\(attribute)” itse, ja ”\(name.text)” voi johtaa muualle",
        sv: "Webbläsaren hämtar ”\(attribute)” själv, och ”\(name.text)” kan leda till en annan webbplats",
        en: "A browser fetches ”\(attribute)” by itself, and ”\(name.text)” may lead to another site"))
  }

  static func afterURL(_ name: TagName, _ attribute: String, at tag: Range<Int>, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      rule, in: file, at: tag,
      Localized(
        fi: "Arvon ”\(name.text)” edellä on attribuutissa ”\(attribute)” oltava kiinteä polku, ? tai #",
        sv: "Före ”\(name.text)” måste det i attributet ”\(attribute)” stå en fast sökväg, ? eller #",
        en: "Before ”\(name.text)” the attribute ”\(attribute)” must have a fixed path, ? or #"))
  }

  static func mayBeMissing(_ name: TagName, _ attribute: String, at tag: Range<Int>, in file: SourceFile)
    -> Diagnostic
  {
    Diagnostic(
      rule, in: file, at: tag,
      Localized(
        fi: "Osoite ”\(name.text)” voi puuttua: kirjoita elementti osion {{#\(name.text)}} sisään",
        sv: "Adressen ”\(name.text)” kan saknas: skriv elementet i sektionen {{#\(name.text)}}",
        en: "The address ”\(name.text)” may be missing: write the element inside {{#\(name.text)}}"))
  }
}
