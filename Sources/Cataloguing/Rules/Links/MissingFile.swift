import Diagnosing
import Reading

/// A file that is linked or shown is there.
enum MissingFile: LinkRule {
  static let rule = Rule(
    "missing-file", .error,
    title: Localized(
      fi: "Kuva tai liite on mallin vieressä", sv: "En bild eller bilaga finns bredvid modellen",
      en: "A picture or an attachment stands beside the model"),
    explanation: Localized(
      fi: "Tallenna tiedosto mallin kansioon tai sen alikansioon ja kirjoita sen nimi sellaisena kuin se on: "
        + "isot ja pienet kirjaimet ovat eri asia.",
      sv: "Spara filen i modellens mapp eller i en undermapp och skriv dess namn precis som det är: "
        + "stora och små bokstäver är olika.",
      en: "Save the file in the model's folder or in one below it, and write its name as it is: "
        + "capital and small letters differ."),
    example: RuleExample(
      wrong: "![Kolme porrasta, joista kukin on edellistä korkeampi](Portaat.PNG",
      right: "![Kolme porrasta, joista kukin on edellistä korkeampi](portaat.png"))

  static func check(_ link: FaultyLink, _ site: LinkContext) -> Diagnostic? {
    guard link.fault == .noFile else { return nil }
    let near = site.nearFiles(link)
    return link.diagnostic(
      rule,
      Localized(
        fi: "Tiedostoa ”\(link.destination)” ei ole", sv: "Filen ”\(link.destination)” finns inte",
        en: "There is no file “\(link.destination)”"),
      notes: near.isEmpty ? [rule.explanation] : LinkContext.note(meaning: near), fix: near.first.flatMap(link.fix))
  }
}
