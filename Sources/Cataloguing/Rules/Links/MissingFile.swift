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
        + "det är skillnad på stora och små bokstäver.",
      en: "Save the file in the model's folder or in one below it, and write its name as it is: "
        + "capital and small letters differ."),
    example: RuleExample(
      wrong: "![Kolme porrasta, joista kukin on edellistä korkeampi](Portaat.PNG",
      right: "![Kolme porrasta, joista kukin on edellistä korkeampi](portaat.png"))

  static func check(_ link: FaultyLink, _ site: LinkContext) -> Diagnostic? {
    if link.fault == .noPicture { return noPicture(link) }
    guard link.fault == .noFile else { return nil }
    let near = site.nearFiles(link)
    return link.diagnostic(
      rule,
      Localized(
        fi: "Tiedostoa ”\(link.destination)” ei ole", sv: "Filen ”\(link.destination)” finns inte",
        en: "There is no file “\(link.destination)”"),
      notes: near.isEmpty ? [rule.explanation] : LinkContext.note(meaning: near), fix: near.first.flatMap(link.fix))
  }

  /// A document in the place of a picture; in a text it becomes a link without the exclamation mark.
  private static func noPicture(_ link: FaultyLink) -> Diagnostic {
    let start = link.range.lowerBound
    let isMarkdown = link.file.bytes[start...].starts(with: [0x21, 0x5B])
    return link.diagnostic(
      rule,
      Localized(
        fi: "Tiedosto ”\(link.destination)” ei ole kuva", sv: "Filen ”\(link.destination)” är ingen bild",
        en: "The file “\(link.destination)” is no picture"),
      notes: [
        Localized(
          fi:
            "Kuva on JPEG-, PNG-, WebP-, GIF- tai SVG-tiedosto. Muuhun tiedostoon viitataan linkillä [teksti](tiedosto) "
            + "tai kentässä liitteet.",
          sv: "En bild är en JPEG-, PNG-, WebP-, GIF- eller SVG-fil. Till andra filer leder en länk [text](fil) "
            + "eller fältet bilagor.",
          en: "A picture is a JPEG, PNG, WebP, GIF or SVG file. Other files are linked [text](file), or listed in the "
            + "field attachments.")
      ], fix: isMarkdown ? Fix(replacing: start..<start + 1, with: "") : nil)
  }
}
