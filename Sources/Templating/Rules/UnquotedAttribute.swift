import Diagnosing

/// An attribute that is filled in is quoted.
enum UnquotedAttribute {
  static let rule = Rule(
    "template-unquoted", .error,
    title: Localized(
      fi: "Täytettävä attribuutti on lainausmerkeissä",
      sv: "Ett attribut som fylls i står inom citattecken",
      en: "An attribute that is filled in is quoted"),
    explanation: Localized(
      fi: "Ilman lainausmerkkejä arvon välilyönti aloittaisi uuden attribuutin. Kirjoita class=\"{{nimi}}\".",
      sv: "Utan citattecken skulle ett mellanslag i värdet börja ett nytt attribut. Skriv class=\"{{namn}}\".",
      en: "Without quotes a space in the value would begin another attribute. Write class=\"{{name}}\"."))

  static func found(_ attribute: String, at tag: Range<Int>, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      rule, in: file, at: tag,
      Localized(
        fi: "Attribuutin ”\(attribute)” arvo on lainausmerkeissä", sv: "Värdet av ”\(attribute)” står inom citattecken",
        en: "The value of ”\(attribute)” is quoted"),
      fix: Fix(replacing: tag, with: "\"\(file.text(tag))\""))
  }
}
