import Diagnosing

/// A section leaves the page where it found it.
enum ContextChange {
  static let rule = Rule(
    "template-context", .error,
    title: Localized(
      fi: "Osio päättyy samaan kohtaan HTML:ää, josta se alkoi",
      sv: "En sektion slutar på samma ställe i HTML som den började",
      en: "A section ends at the same place of the HTML as it began"),
    explanation: Localized(
      fi:
        "Jos osio aloittaa tunnisteen, attribuutin tai kommentin, se myös päättää sen. Muuten sivun loppu "
        + "riippuisi siitä, näytetäänkö osio.",
      sv:
        "Om en sektion börjar en tagg, ett attribut eller en kommentar avslutar den också den. Annars skulle "
        + "resten av sidan bero på om sektionen visas.",
      en:
        "When a section begins a tag, an attribute or a comment, it ends it too. Otherwise the rest of the "
        + "page would depend on whether the section is shown."))

  static func found(_ section: Node.Section, _ before: HTMLContext, _ after: HTMLContext, in file: SourceFile)
    -> Diagnostic
  {
    let start = ContextChange.name(before)
    let end = ContextChange.name(after)
    return Diagnostic(
      rule, in: file, at: section.closing,
      Localized(
        fi: "Osio ”\(section.name.text)” alkaa kohdasta ”\(start.fi)” ja päättyy kohtaan ”\(end.fi)”",
        sv: "Sektionen ”\(section.name.text)” börjar i ”\(start.sv)” och slutar i ”\(end.sv)”",
        en: "The section ”\(section.name.text)” begins in ”\(start.en)” and ends in ”\(end.en)”"))
  }

  static func neverEnded(_ context: HTMLContext, at offset: Int, in file: SourceFile) -> Diagnostic {
    let place = ContextChange.name(context)
    return Diagnostic(
      rule, in: file, at: offset..<min(offset + 1, file.bytes.count),
      Localized(
        fi: "Tästä alkava kohta ”\(place.fi)” ei pääty", sv: "”\(place.sv)” som börjar här tar inte slut",
        en: "”\(place.en)” that begins here does not end"))
  }

  static func recursive(_ context: HTMLContext, in file: SourceFile) -> Diagnostic {
    let place = ContextChange.name(context)
    return Diagnostic(
      rule, in: file, at: file.bytes.count..<file.bytes.count,
      Localized(
        fi: "Itsensä sisältävä osapohja päättyy siihen, mistä se alkoi, mutta tämä päättyy kohtaan ”\(place.fi)”",
        sv: "En delmall som innehåller sig själv slutar där den började, men denna slutar i ”\(place.sv)”",
        en: "A partial that contains itself ends where it began, but this one ends in ”\(place.en)”"))
  }

  /// Text that would run together with the name before a section or a value.
  static func glued(at offset: Int, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      rule, in: file, at: offset..<(offset + 1),
      Localized(
        fi: "Attribuutit erotetaan toisistaan välillä", sv: "Attribut skiljs åt med mellanslag",
        en: "Attributes are set apart by a space"))
  }

  private static func name(_ context: HTMLContext) -> Localized {
    switch context.state {
    case .content: Localized(fi: "teksti", sv: "text", en: "text")
    case .tagOpen, .tagName, .tag, .attributeName, .afterAttributeName:
      Localized(fi: "tunniste", sv: "en tagg", en: "a tag")
    case .beforeValue, .value:
      Localized(
        fi: "attribuutti \(context.attributeName)", sv: "attributet \(context.attributeName)",
        en: "the attribute \(context.attributeName)")
    case .declarationOpen, .declaration: Localized(fi: "määrittely", sv: "en deklaration", en: "a declaration")
    case .comment: Localized(fi: "kommentti", sv: "en kommentar", en: "a comment")
    case .rawText:
      Localized(
        fi: "elementti \(context.elementName)", sv: "elementet \(context.elementName)",
        en: "the element \(context.elementName)")
    }
  }
}
