import Diagnosing

/// A block that is given replaces one of the parent.
enum UnknownBlock {
  static let rule = Rule(
    "template-unknown-block", .error,
    title: Localized(
      fi: "Annettu lohko korvaa pohjan samannimisen lohkon",
      sv: "Ett block som ges ersätter grundens block med samma namn",
      en: "A block that is given replaces the parent's block of that name"),
    explanation: Localized(
      fi:
        "Lohko, jota pohja ei käytä, katoaisi sivulta. Lohko puuttuu myös silloin, kun se olisi toisen "
        + "korvatun lohkon sisällä.",
      sv:
        "Ett block som grunden inte använder skulle försvinna från sidan. Det saknas också när det skulle stå "
        + "inuti ett annat ersatt block.",
      en:
        "A block that the parent does not use would vanish from the page. It is missing, too, when it would "
        + "stand inside another block that is replaced."))

  static func found(_ name: TagName, parent: String, among names: Set<String>, in file: SourceFile) -> Diagnostic {
    let suggestions = NearestName.suggestions(for: name.text, among: names.sorted())
    let known = names.sorted().joined(separator: ", ")
    return Diagnostic(
      rule, in: file, at: name.range,
      Localized(
        fi: "Pohjassa ”\(parent)” ei ole lohkoa ”\(name.text)”",
        sv: "Grunden ”\(parent)” har inget block ”\(name.text)”",
        en: "The parent ”\(parent)” has no block ”\(name.text)”"),
      notes: known.isEmpty
        ? [] : [Localized(fi: "sen lohkot: \(known)", sv: "dess block: \(known)", en: "its blocks: \(known)")],
      fix: suggestions.first.map { Fix(replacing: name.range, with: $0) })
  }
}
