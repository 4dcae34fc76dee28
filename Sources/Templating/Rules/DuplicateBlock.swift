import Diagnosing

/// A block is given once.
enum DuplicateBlock {
  static let rule = Rule(
    "template-duplicate-block", .error,
    title: Localized(
      fi: "Lohko annetaan pohjalle kerran",
      sv: "Ett block ges till grunden en gång",
      en: "A block is given to a parent once"),
    explanation: Localized(
      fi: "Kahdesta samannimisestä lohkosta toinen katoaisi. Yhdistä ne.",
      sv: "Av två block med samma namn skulle det ena försvinna. Slå ihop dem.",
      en: "Of two blocks of one name one would vanish. Join them."))

  static func found(_ name: TagName, first: TagName, in file: SourceFile) -> Diagnostic {
    let place = "\(file.position(at: first.range.lowerBound))"
    return Diagnostic(
      rule, in: file, at: name.range,
      Localized(
        fi: "Lohko ”\(name.text)” on annettu jo", sv: "Blocket ”\(name.text)” är redan givet",
        en: "The block ”\(name.text)” is already given"),
      notes: [Localized(fi: "ensin: \(place)", sv: "först: \(place)", en: "first: \(place)")])
  }
}
