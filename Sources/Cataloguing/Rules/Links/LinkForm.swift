import Diagnosing
import Reading

/// A link or a picture is written so that it becomes one.
enum LinkForm: TextRule {
  static let rule = Rule(
    "link-form", .error,
    title: Localized(
      fi: "Linkki kirjoitetaan [teksti](osoite) ja kuva ![teksti](tiedosto)",
      sv: "En länk skrivs [text](adress) och en bild ![text](fil)",
      en: "A link is written [text](address) and a picture ![text](file)"),
    explanation: Localized(
      fi: "Sulkeet ovat kiinni toisissaan, osoitteessa ei ole välilyöntejä, ja molemmat sulkeet suljetaan. "
        + "Muuten sivulla näkyvät pelkät merkit.",
      sv: "Parenteserna står intill varandra, adressen har inga mellanslag och båda parenteserna stängs. "
        + "Annars visar sidan bara tecknen.",
      en: "The brackets stand next to each other, the address has no spaces, and both brackets are closed. "
        + "Otherwise the page shows just the signs."),
    example: RuleExample(
      wrong: "Lue [kunnan ohje] (https://www.esimerkki.fi/ohje).",
      right: "Lue [kunnan ohje](https://www.esimerkki.fi/ohje)."))

  static func check(_ text: WrittenText) -> [Diagnostic] {
    all(in: text).map { broken in
      Diagnostic(
        rule, in: text.file, at: broken.range, message(broken.kind), notes: [rule.explanation, rule.title],
        fix: broken.fix)
    }
  }

  private static func message(_ kind: BrokenLinkForm.Kind) -> Localized {
    switch kind {
    case .apart:
      Localized(
        fi: "Linkin sulkeiden välissä on välilyönti", sv: "Det finns ett mellanslag mellan länkens parenteser",
        en: "A space stands between the link's brackets")
    case .blankInAddress:
      Localized(
        fi: "Linkin osoitteessa on välilyönti", sv: "Länkens adress har ett mellanslag",
        en: "The link's address holds a space")
    case .unclosed:
      Localized(
        fi: "Linkin osoitteen sulje jää sulkematta", sv: "Parentesen kring länkens adress stängs inte",
        en: "The bracket around the link's address is not closed")
    case .bareAddress:
      Localized(
        fi: "Linkin osoitteelta puuttuvat kaarisulkeet", sv: "Parenteserna kring länkens adress saknas",
        en: "The link's address lacks its round brackets")
    case .unclosedText:
      Localized(
        fi: "Linkin tekstin hakasulje jää sulkematta", sv: "Hakparentesen kring länkens text stängs inte",
        en: "The square bracket around the link's text is not closed")
    case .unclosedTitle:
      Localized(
        fi: "Linkin otsikon lainausmerkki jää sulkematta", sv: "Citattecknet kring länkens titel stängs inte",
        en: "The quotation mark around the link's title is not closed")
    case .swapped:
      Localized(
        fi: "Linkin sulkeet ovat väärin päin", sv: "Länkens parenteser är omkastade",
        en: "The link's brackets are the wrong way round")
    case .undefined:
      Localized(
        fi: "Hakasulkeissa olevalla viitteellä ei ole osoitetta", sv: "Referensen inom hakparentes har ingen adress",
        en: "The reference in brackets has no address")
    case .pictureApart:
      Localized(
        fi: "Kuvan huutomerkin jäljessä on välilyönti", sv: "Det finns ett mellanslag efter bildens utropstecken",
        en: "A space follows the picture's exclamation mark")
    case .pictureWithoutText:
      Localized(
        fi: "Kuvalta puuttuvat hakasulkeet ja niihin vaihtoehtoinen teksti",
        sv: "Bilden saknar hakparenteser med en alternativ text",
        en: "The picture lacks its square brackets with an alternative text")
    }
  }

  /// What is nearly a link, outside of code and comments.
  static func all(in text: WrittenText) -> [BrokenLinkForm] {
    let marks = text.inBody(text.signs.linkMarks)
    if marks.isEmpty { return [] }
    let references = references(in: text.file, among: marks)
    var shown = ShownPlaces(text)
    var found: [BrokenLinkForm] = []
    for mark in marks where shown.contains(mark) {
      guard let broken = BrokenLinkForm(at: mark, in: text.file, references: references),
        found.last?.range.contains(mark) != true
      else { continue }
      found.append(broken)
    }
    return found
  }

  /// The names that lines like `[name]: address` give addresses to; looked for only where some text names one.
  private static func references(in file: SourceFile, among marks: [Int]) -> Set<String> {
    let bytes = file.bytes
    guard marks.contains(where: { bytes[$0] == 0x5D && $0 + 1 < bytes.count && bytes[$0 + 1] == 0x5B }) else {
      return []
    }
    var names: Set<String> = []
    for index in bytes.indices.dropFirst() where bytes[index] == 0x3A && bytes[index - 1] == 0x5D {
      guard let open = bytes[max(0, index - BrokenLinkForm.reach)..<index].lastIndex(of: 0x5B) else { continue }
      names.insert(NameKey.of(file.text(open + 1..<index - 1)))
    }
    return names
  }
}
