import Diagnosing
import Reading

/// A text is marked up as this site knows it.
enum ForeignMarkup: TextRule {
  static let rule = Rule(
    "foreign-markup", .error,
    title: Localized(
      fi: "Tekstissä ei ole muiden ohjelmien merkintöjä", sv: "Texten innehåller inga märken från andra program",
      en: "A text holds no marks of other programs"),
    explanation: Localized(
      fi: "Merkintä toimii jossakin toisessa ohjelmassa, mutta tällä sivustolla merkit näkyvät sellaisinaan.",
      sv: "Märket fungerar i något annat program, men på den här webbplatsen syns tecknen som de är.",
      en: "The mark works in some other program, but on this site its signs show as they are."),
    example: RuleExample(
      wrong: "Malli on ~~kokeilussa~~ käytössä.", right: "Malli on käytössä."))

  static func check(_ text: WrittenText) -> [Diagnostic] {
    all(in: text).map { mark in
      Diagnostic(
        rule, in: text.file, at: mark.range, message(mark.kind), notes: [rule.explanation, advice(mark.kind)],
        fix: fix(mark, in: text.file))
    }
  }

  private static func all(in text: WrittenText) -> [ForeignMark] {
    let signs = text.inBody(text.signs.foreignMarks)
    if signs.isEmpty { return [] }
    var shown = ShownPlaces(text)
    return text.file.bytes.withUnsafeBufferPointer { bytes in
      signs.reduce(into: []) { found, sign in
        // What closes a mark may look as if it opened another.
        guard sign >= found.last?.range.upperBound ?? 0, shown.contains(sign) else { return }
        if let mark = ForeignMark(at: sign, in: bytes) { found.append(mark) }
      }
    }
  }

  private static func message(_ kind: ForeignMark.Kind) -> Localized {
    switch kind {
    case .wikiLink:
      Localized(
        fi: "Kaksi hakasulkua [[ ]] ei tee linkkiä", sv: "Två hakparenteser [[ ]] gör ingen länk",
        en: "Double brackets [[ ]] make no link")
    case .footnote:
      Localized(
        fi: "Sivustolla ei ole alaviitteitä [^ ]", sv: "Webbplatsen har inga fotnoter [^ ]",
        en: "The site has no footnotes [^ ]")
    case .strikethrough:
      Localized(
        fi: "Aaltoviivat ~~ ~~ eivät yliviivaa", sv: "Tildetecken ~~ ~~ stryker inte över",
        en: "Tildes ~~ ~~ strike nothing through")
    case .highlight:
      Localized(
        fi: "Yhtäläisyysmerkit == == eivät korosta", sv: "Likhetstecken == == markerar inte",
        en: "Equals signs == == highlight nothing")
    case .taskBox:
      Localized(
        fi: "Hakasulkeet eivät tee rastitettavaa ruutua", sv: "Hakparenteser gör ingen kryssruta",
        en: "Brackets make no box to tick")
    case .callout:
      Localized(
        fi: "Merkki [! ] ei tee huomiolaatikkoa", sv: "Märket [! ] gör ingen faktaruta",
        en: "The mark [! ] makes no note")
    }
  }

  private static func advice(_ kind: ForeignMark.Kind) -> Localized {
    switch kind {
    case .wikiLink:
      Localized(
        fi: "Kirjoita linkki muodossa [teksti](toinen-malli.md).", sv: "Skriv länken som [text](annan-modell.md).",
        en: "Write the link as [text](other-model.md).")
    case .footnote:
      Localized(
        fi: "Kirjoita huomautus tekstiin, vaikka sulkeisiin, ja lähde kenttään lähteet.",
        sv: "Skriv anmärkningen i texten, gärna inom parentes, och källan i fältet källor.",
        en: "Write the remark in the text, in brackets perhaps, and a source in the field sources.")
    case .strikethrough:
      Localized(
        fi: "Poista teksti, joka ei enää päde.", sv: "Ta bort text som inte längre gäller.",
        en: "Take out text that no longer holds.")
    case .highlight:
      Localized(
        fi: "Lihavoi tärkeä kohta: **näin**.", sv: "Gör det viktiga fett: **så här**.",
        en: "Set what matters in bold: **like this**.")
    case .taskBox:
      Localized(
        fi: "Kirjoita tavallinen luettelo: yhdysmerkki, väli ja teksti.",
        sv: "Skriv en vanlig lista: bindestreck, mellanslag och text.",
        en: "Write an ordinary list: a hyphen, a space and the text.")
    case .callout:
      Localized(
        fi: "Kirjoita huomio lohkoon, joka alkaa rivillä ```huomio.",
        sv: "Skriv det i ett block som börjar med raden ```obs.",
        en: "Write it in a block that starts with the line ```note.")
    }
  }

  private static func fix(_ mark: ForeignMark, in file: SourceFile) -> Fix? {
    switch mark.kind {
    case .highlight: Fix(replacing: mark.range, with: "**\(file.text(mark.inner))**")
    case .taskBox: Fix(replacing: mark.range, with: "")
    case .strikethrough, .wikiLink, .footnote, .callout: nil
    }
  }
}
