import Diagnosing

/// A value is used as its kind allows.
enum WrongShape {
  static let rule = Rule(
    "template-wrong-shape", .error,
    title: Localized(
      fi: "Arvoa käytetään niin kuin sen laji sallii",
      sv: "Ett värde används så som dess slag tillåter",
      en: "A value is used as its kind allows"),
    explanation: Localized(
      fi:
        "Teksti ja luku kirjoitetaan sivulle, luettelo ja kyllä/ei-arvo ovat osioita, osoite kuuluu "
        + "attribuuttiin kuten href. Luettelon pituus on NIMI.count ja tieto siitä, onko siinä mitään, "
        + "NIMI.any.",
      sv:
        "En text och ett tal skrivs på sidan, en lista och ett ja/nej-värde är sektioner, en adress hör hemma "
        + "i ett attribut som href. En listas längd är NAMN.count och om den har något alls NAMN.any.",
      en:
        "A text and a number are written on the page, a list and a yes-or-no value are sections, an address "
        + "belongs in an attribute such as href. How long a list is is NAME.count, and whether it holds "
        + "anything NAME.any."))

  static func found(_ name: TagName, _ reader: Reader, expected: Localized, at range: Range<Int>, in file: SourceFile)
    -> Diagnostic
  {
    let shape = Shapes.name(reader)
    return Diagnostic(
      rule, in: file, at: range,
      Localized(
        fi: "”\(name.text)” on \(shape.fi); tähän kuuluu \(expected.fi)",
        sv: "”\(name.text)” är \(shape.sv); här behövs \(expected.sv)",
        en: "”\(name.text)” is \(shape.en); here goes \(expected.en)"))
  }

  static func alwaysThere(_ name: TagName, _ reader: Reader, in file: SourceFile) -> Diagnostic {
    let shape = Shapes.name(reader)
    return Diagnostic(
      rule, in: file, at: name.range,
      Localized(
        fi: "”\(name.text)” on \(shape.fi), joka on aina olemassa: siitä ei tule tällaista osiota",
        sv: "”\(name.text)” är \(shape.sv) som alltid finns: det blir ingen sådan sektion av det",
        en: "”\(name.text)” is \(shape.en) that is always there: it makes no such section"))
  }

  static func labelSection(_ name: TagName, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      rule, in: file, at: name.range,
      Localized(
        fi: "Teeman sana ei ole osio", sv: "Ett ord i temat är ingen sektion", en: "A label is not a section"))
  }

  static func notInList(_ name: TagName, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      rule, in: file, at: name.range,
      Localized(
        fi: "”\(name.text)” kysyy paikkaa luettelossa, mutta tämä ei ole luettelossa",
        sv: "”\(name.text)” frågar efter platsen i en lista, men detta står inte i en lista",
        en: "”\(name.text)” asks for the place in a list, but this is not in a list"))
  }
}
