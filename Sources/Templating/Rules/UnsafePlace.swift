import Diagnosing

/// Values stand only where they cannot become code.
enum UnsafePlace {
  static let rule = Rule(
    "template-unsafe-place", .error,
    title: Localized(
      fi: "Arvo täytetään vain paikkaan, jossa siitä ei voi tulla koodia",
      sv: "Ett värde fylls bara i där det inte kan bli kod",
      en: "A value is filled in only where it cannot become code"),
    explanation: Localized(
      fi:
        "Tunnisteen tai attribuutin nimeen, kommenttiin, skriptiin, tyyleihin ja tapahtumankäsittelijään ei "
        + "täytetä mitään. Skriptille tieto annetaan data-attribuutissa tai JSON-arvona elementissä <script "
        + "type=\"application/json\">.",
      sv:
        "Inget fylls i i namnet på en tagg eller ett attribut, i en kommentar, ett skript, en stilmall eller "
        + "en händelsehanterare. Ett skript får sina uppgifter i ett data-attribut eller som JSON-värde i "
        + "<script type=\"application/json\">.",
      en:
        "Nothing is filled into the name of a tag or attribute, a comment, a script, a style or an event "
        + "handler. A script is given its data in a data attribute, or as a JSON value in <script "
        + "type=\"application/json\">."))

  static func found(_ name: TagName, _ place: Placement.ClosedPlace, at tag: Range<Int>, in file: SourceFile)
    -> Diagnostic
  {
    let what = UnsafePlace.name(place)
    return Diagnostic(
      rule, in: file, at: tag,
      Localized(
        fi: "Arvoa ”\(name.text)” ei voi täyttää tähän: \(what.fi)",
        sv: "”\(name.text)” kan inte fyllas i här: \(what.sv)",
        en: "”\(name.text)” cannot be filled in here: \(what.en)"))
  }

  private static func name(_ place: Placement.ClosedPlace) -> Localized {
    switch place {
    case .tag:
      Localized(
        fi: "tunnisteen tai attribuutin nimi", sv: "namnet på en tagg eller ett attribut",
        en: "the name of a tag or an attribute")
    case .comment: Localized(fi: "kommentti", sv: "en kommentar", en: "a comment")
    case .declaration: Localized(fi: "määrittely <!…>", sv: "en deklaration <!…>", en: "a declaration <!…>")
    case .rawText(let element):
      Localized(
        fi: "elementin ”\(element)” sisältö", sv: "innehållet i ”\(element)”", en: "the content of ”\(element)”")
    case .attribute(let attribute):
      Localized(fi: "attribuutti ”\(attribute)”", sv: "attributet ”\(attribute)”", en: "the attribute ”\(attribute)”")
    case .paint(let attribute):
      Localized(
        fi: "attribuutti ”\(attribute)” ottaa vain luvun", sv: "attributet ”\(attribute)” tar bara ett tal",
        en: "the attribute ”\(attribute)” takes only a number")
    }
  }

  /// `<meta content="{{x}}" http-equiv="refresh">`: what was taken for text is an address.
  static func lateRefresh(at offset: Int, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      rule, in: file, at: offset..<(offset + 1),
      Localized(
        fi: "Attribuuttiin ”content” ei täytetä mitään, kun sivu ohjataan muualle",
        sv: "Attributet ”content” fylls inte i när sidan leder vidare",
        en: "The attribute ”content” is not filled in when the page leads elsewhere"))
  }
}
