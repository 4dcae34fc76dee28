import Cataloguing
import Diagnosing

/// What an import cannot do by itself. The rules speak of the file that is read, not of the new entry.
public enum ImportRules {
  public static let all = [notAModel, picture, value, link, stray]

  static let notAModel = Rule(
    "import-not-a-model", .error,
    title: Localized(
      fi: "Tuotava tiedosto on toimintamallin sivu", sv: "En fil som importeras är en sida om en verksamhetsmodell",
      en: "A file to import is the page of a practice model"),
    explanation: Localized(
      fi: "Sivulla on oltava otsikko ”Toimintamallin nimi” ja sen alla nimi sekä muita kuvauksen kohtia. "
        + "Avaa mallin sivu selaimessa ja tallenna se HTML-tiedostoksi, tai kopioi sivun teksti tiedostoon.",
      sv: "Sidan ska ha rubriken ”Toimintamallin nimi” med namnet under den samt andra punkter i beskrivningen. "
        + "Öppna modellens sida i webbläsaren och spara den som HTML, eller kopiera sidans text till en fil.",
      en: "The page has the label “Toimintamallin nimi” with the name under it, and other parts of a description. "
        + "Open the model's page in a browser and save it as HTML, or copy its text into a file."))

  static let picture = Rule(
    "import-picture", .warning,
    title: Localized(
      fi: "Kuva tallennetaan erikseen", sv: "En bild sparas separat", en: "A picture is saved on its own"),
    explanation: Localized(
      fi: "Sivun tekstissä on vain kuvan sanallinen kuvaus tai kuvateksti. Tallenna kuva mallin kansioon ja lisää "
        + "kenttä kansikuva tai kuva; sanat odottavat uuden tiedoston lopussa.",
      sv: "Sidans text har bara bildens alternativa text eller bildtext. Spara bilden i modellens mapp och lägg till "
        + "fältet omslagsbild eller bild; orden väntar i slutet av den nya filen.",
      en: "The page's text has only the picture's alternative text or caption. Save the picture in the model's folder "
        + "and add the field cover or image; the words wait at the end of the new file."))

  static let value = Rule(
    "import-value", .warning,
    title: Localized(
      fi: "Arvo sopii kenttään, johon se tuodaan", sv: "Ett värde passar i fältet som det importeras till",
      en: "A value fits the field that it is imported into"),
    explanation: Localized(
      fi:
        "Arvoa ei kirjoitettu kenttään, koska se ei ole kentän luettelossa, sitä ei voi lukea tai kentässä on jo arvo. "
        + "Se on uuden tiedoston lopussa kommenttina.",
      sv:
        "Värdet skrevs inte i fältet: det finns inte i fältets lista, det går inte att läsa eller fältet har redan ett "
        + "värde. Det står som kommentar i slutet av den nya filen.",
      en:
        "The value was not written into the field, since the field's list does not have it, it cannot be read, or the "
        + "field has a value already. It stands at the end of the new file as a comment."))

  static let link = Rule(
    "import-link", .warning,
    title: Localized(
      fi: "Linkillä on kokonainen osoite", sv: "En länk har en fullständig adress", en: "A link has a whole address"),
    explanation: Localized(
      fi: "Kopioidussa tekstissä linkistä näkyy vain nimi, ja sivun sisäinen osoite johtaa väärään paikkaan. "
        + "Tallenna sivu HTML-tiedostoksi tai hae osoite selaimesta.",
      sv: "I kopierad text syns bara länkens namn, och en adress inom webbplatsen leder fel. "
        + "Spara sidan som HTML eller hämta adressen i webbläsaren.",
      en: "Copied text shows only the name of a link, and an address within the platform leads astray from here. "
        + "Save the page as HTML, or take the address from the browser."))

  static let stray = Rule(
    "import-stray", .warning,
    title: Localized(
      fi: "Sivun teksti on jonkin kuvauksen kohdan alla", sv: "Sidans text står under någon punkt i beskrivningen",
      en: "The text of a page stands under a part of the description"),
    explanation: Localized(
      fi: "Kohdan otsikkoa ei ole kansallisessa kuvauspohjassa. Teksti on uuden tiedoston lopussa kommenttina: "
        + "siirrä se paikalleen tai poista se.",
      sv: "Punktens rubrik finns inte i den nationella mallen. Texten står som kommentar i slutet av den nya filen: "
        + "flytta den på plats eller ta bort den.",
      en: "The national template has no such label. The text stands at the end of the new file as a comment: "
        + "move it into place or delete it."))
}

extension Remainder {
  /// What an editor is told of it, at its place in the imported file.
  func diagnostic(in file: SourceFile, _ labels: PlatformLabels) -> Diagnostic {
    let shown = text.unicodeScalars.count > 80 ? String(text.unicodeScalars.prefix(80)) + "…" : text
    let name = label.map(labels.name) ?? ""
    switch reason {
    case .picture:
      return Diagnostic(
        ImportRules.picture, in: file, at: range,
        Localized(
          fi: "Kuvasta ”\(shown)” on vain sanat, ei tiedostoa", sv: "Av bilden ”\(shown)” finns bara orden, ingen fil",
          en: "Of the picture “\(shown)” there are only the words, no file"), notes: [ImportRules.picture.explanation])
    case .unknownTerm(let near):
      let advice = near.joined(separator: ", ")
      let note = Localized(
        fi: "Lähimmät nimet: \(advice)", sv: "Närmaste namn: \(advice)", en: "Nearest names: \(advice)")
      return Diagnostic(
        ImportRules.value, in: file, at: range,
        Localized(
          fi: "Kentässä ”\(name)” ei ole arvoa ”\(shown)”", sv: "Fältet ”\(name)” har inget värde ”\(shown)”",
          en: "The field “\(name)” has no value “\(shown)”"),
        notes: near.isEmpty ? [ImportRules.value.explanation] : [note, ImportRules.value.explanation])
    case .date:
      return Diagnostic(
        ImportRules.value, in: file, at: range,
        Localized(
          fi: "”\(shown)” ei ole päivä", sv: "”\(shown)” är inget datum", en: "“\(shown)” is no date"),
        notes: [ImportRules.value.explanation])
    case .extra:
      return Diagnostic(
        ImportRules.value, in: file, at: range,
        Localized(
          fi: "Kohdassa ”\(name)” on jo arvo, joten ”\(shown)” jäi yli",
          sv: "Punkten ”\(name)” har redan ett värde, så ”\(shown)” blev över",
          en: "“\(name)” has a value already, so “\(shown)” is left over"), notes: [ImportRules.value.explanation])
    case .link:
      return Diagnostic(
        ImportRules.link, in: file, at: range,
        Localized(
          fi: "Linkille ”\(shown)” ei löydy osoitetta", sv: "Länken ”\(shown)” har ingen användbar adress",
          en: "The link “\(shown)” has no address that can be used"), notes: [ImportRules.link.explanation])
    case .stray:
      return Diagnostic(
        ImportRules.stray, in: file, at: range,
        Localized(
          fi: "Tekstille ”\(shown)” ei ole kohtaa kuvauspohjassa", sv: "Texten ”\(shown)” har ingen punkt i mallen",
          en: "The template has no place for the text “\(shown)”"), notes: [ImportRules.stray.explanation])
    }
  }
}
