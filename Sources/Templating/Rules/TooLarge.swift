import Diagnosing

/// A template stays within bounds.
enum TooLarge {
  static let rule = Rule(
    "template-too-large", .error,
    title: Localized(
      fi: "Sivupohja pysyy kohtuullisena",
      sv: "En sidmall håller sig inom rimliga gränser",
      en: "A template stays within bounds"),
    explanation: Localized(
      fi:
        "Sisäkkäisiä osioita on enintään 64, sisäkkäisiä osapohjia 100 ja osapohjineen koko sivussa 200 000 "
        + "kohtaa. Rajat ovat kaukana siitä, mitä sivu tarvitsee.",
      sv:
        "Högst 64 sektioner och 100 delmallar står i varandra, och en hel sida med sina delmallar har högst "
        + "200 000 delar. Gränserna ligger långt bortom vad en sida behöver.",
      en:
        "At most 64 sections and 100 partials stand inside one another, and a whole page with its partials "
        + "has at most 200,000 parts. The limits lie far beyond what a page needs."))

  static func tooDeep(_ tag: Tag, in file: SourceFile) -> Diagnostic { tooDeep(tag.name, in: file) }

  static func tooDeep(_ name: TagName, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      rule, in: file, at: name.range,
      Localized(
        fi: "Sisäkkäisiä osia on liikaa", sv: "För många delar står i varandra",
        en: "Too many parts stand inside one another"))
  }

  static func tooMuch(in file: SourceFile) -> Diagnostic {
    Diagnostic(
      rule, in: file, at: file.contentStart..<file.contentStart,
      Localized(
        fi: "Sivupohja on osapohjineen liian suuri", sv: "Sidmallen är för stor med sina delmallar",
        en: "The template with its partials is too large"))
  }
}
