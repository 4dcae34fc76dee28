import Diagnosing
import Reading

/// The rules of `template.yaml`, vocabularies and `site.yaml`: which keys there are and what they hold.
enum SettingsRules {
  static let all = [key, value, missingKey, SettingsAddress.rule]

  static let key = Rule(
    "settings-key", .error,
    title: Localized(
      fi: "Asetustiedostossa on vain tunnettuja avaimia, kukin kerran",
      sv: "En inställningsfil har bara kända nycklar, var och en bara en gång",
      en: "A settings file holds known keys only, each once"),
    explanation: Localized(
      fi: "Asetusten avaimet ovat englanniksi. Väärin kirjoitettu avain jäisi muuten vaikutuksetta.",
      sv: "Inställningarnas nycklar är på engelska. En felstavad nyckel skulle annars bli utan verkan.",
      en: "The keys of settings are in English. A misspelt key would otherwise have no effect."))

  static let value = Rule(
    "settings-value", .error,
    title: Localized(
      fi: "Asetuksen arvo on sitä, mitä avain odottaa",
      sv: "En inställnings värde är vad nyckeln väntar sig",
      en: "A setting's value is what its key expects"),
    explanation: Localized(
      fi: "Arvo on teksti, luettelo tai alempien avainten ryhmä. Kolmikielinen teksti annetaan avaimilla fi, sv ja en.",
      sv: "Värdet är en text, en lista eller en grupp av nycklar. En trespråkig text ges med nycklarna fi, sv och en.",
      en: "A value is a text, a list or a group of keys. A text in three languages is given by the keys fi, sv and en.")
  )

  static let missingKey = Rule(
    "settings-missing", .error,
    title: Localized(
      fi: "Pakollinen asetus on annettu", sv: "En obligatorisk inställning finns", en: "A required setting is given"),
    explanation: Localized(
      fi: "Lisää puuttuva avain ja sen arvo.", sv: "Lägg till den nyckel som saknas och dess värde.",
      en: "Add the missing key and its value."))

  static let expectedText = Localized(
    fi: "Tässä pitää olla teksti", sv: "Här ska det stå en text", en: "A text belongs here")
  static let expectedName = Localized(
    fi: "Tässä saa olla vain kirjaimia a–z, numeroita, väliviivoja ja pisteitä",
    sv: "Här får det bara stå bokstäver a–z, siffror, bindestreck och punkter",
    en: "Only letters a–z, digits, hyphens and points may stand here")
  static let expectedList = Localized(
    fi: "Tässä pitää olla luettelo", sv: "Här ska det stå en lista", en: "A list belongs here")
  static let expectedMap = Localized(
    fi: "Tässä pitää olla avaimia ja arvoja", sv: "Här ska det stå nycklar och värden",
    en: "Keys and values belong here")

  static func unknownKey(_ pair: YAMLPair, allowed: [String], in file: SourceFile) -> Diagnostic {
    let near = NearestName.suggestions(for: pair.key, among: allowed, limit: 1).first
    let list = allowed.joined(separator: ", ")
    return Diagnostic(
      key, in: file, at: pair.keyRange,
      Localized(
        fi: "Asetusta ”\(pair.key)” ei ole", sv: "Inställningen ”\(pair.key)” finns inte",
        en: "There is no setting “\(pair.key)”"),
      notes: [
        Localized(fi: "Tässä tunnetaan: \(list)", sv: "Här finns: \(list)", en: "Known here: \(list)")
      ],
      fix: near.map { Fix(replacing: pair.keyRange, with: $0) })
  }

  static func repeatedKey(_ pair: YAMLPair, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      key, in: file, at: pair.keyRange,
      Localized(
        fi: "Asetus ”\(pair.key)” on annettu jo", sv: "Inställningen ”\(pair.key)” är redan given",
        en: "The setting “\(pair.key)” is given already"))
  }

  static func missing(_ name: String, at place: Range<Int>, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      missingKey, in: file, at: place,
      Localized(
        fi: "Asetus ”\(name)” puuttuu", sv: "Inställningen ”\(name)” saknas", en: "The setting “\(name)” is missing"))
  }

  static func missingFile(_ path: String) -> Diagnostic {
    Diagnostic(
      missingKey, in: SourceFile(path: path, bytes: []), at: 0..<0,
      Localized(
        fi: "Tiedosto \(path) puuttuu", sv: "Filen \(path) saknas", en: "The file \(path) is missing"),
      notes: [
        Localized(
          fi:
            "Onko kansio oikea? Sivuston kansiossa ovat alakansiot content ja themes; sen voi antaa valinnalla --site.",
          sv: "Är mappen den rätta? Webbplatsens mapp har undermapparna content och themes; den kan ges med --site.",
          en: "Is this the right folder? A site's folder holds content and themes; --site names it.")
      ])
  }

  static func notAmong(_ text: String, _ allowed: [String], at place: Range<Int>, in file: SourceFile) -> Diagnostic {
    let list = allowed.joined(separator: ", ")
    let near = NearestName.suggestions(for: text, among: allowed, limit: 1).first
    return Diagnostic(
      value, in: file, at: place,
      Localized(
        fi: "Arvoa ”\(text)” ei tunneta", sv: "Värdet ”\(text)” är okänt", en: "The value “\(text)” is not known"),
      notes: [Localized(fi: "Tunnetaan: \(list)", sv: "Kända: \(list)", en: "Known: \(list)")],
      fix: near.map { Fix(replacing: place, with: $0) })
  }
}
